import { Hono, type Context } from 'hono'
import { newBlockId } from '../platform/ids.ts'
import {
  findReportOfBlock,
  listWorkingBlocks,
  type NewChange,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { Block } from '../text/index.ts'
import { addressesOf } from './addresses.ts'
import { changeByHand, findCauseProblems, problemsOf } from './change-by-hand.ts'
import { becauseOf, parseAfter, parseInsertion, type InsertionForm } from './forms.ts'
import { InsertionPage } from './insertion-page.tsx'
import { planInsertion } from './place-change.ts'
import { placeAfter, requireEditable } from './require-editor.ts'
import type { ShownProblem } from './say-problem.ts'

/** A new passage of the working text. */
export const insertionRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/text/insertion', async (c) => {
    const report = await requireEditable(c)
    const form: InsertionForm = {
      typed: becauseOf(c.req.query('because')),
      kind: 'paragraph',
      level: 1,
      wording: '',
      after: parseAfter(c.req.query('after')),
      id: null,
      step: 'preview',
    }
    return show(c, report, { form, preview: null, problems: [] })
  })
  .post('/workshop/reports/:slug/text/insertions', async (c) => {
    const report = await requireEditable(c)
    const form = parseInsertion(await c.req.parseBody({ all: true }))
    return form.step === 'preview' ? preview(c, report, form) : apply(c, report, form)
  })

type Shown = { form: InsertionForm; preview: Block | null; problems: readonly ShownProblem[] }

async function show(c: Context<Env>, report: Report, { form, preview: block, problems }: Shown) {
  const blocks = await listWorkingBlocks(c.var.db, report.id)
  const place = placeAfter(blocks, form.after, problems)
  const page = (
    <InsertionPage
      frame={frameOf(c, addressesOf(c.var.locale, report).inserting(form.after))}
      report={report}
      blocks={blocks}
      form={{ ...form, id: form.id ?? newBlockId() }}
      preview={block}
      {...place}
    />
  )
  return sendPage(c, page, place.problems.length > 0 ? 422 : 200)
}

async function preview(c: Context<Env>, report: Report, form: InsertionForm) {
  const { db, now } = c.var
  const blocks = await listWorkingBlocks(db, report.id)
  const id = form.id ?? newBlockId()
  const planned = planInsertion(blocks, { ...form, id }, { report, now })
  const causes = await findCauseProblems(db, { report, typed: form.typed })
  const [change] = planned.ok ? planned.changes : []
  const problems = [...problemsOf(planned), ...causes]
  return show(c, report, { form: { ...form, id }, preview: change?.block ?? null, problems })
}

async function apply(c: Context<Env>, report: Report, form: InsertionForm) {
  const { db, actor, now, locale } = c.var
  const { typed } = form
  let id = form.id ?? newBlockId()
  const changed = await changeByHand(db, actor, { report, typed }, async (blocks, tx) => {
    const planned = planInsertion(blocks, { ...form, id }, { report, now })
    if (!(await findReportOfBlock(tx, id))) return planned
    const there = blocks.find((block) => block.id === id)
    // Sent twice, as by a second click: it is there already. Other words are another passage.
    if (planned.ok && there && says(planned.changes, there)) return { ok: true, changes: [] }
    id = newBlockId()
    return planInsertion(blocks, { ...form, id }, { report, now })
  })
  if (!changed.ok) {
    return show(c, report, { form: { ...form, id }, preview: null, problems: changed.problems })
  }
  return c.redirect(`${addressesOf(locale, report).block(id)}?done=added`, 303)
}

function says([insertion]: readonly NewChange[], { text, kind }: Block): boolean {
  return insertion?.after === text && insertion.block?.kind === kind
}

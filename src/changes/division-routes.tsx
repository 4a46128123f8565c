import { Hono, type Context } from 'hono'
import { countByKind, onLatest } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { newBlockId } from '../platform/ids.ts'
import {
  findReportOfBlock,
  listDivisionsOfOthers,
  listWorkingBlocks,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { Block } from '../text/index.ts'
import { addressesOf } from './addresses.ts'
import { changeByHand, findCauseProblems, problemsOf } from './change-by-hand.ts'
import { followerOf, isDivision, planMerger, planSplit } from './division.ts'
import { findMerger } from './find-merged.ts'
import { becauseOf, parseMerger, parseSplit, type MergerForm, type SplitForm } from './forms.ts'
import { MergerPage } from './merger-page.tsx'
import { requireEditable } from './require-editor.ts'
import type { ShownProblem } from './say-problem.ts'
import { showGone } from './show-gone.tsx'
import { SplitPage } from './split-page.tsx'
import type { Dated, Planned } from './text-change.ts'

/** Making two passages of one, and one of two. */
export const divisionRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/text/:block/split', async (c) => {
    const report = await requireEditable(c)
    const typed = becauseOf(c.req.query('because'))
    return showSplit(c, report, {
      form: { typed, cut: null, other: null },
      preview: [],
      problems: [],
    })
  })
  .post('/workshop/reports/:slug/text/:block/split', async (c) => {
    const report = await requireEditable(c)
    const form = parseSplit(await c.req.parseBody({ all: true }))
    return form.step === 'preview' ? previewSplit(c, report, form) : applySplit(c, report, form)
  })
  .get('/workshop/reports/:slug/text/:block/merger', async (c) => {
    const report = await requireEditable(c)
    const typed = becauseOf(c.req.query('because'))
    return showMerger(c, report, { form: { typed }, problems: [] })
  })
  .post('/workshop/reports/:slug/text/:block/merger', async (c) => {
    const { db, actor, now } = c.var
    const report = await requireEditable(c)
    const form = parseMerger(await c.req.parseBody({ all: true }))
    const id = c.req.param('block')
    const named = { report, typed: form.typed }
    const changed = await changeByHand(db, actor, named, async (blocks, tx) => {
      if (await wasMerged(tx, id, form)) return { ok: true, changes: [] }
      return planMerger(blocks, { id, ...form }, { report, now })
    })
    if (changed.ok) return leadBack(c, report, 'merged')
    return showMerger(c, report, { form, problems: changed.problems })
  })

/** Sent twice, as by a second click. */
async function wasMerged(db: Db, id: string, { other }: MergerForm): Promise<boolean> {
  return other !== null && (await findMerger(db, other))?.blockId === id
}

function leadBack(c: Context<Env>, report: Report, done: 'split' | 'merged') {
  const here = addressesOf(c.var.locale, report).block(c.req.param('block') ?? '')
  return c.redirect(`${here}?done=${done}`, 303)
}

async function previewSplit(c: Context<Env>, report: Report, form: SplitForm) {
  const { db, now } = c.var
  const id = c.req.param('block') ?? ''
  const blocks = await listWorkingBlocks(db, report.id)
  const planned = await planAsked(db, blocks, { id, form, dated: { report, now } })
  const causes = await findCauseProblems(db, { report, typed: form.typed })
  const problems = [...problemsOf(planned), ...causes]
  // Sent again, it makes a piece that nobody knows.
  const isOther = problems.some(({ code }) => code === 'other-form')
  const shown = isOther ? { ...form, other: null } : form
  return showSplit(c, report, { form: shown, preview: piecesOf(planned), problems })
}

type Asked = { id: string; form: SplitForm; dated: Dated }

/** The split that a form asks for; nothing where that was made already, as by a second click. */
async function planAsked(
  db: Db,
  blocks: readonly PlacedBlock[],
  { id, form, dated }: Asked,
): Promise<Planned> {
  const other = form.other ?? newBlockId()
  if (!(await findReportOfBlock(db, other))) return planSplit(blocks, { id, ...form, other }, dated)
  const isPiece = (await listDivisionsOfOthers(db, [other])).some(
    ({ operation, blockId }) => operation === 'split-block' && blockId === id,
  )
  if (!isPiece) return { ok: false, problem: 'other-form' }
  if (followerOf(blocks, id)?.id === other) return { ok: true, changes: [] }
  // It was taken back meanwhile.
  return planSplit(blocks, { id, ...form, other: newBlockId() }, dated)
}

function piecesOf(planned: Planned): Block[] {
  const [change] = planned.ok ? planned.changes : []
  return change && isDivision(change) ? [change.block, change.otherBlock] : []
}

async function applySplit(c: Context<Env>, report: Report, form: SplitForm) {
  const { db, actor, now } = c.var
  const id = c.req.param('block') ?? ''
  const named = { report, typed: form.typed }
  const changed = await changeByHand(db, actor, named, (blocks, tx) =>
    planAsked(tx, blocks, { id, form, dated: { report, now } }),
  )
  // Refused, it is shown as when it is looked at: the pieces with what is wrong.
  return changed.ok ? leadBack(c, report, 'split') : previewSplit(c, report, form)
}

type Splitting = {
  form: Pick<SplitForm, 'typed' | 'cut' | 'other'>
  preview: readonly Block[]
  problems: readonly ShownProblem[]
}

async function showSplit(c: Context<Env>, report: Report, { form, ...shown }: Splitting) {
  const { db, locale } = c.var
  const id = c.req.param('block') ?? ''
  const [block] = await listWorkingBlocks(db, report.id, [id])
  const refused = shown.problems.length > 0
  if (!block) return showGone(c, report, refused ? form : null)
  const page = (
    <SplitPage
      frame={frameOf(c, addressesOf(locale, report).splitting(id))}
      report={report}
      block={block}
      form={{ ...form, other: form.other ?? newBlockId() }}
      {...shown}
    />
  )
  return sendPage(c, page, refused ? 422 : 200)
}

type Merging = { form: Pick<MergerForm, 'typed'>; problems: readonly ShownProblem[] }

async function showMerger(c: Context<Env>, report: Report, { form, problems }: Merging) {
  const { db, locale } = c.var
  const id = c.req.param('block') ?? ''
  const blocks = await listWorkingBlocks(db, report.id)
  const block = blocks.find((one) => one.id === id)
  if (!block) return showGone(c, report, problems.length > 0 ? form : null)
  const next = followerOf(blocks, id)
  const on = await onLatest(db, report.id, next ? [next.id] : [])
  const counts = await countByKind(db, { reportId: report.id, on })
  const page = (
    <MergerPage
      frame={frameOf(c, addressesOf(locale, report).merging(id))}
      report={report}
      block={block}
      next={next}
      said={counts.reduce((sum, { waiting, answered }) => sum + waiting + answered, 0)}
      form={form}
      problems={problems}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

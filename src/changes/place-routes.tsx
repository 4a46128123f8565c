import { Hono, type Context } from 'hono'
import { countByKind, onLatest } from '../contributions/index.ts'
import { NotFound } from '../platform/http/problems.ts'
import { listWorkingBlocks, type PlacedBlock, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { Block } from '../text/index.ts'
import { addressesOf } from './addresses.ts'
import type { TypedCauses } from './cause.ts'
import { changeByHand, type Plan } from './change-by-hand.ts'
import { findMerger } from './find-merged.ts'
import { findRemoved } from './find-removed.ts'
import {
  becauseOf,
  parseAfter,
  parsePlace,
  parseRemoval,
  type PlaceForm,
  type RemovalForm,
} from './forms.ts'
import { planMove, planRemoval, planReturn, sectionOf } from './place-change.ts'
import { PlacePage } from './place-page.tsx'
import { RemovalPage } from './removal-page.tsx'
import { placeAfter, requireEditable } from './require-editor.ts'
import type { ShownProblem } from './say-problem.ts'
import { showGone } from './show-gone.tsx'
import { digestOf } from './text-change.ts'
import { undoCauses } from './undo.ts'

/** Taking a passage out, putting it back, moving it. */
export const placeRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/text/:block/removal', async (c) => {
    const report = await requireEditable(c)
    const typed = typedAtFirst(c, report)
    return showRemoval(c, report, { form: { typed, whole: false }, problems: [] })
  })
  .post('/workshop/reports/:slug/text/:block/removal', async (c) => {
    const { db, actor, now } = c.var
    const report = await requireEditable(c)
    const form = parseRemoval(await c.req.parseBody({ all: true }))
    const id = c.req.param('block')
    const named = { report, typed: form.typed }
    const changed = await changeByHand(db, actor, named, async (blocks, tx) => {
      const stands = blocks.some((block) => block.id === id)
      if (!stands && (await findMerger(tx, id))) return { ok: false, problem: 'block-merged' }
      if (!stands && !(await findRemoved(tx, report, id))) throw new NotFound('passage')
      return planRemoval(blocks, { id, ...form }, { report, now })
    })
    if (changed.ok) return leadBack(c, report, 'removed')
    return showRemoval(c, report, { form, problems: changed.problems })
  })
  .get('/workshop/reports/:slug/text/:block/move', (c) => askPlace(c, 'move'))
  .post('/workshop/reports/:slug/text/:block/move', (c) => changePlace(c, 'move'))
  .get('/workshop/reports/:slug/text/:block/return', (c) => askPlace(c, 'return'))
  .post('/workshop/reports/:slug/text/:block/return', (c) => changePlace(c, 'return'))

function typedAtFirst(c: Context<Env>, report: Report): TypedCauses {
  return c.req.query('undo') === '1' ? undoCauses(report) : becauseOf(c.req.query('because'))
}

type Done = 'removed' | 'moved' | 'returned'

function leadBack(c: Context<Env>, report: Report, done: Done) {
  const here = addressesOf(c.var.locale, report).block(c.req.param('block') ?? '')
  return c.redirect(`${here}?done=${done}`, 303)
}

type Removing = { form: Pick<RemovalForm, 'typed' | 'whole'>; problems: readonly ShownProblem[] }

async function showRemoval(c: Context<Env>, report: Report, { form, problems }: Removing) {
  const { db, locale } = c.var
  const blocks = await listWorkingBlocks(db, report.id)
  const id = c.req.param('block') ?? ''
  const block = blocks.find((one) => one.id === id)
  if (!block) return showGone(c, report, problems.length > 0 ? form : null)
  const section = sectionOf(blocks, block)
  const ids = section.map((one) => one.id)
  const on = await onLatest(db, report.id, ids)
  const counts = await countByKind(db, { reportId: report.id, on })
  const page = (
    <RemovalPage
      frame={frameOf(c, addressesOf(locale, report).removing(id))}
      report={report}
      block={block}
      section={section}
      said={counts.reduce((sum, { waiting, answered }) => sum + waiting + answered, 0)}
      form={form}
      problems={problems}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

type Act = 'move' | 'return'

async function askPlace(c: Context<Env>, act: Act) {
  const report = await requireEditable(c)
  const typed = typedAtFirst(c, report)
  const form = { typed, after: parseAfter(c.req.query('after')), read: '' }
  return showPlace(c, report, { act, form, problems: [] })
}

const doneBy: Record<Act, Done> = { move: 'moved', return: 'returned' }

async function changePlace(c: Context<Env>, act: Act) {
  const { db, actor } = c.var
  const report = await requireEditable(c)
  const form = parsePlace(await c.req.parseBody({ all: true }))
  const plan = planPlace(c, report, { act, form })
  const changed = await changeByHand(db, actor, { report, typed: form.typed }, plan)
  if (changed.ok) return leadBack(c, report, doneBy[act])
  return showPlace(c, report, { act, form, problems: changed.problems })
}

function planPlace(
  c: Context<Env>,
  report: Report,
  { act, form }: { act: Act; form: PlaceForm },
): Plan {
  const id = c.req.param('block') ?? ''
  const { now } = c.var
  if (act === 'move') return (blocks) => planMove(blocks, { id, ...form }, { report, now })
  return async (blocks, tx) => {
    if (blocks.some((block) => block.id === id)) return { ok: true, changes: [] }
    const removed = await findRemoved(tx, report, id)
    if (!removed) throw new NotFound('passage')
    return planReturn(blocks, { removed: removed.block, after: form.after }, { report, now })
  }
}

type Placing = { act: Act; form: PlaceForm; problems: readonly ShownProblem[] }

async function showPlace(c: Context<Env>, report: Report, { act, form, problems }: Placing) {
  const { locale } = c.var
  const id = c.req.param('block') ?? ''
  const blocks = await listWorkingBlocks(c.var.db, report.id)
  const section = await findSection(c, report, { act, blocks })
  if (!section && act === 'move') return showGone(c, report, problems.length > 0 ? form : null)
  if (!section) return leadToStanding(c, report, blocks)
  const left = blocks.filter((block) => !section.read.includes(block))
  const place = placeAfter(left, form.after, problems)
  const there = addressesOf(locale, report)
  const address = act === 'move' ? there.moving : there.restoring
  const page = (
    <PlacePage
      frame={frameOf(c, address(id, form.after))}
      report={report}
      act={act}
      section={section.shown}
      blocks={left}
      form={{ ...form, read: digestOf(section.read) }}
      {...place}
    />
  )
  return sendPage(c, page, place.problems.length > 0 ? 422 : 200)
}

/** What stands in the text need not be put back. */
function leadToStanding(c: Context<Env>, report: Report, blocks: readonly PlacedBlock[]) {
  const id = c.req.param('block') ?? ''
  if (!blocks.some((block) => block.id === id)) throw new NotFound('passage')
  return c.redirect(addressesOf(c.var.locale, report).block(id), 303)
}

type Section = { shown: readonly [Block, ...Block[]]; read: readonly PlacedBlock[] }

/** What is moved, or put back; null where it is not where that can be done. */
async function findSection(
  c: Context<Env>,
  report: Report,
  { act, blocks }: { act: Act; blocks: readonly PlacedBlock[] },
): Promise<Section | null> {
  const id = c.req.param('block') ?? ''
  const block = blocks.find((one) => one.id === id)
  if (act === 'move' && block) {
    const read = sectionOf(blocks, block)
    return { shown: [block, ...read.slice(1)], read }
  }
  if (act === 'move' || block) return null
  const removed = await findRemoved(c.var.db, report, id)
  return removed ? { shown: [removed.block], read: [] } : null
}

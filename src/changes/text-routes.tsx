import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import {
  findEditionBlock,
  findLatestEdition,
  findNextWorkingBlock,
  listChangesOf,
  listWorkingBlocks,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { Block } from '../text/index.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { doneHere } from './block-parts.tsx'
import { changeByHand, findCauseProblems, problemsOf } from './change-by-hand.ts'
import { EditPage, levelOf, wordingOf } from './edit-page.tsx'
import { findRemoved } from './find-removed.ts'
import { becauseOf, parseEdit, parseView, type EditForm } from './forms.ts'
import { gatherStory } from './gather-story.ts'
import { countChanges } from './group-changes.ts'
import { findPending, type Pending } from './pending-changes.ts'
import { sectionOf } from './place-change.ts'
import { requireEditable } from './require-editor.ts'
import type { ShownProblem } from './say-problem.ts'
import { showGone } from './show-gone.tsx'
import { describedKind, digestOf, planEdit, type Planned } from './text-change.ts'
import { choosePart, outlineText } from './text-part.ts'
import { TextPage } from './text-page.tsx'
import { isPending, undoCauses, wordsBefore } from './undo.ts'

/** The working text, and the words of one passage of it. */
export const textRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/text', async (c) => {
    const report = await requireEditable(c)
    const { moving: id, ...asked } = parseView(c.req.query())
    const { latest, blocks, comparison, changes } = await findPending(c.var.db, report.id)
    const moving = id === null ? null : await findMoving(c, report, { id, blocks })
    const page = (
      <TextPage
        frame={frameOf(c)}
        report={report}
        latest={latest}
        comparison={comparison}
        waiting={countChanges(changes).all}
        part={choosePart(blocks, { comparison, ...asked })}
        outline={outlineText(blocks, comparison)}
        moving={moving?.section ?? []}
        returning={moving?.returning ?? false}
        because={becauseOf(c.req.query('because')).contributions}
        imported={c.req.query('done') === 'imported'}
      />
    )
    return sendPage(c, page)
  })
  .get('/workshop/reports/:slug/text/:block', async (c) => {
    const report = await requireEditable(c)
    const undoing = c.req.query('undo') === '1'
    const form = undoing
      ? await undoneForm(c, report)
      : { typed: becauseOf(c.req.query('because')) }
    return showBlock(c, report, { form, preview: null, problems: [] })
  })
  .post('/workshop/reports/:slug/text/:block/edits', async (c) => {
    const report = await requireEditable(c)
    const form = parseEdit(await c.req.parseBody({ all: true }))
    return form.step === 'preview' ? previewEdit(c, report, form) : applyEdit(c, report, form)
  })

type Moving = { section: Block[]; returning: boolean }

/** What a place is sought for: a passage with what stands under it, or one that was taken out. */
async function findMoving(
  c: Context<Env>,
  report: Report,
  { id, blocks }: { id: string } & Pick<Pending, 'blocks'>,
): Promise<Moving> {
  const block = blocks.find((one) => one.id === id)
  if (block) return { section: sectionOf(blocks, block), returning: false }
  const removed = await findRemoved(c.var.db, report, id)
  if (!removed) throw new NotFound('passage')
  return { section: [removed.block], returning: true }
}

type Shown = {
  form: Pick<EditForm, 'typed'> & Partial<EditForm>
  preview: Block | null
  problems: readonly ShownProblem[]
}

/** Filled in with what the passage said before its last change, where that can be told. */
async function undoneForm(c: Context<Env>, report: Report) {
  const { db } = c.var
  const blockId = c.req.param('block') ?? ''
  const [block] = await listWorkingBlocks(db, report.id, [blockId])
  const last = (await listChangesOf(db, blockId)).findLast(isPending)
  const typed = undoCauses(report)
  const wording = block && last ? wordsBefore(block.text, last) : null
  return block && wording !== null
    ? { typed, wording: wordingOf({ ...block, text: wording }) }
    : { typed }
}

/** A passage as it stands now; its last words where it stands no more. */
async function showBlock(c: Context<Env>, report: Report, { form, preview, problems }: Shown) {
  const { db } = c.var
  const blockId = c.req.param('block') ?? ''
  const done = chooseDone(doneHere, c.req.query('done'))
  const [block] = await listWorkingBlocks(db, report.id, [blockId])
  if (!block) return showGone(c, report, problems.length > 0 ? form : null)
  const latest = await findLatestEdition(db, report.id)
  const published = (latest && (await findEditionBlock(db, latest.id, blockId))) ?? null
  const page = (
    <EditPage
      frame={frameOf(c, addressesOf(c.var.locale, report).block(blockId))}
      report={report}
      block={block}
      next={await findNextWorkingBlock(db, report.id, blockId)}
      latest={latest}
      published={published}
      form={{ ...untouched(block), ...form }}
      preview={preview}
      problems={problems}
      story={await gatherStory(db, { report, blockId, done })}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

function untouched(block: PlacedBlock): Omit<EditForm, 'typed'> {
  return {
    kind: describedKind(block),
    level: levelOf(block),
    wording: wordingOf(block),
    read: digestOf([block]),
    step: 'preview',
  }
}

/** Shows what the change would do; nothing is done. */
async function previewEdit(c: Context<Env>, report: Report, form: EditForm) {
  const blocks = await listWorkingBlocks(c.var.db, report.id, [c.req.param('block') ?? ''])
  const planned = planEditOf(blocks, { form, report, now: c.var.now })
  const causes = await findCauseProblems(c.var.db, { report, typed: form.typed })
  const problems = [...problemsOf(planned), ...causes]
  const [change] = planned.ok ? planned.changes : []
  return showBlock(c, report, { form, preview: change?.block ?? null, problems })
}

async function applyEdit(c: Context<Env>, report: Report, form: EditForm) {
  const { db, actor, now, locale } = c.var
  const { typed } = form
  const changed = await changeByHand(db, actor, { report, typed }, (blocks) =>
    planEditOf(
      blocks.filter(({ id }) => id === c.req.param('block')),
      { form, report, now },
    ),
  )
  if (!changed.ok) return showBlock(c, report, { form, preview: null, problems: changed.problems })
  const here = addressesOf(locale, report).block(c.req.param('block') ?? '')
  return c.redirect(`${here}?done=changed`, 303)
}

type Editing = { form: EditForm; report: Report; now: Date }

/** What was sent twice is done once: the text says it already. */
function planEditOf([block]: readonly PlacedBlock[], { form, report, now }: Editing): Planned {
  if (!block) return { ok: false, problem: 'block-gone' }
  const planned = planEdit(block, form, { report, now })
  if (digestOf([block]) === form.read) return planned
  const says = !planned.ok && planned.problem === 'wording-unchanged'
  return says ? { ok: true, changes: [] } : { ok: false, problem: 'block-changed-since' }
}

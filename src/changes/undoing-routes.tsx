import { Hono, type Context } from 'hono'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import {
  findChange,
  listWorkingBlocks,
  type Change,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import type { TypedCauses } from './cause.ts'
import { changeByHand } from './change-by-hand.ts'
import { isDivision, planUndo, type Division } from './division.ts'
import { findUndoings } from './find-undoings.ts'
import { parseCauses } from './forms.ts'
import { gatherFacts } from './pending-changes.ts'
import { requireEditable } from './require-editor.ts'
import type { ShownProblem } from './say-problem.ts'
import type { Dated, Planned } from './text-change.ts'
import { isPending, undoCauses } from './undo.ts'
import { UndoingPage } from './undoing-page.tsx'

/** Taking back a split or a merger before an edition publishes it. */
export const undoingRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/changes/:id/undoing', async (c) => {
    const report = await requireEditable(c)
    const change = await requireDivision(c, report)
    if (await isUndone(c.var.db, change)) return leadBack(c, report, change)
    return show(c, report, { change, typed: undoCauses(report), problems: [] })
  })
  .post('/workshop/reports/:slug/changes/:id/undoing', async (c) => {
    const { db, actor, now } = c.var
    const report = await requireEditable(c)
    const change = await requireDivision(c, report)
    const typed = parseCauses(await c.req.parseBody({ all: true }))
    const changed = await changeByHand(db, actor, { report, typed }, async (blocks, tx) => {
      // Sent twice, as by a second click.
      if (await isUndone(tx, change)) return { ok: true, changes: [] }
      const { editionNumber = null } = (await findChange(tx, change.id)) ?? {}
      return planPendingUndo(blocks, { ...change, editionNumber }, { report, now })
    })
    if (changed.ok) return leadBack(c, report, change)
    return show(c, report, { change, typed, problems: changed.problems })
  })

type Divided = Change & Division

const idPattern = /^[1-9]\d{0,8}$/

async function requireDivision(c: Context<Env>, report: Report): Promise<Divided> {
  const id = c.req.param('id') ?? ''
  const change = idPattern.test(id) ? await findChange(c.var.db, Number(id)) : undefined
  if (change?.reportId !== report.id || !isDivision(change)) throw new NotFound('change')
  return change
}

async function isUndone(db: Db, change: Divided): Promise<boolean> {
  return (await findUndoings(db, [change])).undoneBy.has(change.id)
}

function planPendingUndo(blocks: readonly PlacedBlock[], change: Divided, dated: Dated): Planned {
  if (!isPending(change)) return { ok: false, problem: 'undo-published' }
  return planUndo(blocks, change, dated)
}

function leadBack(c: Context<Env>, report: Report, { blockId }: Divided) {
  return c.redirect(`${addressesOf(c.var.locale, report).block(blockId)}?done=undone`, 303)
}

type Shown = { change: Divided; typed: TypedCauses; problems: readonly ShownProblem[] }

/** With what stands in the way, also where nothing was sent. */
async function show(c: Context<Env>, report: Report, { change, typed, problems }: Shown) {
  const { db, locale, now } = c.var
  const blocks = await listWorkingBlocks(db, report.id)
  const planned = planPendingUndo(blocks, change, { report, now })
  const [undone = null] = planned.ok ? planned.changes : []
  const refused = problems.length > 0
  const page = (
    <UndoingPage
      frame={frameOf(c, addressesOf(locale, report).undoing(change.id))}
      report={report}
      change={change}
      facts={await gatherFacts(db, [change], { blocks, published: [] })}
      undone={undone}
      block={blocks.find(({ id }) => id === change.blockId) ?? null}
      typed={typed}
      sent={refused}
      problems={planned.ok ? problems : [{ code: planned.problem, number: null }]}
    />
  )
  return sendPage(c, page, refused || !planned.ok ? 422 : 200)
}

import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { lockReport, type Report } from '../reports/index.ts'
import { stateOf } from './phase.ts'
import { deletePhase, listPhases, saveDateChange, updatePhase } from './phase-store.ts'
import { recordPhase } from './record-topic.ts'
import { findTopic, lockTopic } from './store.ts'

export type EndPhaseProblem = 'changed-since' | 'over-already' | 'only-phase'

export type EndedPhase =
  | { ok: true; did: 'closed' | 'removed' }
  | { ok: false; problem: EndPhaseProblem }

/** `revision`: of the phase, as it was read. */
type Ending = {
  report: Pick<Report, 'id' | 'slug'>
  slug: string
  number: number
  revision: number
}

/**
 * Closes a phase that is open, today, or takes out one that has not begun; what people can read keeps one phase at least. A closed one
 * can be opened again by giving it another last day.
 */
export function endPhase(
  db: Db,
  actor: Actor,
  { report, slug, number, revision }: Ending,
  now: Date,
): Promise<EndedPhase> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'topic.keep', { reportId: report.id })
    const topic = await findTopic(tx, report.id, slug)
    if (!topic) throw new NotFound('topic')
    await lockTopic(tx, topic.id, 'to-change')
    const phases = await listPhases(tx, topic.id)
    const phase = phases.find((one) => one.number === number)
    if (!phase) throw new NotFound('phase')
    if (phase.revision !== revision) return { ok: false, problem: 'changed-since' }
    const today = dayInParis(now)
    const state = stateOf(phase, today)
    const act = { report, role, actor, now }
    if (state === 'over') return { ok: false, problem: 'over-already' }
    if (state === 'ahead') {
      if (topic.state === 'published' && phases.length === 1)
        return { ok: false, problem: 'only-phase' }
      await deletePhase(tx, topic.id, number)
      await recordPhase(tx, { ...act, did: 'removed' }, { ...phase, slug })
      return { ok: true, did: 'removed' }
    }
    const closed = { ...phase, closesOn: today, closedAt: now }
    await updatePhase(tx, topic.id, closed)
    if (topic.state === 'published') {
      const before = { opensOn: phase.opensOn, closesOn: phase.closesOn }
      const after = { opensOn: phase.opensOn, closesOn: today }
      await saveDateChange(tx, topic.id, { phase: number, at: now, deed: 'closed', before, after })
    }
    await recordPhase(tx, { ...act, did: 'closed' }, { ...closed, slug, revision: revision + 1 })
    return { ok: true, did: 'closed' }
  })
}

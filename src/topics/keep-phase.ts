import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { lockReport, type Report } from '../reports/index.ts'
import {
  deedOf,
  readPhase,
  samePhase,
  type Phase,
  type PhaseFacts,
  type PhaseProblem,
  type TypedPhase,
} from './phase.ts'
import { findAdded, listPhases, saveDateChange, savePhase, updatePhase } from './phase-store.ts'
import { recordPhase, type TopicAct } from './record-topic.ts'
import { findTopic, lockTopic } from './store.ts'
import type { Topic } from './topic.ts'

export type KeepPhaseProblem = PhaseProblem | 'added-already' | 'changed-since' | 'gone'

export type KeptPhase = { ok: true } | { ok: false; problems: KeepPhaseProblem[] }

/** `key`: of the form that adds a phase; else the phase that is changed, and the revision that was read. */
export type KeepingPhase = {
  report: Pick<Report, 'id' | 'slug'>
  slug: string
  typed: TypedPhase
  known: { key: string } | { number: number; revision: number }
}

/**
 * Says when a topic is open, or changes it: a phase is prolonged or shortened, or one that is over is opened again. Of a topic that
 * people can read each change of dates is told on its page.
 */
export function keepPhase(
  db: Db,
  actor: Actor,
  { report, slug, typed, known }: KeepingPhase,
  now: Date,
): Promise<KeptPhase> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'topic.keep', { reportId: report.id })
    const topic = await findTopic(tx, report.id, slug)
    if (!topic) throw new NotFound('topic')
    // Whoever is saying something of it is waited for.
    await lockTopic(tx, topic.id, 'to-change')
    const phases = await listPhases(tx, topic.id)
    const keeping = { tx, topic, phases, typed, act: { report, role, actor, now } }
    return 'key' in known ? addPhase(keeping, known.key) : changePhase(keeping, known)
  })
}

type Keeping = {
  tx: Db
  topic: Topic
  phases: readonly Phase[]
  typed: TypedPhase
  act: TopicAct
}

async function addPhase(
  { tx, topic, phases, typed, act }: Keeping,
  key: string,
): Promise<KeptPhase> {
  const added = await findAdded(tx, topic.id, key)
  const before = phases.find(({ number }) => number === added) ?? null
  const others = phases.filter((phase) => phase !== before)
  const read = readPhase(typed, { others, before, today: dayInParis(act.now) })
  if (!read.ok) return read
  if (before) return samePhase(before, read.phase) ? { ok: true } : refuse('added-already')
  const number = await savePhase(tx, { topicId: topic.id, key }, read.phase)
  const phase = { ...read.phase, slug: topic.slug, number, revision: 1 }
  await recordPhase(tx, { ...act, did: 'added' }, phase)
  return { ok: true }
}

async function changePhase(
  { tx, topic, phases, typed, act }: Keeping,
  { number, revision }: { number: number; revision: number },
): Promise<KeptPhase> {
  const before = phases.find((phase) => phase.number === number)
  if (!before) return refuse('gone')
  const today = dayInParis(act.now)
  const others = phases.filter((phase) => phase !== before)
  const read = readPhase(typed, { others, before, today })
  if (!read.ok) return read
  if (samePhase(before, read.phase)) return { ok: true }
  if (before.revision !== revision) return refuse('changed-since')
  const deed = deedOf(before, read.phase, today)
  const closedAt = deed === null ? before.closedAt : null
  await updatePhase(tx, topic.id, { ...before, ...read.phase, closedAt })
  if (deed && topic.state === 'published') {
    const change = { phase: number, at: act.now, deed, ...datesOf(before, read.phase) }
    await saveDateChange(tx, topic.id, change)
  }
  const changed = { ...read.phase, slug: topic.slug, number, revision: revision + 1 }
  await recordPhase(tx, { ...act, did: 'changed' }, changed)
  return { ok: true }
}

function datesOf(before: PhaseFacts, after: PhaseFacts) {
  return {
    before: { opensOn: before.opensOn, closesOn: before.closesOn },
    after: { opensOn: after.opensOn, closesOn: after.closesOn },
  }
}

function refuse(problem: KeepPhaseProblem): KeptPhase {
  return { ok: false, problems: [problem] }
}

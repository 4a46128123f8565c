import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { findLatestEdition, lockReport, type Report } from '../reports/index.ts'
import {
  readEvent,
  sameEvent,
  type EventFacts,
  type EventProblem,
  type TypedEvent,
} from './event.ts'
import { recordEvent } from './record-event.ts'
import { findAdded, findEvent, saveEvent, updateEvent } from './store.ts'

export type KeepProblem = EventProblem | 'added-already' | 'changed-since' | 'gone'

export type Kept = { ok: true } | { ok: false; problems: KeepProblem[] }

/** `key`: of the form that adds a date; else the date that is changed, and the revision that was read. */
export type Keeping = {
  report: Pick<Report, 'id' | 'slug'>
  typed: TypedEvent
  known: { key: string } | { id: number; revision: number }
}

/** Writes a date into a report's calendar, or changes one; what is written already is not written twice. */
export function keepEvent(
  db: Db,
  actor: Actor,
  { report, typed, known }: Keeping,
  now: Date,
): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'calendar.keep', { reportId: report.id })
    const latest = (await findLatestEdition(tx, report.id))?.number ?? 0
    const read = readEvent(typed, { latest })
    if (!read.ok) return read
    const act = { tx, report, role, actor, now, event: read.event }
    return 'key' in known ? addEvent(act, known.key) : changeEvent(act, known)
  })
}

type Act = {
  tx: Db
  report: Keeping['report']
  role: Role
  actor: Actor
  now: Date
  event: EventFacts
}

async function addEvent({ tx, event, ...act }: Act, key: string): Promise<Kept> {
  const before = await findAdded(tx, act.report.id, key)
  if (before) return sameEvent(before, event) ? { ok: true } : refuse('added-already')
  const added = await saveEvent(tx, { reportId: act.report.id, key }, event)
  await recordEvent(tx, { ...act, did: 'added' }, added)
  return { ok: true }
}

type Read = { id: number; revision: number }

async function changeEvent({ tx, event, ...act }: Act, { id, revision }: Read): Promise<Kept> {
  const before = await findEvent(tx, act.report.id, id)
  if (!before) return refuse('gone')
  if (sameEvent(before, event)) return { ok: true }
  if (before.revision !== revision) return refuse('changed-since')
  const changed = { ...event, id, revision: revision + 1 }
  await updateEvent(tx, changed)
  await recordEvent(tx, { ...act, did: 'changed' }, changed)
  return { ok: true }
}

function refuse(problem: KeepProblem): Kept {
  return { ok: false, problems: [problem] }
}

import { recordAct } from '../journal/index.ts'
import type { Actor, Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Report } from '../reports/index.ts'
import type { ReportEvent } from './event.ts'

type Act = {
  report: Pick<Report, 'slug'>
  role: Role
  actor: Actor
  now: Date
  did: 'added' | 'changed' | 'removed'
}

/** Writes down what was done to a date; not its words, which may name people. */
export async function recordEvent(tx: Db, act: Act, event: ReportEvent): Promise<void> {
  const { role, actor, now, report, did } = act
  const { id, kind, day, precision, edition, revision } = event
  await recordAct(
    tx,
    {
      at: now,
      role,
      actor: actor.pseudonym,
      action: 'calendar.changed',
      object: `calendar/${report.slug}`,
    },
    { did, event: id, kind, day, precision, edition, revision },
  )
}

import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockReport, type Report } from '../reports/index.ts'
import { recordEvent } from './record-event.ts'
import { deleteEvent, findEvent } from './store.ts'

export type Removed = { ok: true } | { ok: false; problem: 'changed-since' }

type Removing = { report: Report; id: number; revision: number }

/** Takes a date out of a report's calendar, as it was read; one that is out already is no matter. */
export function removeEvent(
  db: Db,
  actor: Actor,
  { report, id, revision }: Removing,
  now: Date,
): Promise<Removed> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'calendar.keep', { reportId: report.id })
    const event = await findEvent(tx, report.id, id)
    if (!event) return { ok: true }
    if (event.revision !== revision) return { ok: false, problem: 'changed-since' }
    await deleteEvent(tx, id)
    await recordEvent(tx, { report, role, actor, now, did: 'removed' }, event)
    return { ok: true }
  })
}

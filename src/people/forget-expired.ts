import type { Db } from '../platform/db/connect.ts'
import { daysBefore, usualPeriods, type Periods } from '../platform/periods.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { deleteExpiredAttempts } from './attempt-store.ts'
import { deleteOldLinks } from './link-store.ts'
import { deleteExpiredSessions } from './session-store.ts'

/** Deletes the sessions and the attempts to sign in that have ended, and the sign-in links that did and are so many days old. */
export function forgetExpired(
  db: Db,
  now: Date,
  { links }: Pick<Periods, 'links'> = usualPeriods,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await deleteExpiredSessions(tx, now)
    await deleteExpiredAttempts(tx, now)
    await deleteOldLinks(tx, now, daysBefore(now, links))
  })
}

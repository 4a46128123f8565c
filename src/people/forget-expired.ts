import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { deleteExpiredAttempts } from './attempt-store.ts'
import { deleteOldLinks } from './link-store.ts'
import { hour } from './sign-in-link.ts'
import { deleteExpiredSessions } from './session-store.ts'

/** Deletes the sessions and the attempts to sign in that have ended, and the sign-in links that did and are a day old. */
export function forgetExpired(db: Db, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    await deleteExpiredSessions(tx, now)
    await deleteExpiredAttempts(tx, now)
    await deleteOldLinks(tx, now, new Date(now.getTime() - 24 * hour))
  })
}

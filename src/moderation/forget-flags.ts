import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { forgetAppeals, forgetFlaggers } from './forget-store.ts'

/** Days for which it is kept who flagged and who contested, and in which words, once it is decided: longer than it can be contested. */
export const daysKept = 365

/** Forgets who flagged and what was said in flags and appeals that were decided on long ago. */
export function forgetFlags(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysKept * 24 * 3600 * 1000)
  return inTransaction(db, async (tx) => {
    await forgetAppeals(tx, before, now)
    await forgetFlaggers(tx, before, now)
  })
}

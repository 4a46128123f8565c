import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { forgetCounts } from '../platform/limits/store.ts'
import { forgetSalts } from '../platform/networks/store.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { dayInParis, nextMidnightInParis } from '../platform/paris-days.ts'
import { deleteOldPosts } from './store.ts'

const day = 24 * 3600 * 1000

/** Destroys the salts and the networks of the days that are over in Paris, old counts, and what posts are no longer compared with. */
export function forgetPosts(
  db: Db,
  now: Date,
  { compared }: Pick<Periods, 'compared'>,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await forgetSalts(tx, now)
    await forgetCounts(tx, now)
    await deleteOldPosts(tx, beginningOf(now), daysBefore(now, compared))
  })
}

/** When this day began in Paris. */
function beginningOf(now: Date): Date {
  const yesterday = new Date(now.getTime() - day)
  const midnight = nextMidnightInParis(yesterday)
  // On the two days of the year that have 23 or 25 hours the day before is a step further.
  return dayInParis(midnight) === dayInParis(now) ? midnight : new Date(midnight.getTime() - day)
}

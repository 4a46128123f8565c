import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { forgetEndedBans, forgetOldWarnings } from './forget-store.ts'

/** Forgets whom warnings and bans of long ago were for, why, and what was said against them. */
export function forgetBans(db: Db, now: Date, { bans }: Pick<Periods, 'bans'>): Promise<void> {
  const before = daysBefore(now, bans)
  return inTransaction(db, async (tx) => {
    await forgetEndedBans(tx, before, now)
    await forgetOldWarnings(tx, before, now)
  })
}

import type { Db } from '../platform/db/connect.ts'
import { hourlyLimit } from './content.ts'
import { findNthSaid } from './count-store.ts'

const hour = 3600 * 1000

/**
 * When somebody may say the next thing; null when they may now. Holds only while the caller holds
 * what orders one person's acts.
 */
export async function findNotBefore(tx: Db, authorId: number, now: Date): Promise<Date | null> {
  const nth = await findNthSaid(tx, authorId, hourlyLimit)
  const notBefore = nth && new Date(nth.getTime() + hour)
  return notBefore && notBefore > now ? notBefore : null
}

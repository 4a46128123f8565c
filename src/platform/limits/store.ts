import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** How often something may be done within so many minutes. */
export type Limit = { name: string; most: number; minutes: number }

export type Counted = { ok: true } | { ok: false; until: Date }

const minute = 60_000

/**
 * Counts that somebody does something, in the database, so that the limit holds in all processes together; refused, until the
 * window is over, once it was done as often as it may be. `who` is a hash or an id, never an address; null is not counted.
 */
export async function countWithin(
  db: Db,
  limit: Limit,
  who: Uint8Array | null,
  now: Date,
): Promise<Counted> {
  if (who === null) return { ok: true }
  const length = limit.minutes * minute
  const since = new Date(Math.floor(now.getTime() / length) * length)
  const key = hash('sha256', Buffer.concat([Buffer.from(`${limit.name}\n`), who]), 'buffer')
  const { count } = await db
    .insertInto('request_count')
    .values({ key, since, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'since'])
        // Beyond the limit it is said again, and counted no more.
        .doUpdateSet({ count: sql`least(request_count.count + 1, ${limit.most + 1})` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count <= limit.most
    ? { ok: true }
    : { ok: false, until: new Date(since.getTime() + length) }
}

const day = 24 * 60 * minute

/** Deletes the counts of more than a day ago. */
export async function forgetCounts(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('request_count')
    .where('since', '<', new Date(now.getTime() - day))
    .execute()
}

import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../src/platform/db/connect.ts'

/** Comes back once that work, or another, waits in this database for a numbered lock, or when it is done. */
export async function untilItWaits(db: Db, work: Promise<unknown>): Promise<void> {
  const done = new AbortController()
  void work.catch(() => {}).finally(() => done.abort())
  while (!done.signal.aborted) {
    const { rows } = await sql`select 1 from pg_locks
      where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(db)
    if (rows.length > 0) return
    await delay(20)
  }
}

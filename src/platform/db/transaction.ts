import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** One transaction per act; joins the caller's where there is one. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}

/** Waits until no other transaction holds that number, and holds it until this one ends. */
export async function lockUntilCommit(tx: Db, number: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${number})`.execute(tx)
}

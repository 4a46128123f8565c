import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import { dayInParis } from '../paris-days.ts'

/** The day's salt; whoever asks first makes it. */
export async function findSalt(db: Db, day: string): Promise<Buffer> {
  const known = await db
    .selectFrom('network_salt')
    .select('salt')
    .where(sql<boolean>`day = ${day}::date`)
    .executeTakeFirst()
  if (known) return known.salt
  await sql`insert into network_salt (day, salt) values (${day}::date, ${randomBytes(32)})
    on conflict do nothing`.execute(db)
  return findSalt(db, day)
}

/** Destroys the salts of the days that are over. */
export async function forgetSalts(db: Db, now: Date): Promise<void> {
  await sql`delete from network_salt where day < ${dayInParis(now)}::date`.execute(db)
}

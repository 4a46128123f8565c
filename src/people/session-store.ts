import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'
import { toDevice, type Device } from './device.ts'
import type { Person } from './person.ts'
import { idleBefore } from './session-life.ts'
import { personColumns, toPerson } from './store.ts'

type NewSession = {
  tokenSha256: Buffer
  personId: number
  createdAt: Date
  expiresAt: Date
  seenOn: Day
  device: Device
  /** By which issuer its person was vouched for, and its token, encrypted. */
  vouched: { provider: string; idToken: Buffer } | null
}

export async function saveSession(tx: Db, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_sha256: session.tokenSha256,
      person_id: session.personId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      seen_on: session.seenOn,
      ...session.device,
      provider: session.vouched?.provider ?? null,
      id_token: session.vouched?.idToken ?? null,
    })
    .execute()
}

/** As the database writes it, which is how days are compared. */
const seenOn = sql<Day>`session.seen_on::text`.as('seenOn')

/** Lately enough. */
function isUsed(now: Date) {
  return sql<boolean>`session.seen_on >= ${idleBefore(now)}::date`
}

/** Whose session it is, and on which day it was last used. */
export async function findPersonBySession(
  db: Db,
  tokenSha256: Buffer,
  now: Date,
): Promise<(Person & { seenOn: Day }) | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([...personColumns, seenOn])
    .where('session.token_sha256', '=', tokenSha256)
    .where('session.expires_at', '>', now)
    .where(isUsed(now))
    .executeTakeFirst()
  return row && toPerson(row)
}

/** Writes down that a session was used that day, and its person there: they outlive their sessions. */
export async function saveSeen(db: Db, tokenSha256: Buffer, day: Day): Promise<void> {
  await sql`with used as (
      update session set seen_on = ${day} where token_sha256 = ${tokenSha256} returning person_id
    )
    update person set seen_on = ${day} from used
    where person.id = used.person_id and erased_at is null`.execute(db)
}

/** Somebody came in that day. */
export async function savePersonSeen(tx: Db, personId: number, day: Day): Promise<void> {
  await tx
    .updateTable('person')
    .set({ seen_on: day })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute()
}

export type Session = {
  id: number
  tokenSha256: Buffer
  device: Device
  createdAt: Date
  seenOn: Day
}

/** Those in force, the last used first. */
export async function listSessions(db: Db, personId: number, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'token_sha256 as tokenSha256', 'browser', 'system', 'created_at as createdAt'])
    .select(seenOn)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .where(isUsed(now))
    .orderBy('seen_on', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ browser, system, ...row }) => ({ ...row, device: toDevice(browser, system) }))
}

/** When its person signed in; undefined where there is none. */
export async function findSessionStart(db: Db, tokenSha256: Buffer): Promise<Date | undefined> {
  const row = await db
    .selectFrom('session')
    .select('created_at as createdAt')
    .where('token_sha256', '=', tokenSha256)
    .executeTakeFirst()
  return row?.createdAt
}

/** By whom the session's person was vouched for, encrypted; undefined where by nobody. */
export async function findVouching(
  db: Db,
  tokenSha256: Buffer,
): Promise<{ provider: string; idToken: Buffer } | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['provider', 'id_token as idToken'])
    .where('token_sha256', '=', tokenSha256)
    .executeTakeFirst()
  const { provider = null, idToken = null } = row ?? {}
  return provider !== null && idToken !== null ? { provider, idToken } : undefined
}

/** How many there were. */
export async function deleteSessions(tx: Db, personId: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Everybody’s: how many there were. */
export async function deleteAllSessions(tx: Db): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('session').executeTakeFirst()
  return Number(numDeletedRows)
}

/** One of that person's; false where they have none of that id. */
export async function deleteOwnSession(tx: Db, personId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteOtherSessions(
  tx: Db,
  personId: number,
  tokenSha256: Buffer,
): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('token_sha256', '!=', tokenSha256)
    .execute()
}

export async function deleteExpiredSessions(tx: Db, now: Date): Promise<void> {
  await tx
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<=', now), where.not(isUsed(now))]))
    .execute()
}

export async function deleteSession(tx: Db, tokenSha256: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('token_sha256', '=', tokenSha256).execute()
}

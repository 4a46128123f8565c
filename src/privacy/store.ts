import { sql, type RawBuilder } from 'kysely'
import type { ErasedTexts } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Entry, Owner } from './entry.ts'
import { register } from './register.ts'

/** By what rows are known to be somebody's; `emails`: those that they have proven to be theirs, as ways in. */
export type Whose = { personId: number; pseudonym: string; emails: readonly string[] }

export type Row = { [column: string]: unknown }

/** What the export has of a table: the columns of the register, and which of somebody's rows it belongs to. */
export async function listRowsOf(db: Db, table: string, whose: Whose): Promise<Row[]> {
  const { owners, exported } = entryOf(table)
  const columns = [...owners.flatMap((one) => ('of' in one ? one.column : [])), ...exported]
  if (owners.length === 0 || exported.length === 0) return []
  const { rows } = await sql<{ row: Row }>`select to_jsonb(own) as row from (
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      where ${isOwn(table, whose)}
    ) own`.execute(db)
  return rows.map(({ row }) => row)
}

/**
 * The hashes of links that somebody had mailed to addresses that are not theirs, or not known to be: to add an address,
 * to prove an organisation, to invite. By them, and not by the address, such a mail is known to be of their doing: an
 * address is claimed by whoever types it.
 */
export async function listMailedLinks(db: Db, personId: number): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select encode(token_sha256, 'hex') as sha256 from sign_in_link where adds_to = ${personId}
    union all select encode(token_sha256, 'hex') from organisation_proof where person_id = ${personId}
    union all select encode(token_sha256, 'hex') from invitation where invited_by = ${personId}
  `.execute(db)
  return new Set(rows.map((row) => row.sha256))
}

/** Deletes all rows of somebody's that the register says an erasure deletes. */
export async function deleteRowsOf(tx: Db, whose: Whose): Promise<void> {
  for (const [table, { erasure }] of Object.entries(register)) {
    if (erasure !== 'deleted') continue
    await sql`delete from ${sql.table(table)} where ${isOwn(table, whose)}`.execute(tx)
  }
}

function isOwn(table: string, whose: Whose): RawBuilder<boolean> {
  const conditions = entryOf(table).owners.map((owner) => isOwned(owner, whose))
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`
}

function isOwned(owner: Owner, whose: Whose): RawBuilder<boolean> {
  const column = sql.ref(owner.column)
  if ('of' in owner) {
    const { table, column: key } = owner.of
    return sql`${column} in (select ${sql.ref(key)} from ${sql.table(table)} where ${isOwn(table, whose)})`
  }
  if (owner.is === 'address') return sql`${column} = any(${[...whose.emails]}::text[])`
  return sql`${column} = ${owner.is === 'id' ? whose.personId : whose.pseudonym}`
}

function entryOf(table: string): Entry {
  const entry = register[table]
  if (!entry) throw new Error(`${table} is not in the register`)
  return entry
}

/** The sizes of downloads that name whoever signed them are worked out anew. */
export async function forgetSignedSizes(tx: Db, personId: number): Promise<void> {
  await tx
    .deleteFrom('download_size')
    .using('edition')
    .whereRef('edition.id', '=', 'download_size.edition_id')
    .where('edition.published_by', '=', personId)
    .execute()
}

/** An erasure that is asked for; `askedBy` is null where nobody used the account any more. */
export type Erasure = {
  id: number
  personId: number
  texts: ErasedTexts
  askedBy: number | null
  askedAt: Date
  dueAt: Date
  /** Since when something to be handed over keeps it from being done. */
  hinderedAt: Date | null
}

export type NewErasure = Omit<Erasure, 'id' | 'hinderedAt'>

export async function saveErasure(tx: Db, asked: NewErasure): Promise<number> {
  const { id } = await tx
    .insertInto('erasure')
    .values({
      person_id: asked.personId,
      texts: asked.texts,
      asked_by: asked.askedBy,
      asked_at: asked.askedAt,
      due_at: asked.dueAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The one that waits for somebody. */
export function findErasure(db: Db, personId: number): Promise<Erasure | undefined> {
  return waiting(db).where('erasure.person_id', '=', personId).executeTakeFirst()
}

/** Those whose day has come. */
export function listDue(db: Db, now: Date): Promise<Erasure[]> {
  return waiting(db).where('due_at', '<=', now).orderBy('due_at').execute()
}

export type WaitingErasure = Erasure & { name: string; pseudonym: string }

/** All that were asked for and wait, the next first, with whose they are. */
export function listWaitingErasures(db: Db): Promise<WaitingErasure[]> {
  return waiting(db)
    .innerJoin('person', 'person.id', 'erasure.person_id')
    .select(['person.display_name as name', 'person.pseudonym'])
    .where('asked_by', 'is not', null)
    .orderBy('due_at')
    .execute()
}

function waiting(db: Db) {
  return db
    .selectFrom('erasure')
    .select(['erasure.id', 'erasure.person_id as personId', 'texts', 'asked_by as askedBy'])
    .select(['asked_at as askedAt', 'due_at as dueAt', 'hindered_at as hinderedAt'])
    .where('done_at', 'is', null)
}

/** Calls off the one that waits; false where none does. */
export async function deleteErasure(tx: Db, personId: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('erasure')
    .where('person_id', '=', personId)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function saveHindered(tx: Db, id: number, now: Date): Promise<void> {
  await tx.updateTable('erasure').set({ hindered_at: now }).where('id', '=', id).execute()
}

export async function saveDone(tx: Db, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('erasure')
    .set({ done_at: now, due_at: sql`least(due_at, ${now})` })
    .where('id', '=', id)
    .execute()
}

/** Whether somebody was signed in since that moment’s day. */
export async function isSeenSince(db: Db, personId: number, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where(sql<boolean>`seen_on >= (${at}::timestamptz at time zone 'Europe/Paris')::date`)
    .executeTakeFirst()
  return row !== undefined
}

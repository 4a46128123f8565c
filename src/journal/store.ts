import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import { lockUntilCommit } from '../platform/db/transaction.ts'
import type { Act, Entry } from './entry.ts'

const columns = [
  'at',
  'actor_role as role',
  'actor',
  'action',
  'object',
  'payload',
  'salt',
  'payload_sha256 as payloadSha256',
  'previous_sha256 as previousSha256',
] as const

/** Any number, the same in every process: whoever holds it seals. */
const sealingLock = 727_002

export type UnsealedEntry = Act & {
  id: number
  payload: string | null
  salt: Uint8Array | null
  payloadSha256: Uint8Array
}

export async function saveUnsealed(tx: Db, entry: Omit<UnsealedEntry, 'id'>): Promise<number> {
  const { id } = await tx
    .insertInto('journal_entry')
    .values(unsealedValues(entry))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** As `saveUnsealed`, for many acts of one transaction, in their order. */
export async function saveAllUnsealed(
  tx: Db,
  entries: readonly Omit<UnsealedEntry, 'id'>[],
): Promise<void> {
  for (const batch of inBatches(entries)) {
    await tx.insertInto('journal_entry').values(batch.map(unsealedValues)).execute()
  }
}

function unsealedValues({ role, payloadSha256, ...act }: Omit<UnsealedEntry, 'id'>) {
  return {
    ...act,
    actor_role: role,
    salt: act.salt && Buffer.from(act.salt),
    payload_sha256: Buffer.from(payloadSha256),
  }
}

/** False when another process is sealing; the lock goes with the transaction. */
export async function lockSealing(tx: Db): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(${sealingLock}) as held`.execute(tx)
  return rows[0]?.held ?? false
}

/** As `lockSealing`, once whoever is sealing is done. */
export function awaitSealing(tx: Db): Promise<void> {
  return lockUntilCommit(tx, sealingLock)
}

export function listUnsealed(tx: Db, limit: number): Promise<UnsealedEntry[]> {
  return tx
    .selectFrom('journal_entry')
    .select(['id', ...columns])
    .where('sequence', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
}

type Seal = Pick<Entry, 'sequence' | 'previousSha256' | 'entrySha256'>

export async function saveSeal(tx: Db, id: number, seal: Seal): Promise<void> {
  await tx
    .updateTable('journal_entry')
    .set({
      sequence: seal.sequence,
      previous_sha256: seal.previousSha256 && Buffer.from(seal.previousSha256),
      entry_sha256: Buffer.from(seal.entrySha256),
    })
    .where('id', '=', id)
    .execute()
}

/** Sealed entries in order, from `after` (exclusive). */
export async function listSealed(db: Db, after: number | null, limit: number): Promise<Entry[]> {
  const entries = sealed(db).orderBy('sequence').limit(limit)
  return after === null ? entries.execute() : entries.where('sequence', '>', after).execute()
}

/** The newest first, for people to read. */
export async function listNewest(db: Db, before: number | null, limit: number): Promise<Entry[]> {
  const entries = sealed(db).orderBy('sequence', 'desc').limit(limit)
  return before === null ? entries.execute() : entries.where('sequence', '<', before).execute()
}

/** The entry of that number; undefined while none is sealed under it. */
export function findSealed(db: Db, sequence: number): Promise<Entry | undefined> {
  return sealed(db).where('sequence', '=', sequence).executeTakeFirst()
}

/** The chain's head; undefined while nothing is sealed. */
export function findHead(db: Db): Promise<Entry | undefined> {
  return sealed(db).orderBy('sequence', 'desc').limit(1).executeTakeFirst()
}

export type RecordedAct = Pick<Act, 'at' | 'actor' | 'action' | 'object'> & {
  /** Null where it is no JSON, and where it was erased. */
  payload: unknown
  erased: boolean
}

/** Acts of these kinds, sealed or not, as they came. */
export async function listActs(db: Db, actions: readonly string[]): Promise<RecordedAct[]> {
  const entries = await db
    .selectFrom('journal_entry')
    .select(['at', 'actor', 'action', 'object', 'payload', 'salt'])
    .where('action', 'in', actions)
    .orderBy('id')
    .execute()
  return entries.map(({ payload, salt, ...act }) => ({
    ...act,
    payload: parsePayload(payload),
    erased: payload === null && salt === null,
  }))
}

function parsePayload(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

export type WaitingEntry = UnsealedEntry & {
  /** When the first act sealed before it, although it was written later, was done. */
  overtakenAt: Date | null
}

/** All that no seal holds yet. */
export function listWaiting(db: Db): Promise<WaitingEntry[]> {
  return db
    .selectFrom('journal_entry')
    .select(['id', ...columns])
    .select((the) =>
      the
        .selectFrom('journal_entry as later')
        .select((later) => later.fn.min('later.at').as('at'))
        .whereRef('later.id', '>', 'journal_entry.id')
        .where('later.sequence', 'is not', null)
        .as('overtakenAt'),
    )
    .where((where) => where.or([where('sequence', 'is', null), where('entry_sha256', 'is', null)]))
    .orderBy('id')
    .execute()
}

function sealed(db: Db) {
  return db
    .selectFrom('journal_entry')
    .select(columns)
    .select(['sequence', 'entry_sha256 as entrySha256'])
    .where('sequence', 'is not', null)
    .where('entry_sha256', 'is not', null)
    .$narrowType<{ sequence: number; entrySha256: Buffer }>()
}

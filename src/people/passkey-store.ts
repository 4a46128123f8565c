import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'

/** A passkey as its owner sees it. */
export type Passkey = { id: number; name: string; createdAt: Date; usedOn: Day | null }

export function listPasskeys(db: Db, personId: number): Promise<Passkey[]> {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at as createdAt'])
    .select(sql<Day | null>`used_on::text`.as('usedOn'))
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
}

/** What a device is told, so that it makes no second one. */
export function listCredentials(
  db: Db,
  personId: number,
): Promise<{ id: string; transports: string[] }[]> {
  return db
    .selectFrom('passkey')
    .select(['credential_id as id', 'transports'])
    .where('person_id', '=', personId)
    .execute()
}

export type KeptPasskey = {
  id: number
  personId: number
  credentialId: string
  publicKey: Buffer
  counter: number
}

/** By what its device calls it; held until the transaction ends, so that its counter only rises. */
export async function lockPasskey(tx: Db, credentialId: string): Promise<KeptPasskey | undefined> {
  const row = await tx
    .selectFrom('passkey')
    .select(['id', 'person_id as personId', 'credential_id as credentialId', 'counter'])
    .select('public_key as publicKey')
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, counter: Number(row.counter) }
}

type NewPasskey = {
  personId: number
  credentialId: string
  publicKey: Uint8Array
  counter: number
  synced: boolean
  transports: string[]
  name: string
  createdAt: Date
}

/** False where that credential is kept already. */
export async function savePasskey(tx: Db, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values({
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      synced: passkey.synced,
      transports: passkey.transports,
      name: passkey.name,
      created_at: passkey.createdAt,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Use = { id: number; counter: number; synced: boolean; day: Day }

export async function savePasskeyUse(tx: Db, { id, counter, synced, day }: Use): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ counter, synced, used_on: day })
    .where('id', '=', id)
    .execute()
}

type Own = { personId: number; id: number }

/** One of that person's; false where they have none of that id. */
export async function renamePasskey(db: Db, { personId, id }: Own, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ name })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The name of the one that is gone; undefined where the person has none of that id. */
export async function deletePasskey(tx: Db, { personId, id }: Own): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

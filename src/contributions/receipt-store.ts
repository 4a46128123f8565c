import type { Db } from '../platform/db/connect.ts'

export type Head = { sequence: number; sha256: Uint8Array }

/** An act with its entry; `sequence` is null until it is sealed, `head` until the receipt is complete. */
export type KeptReceipt = {
  entryId: number
  contributionNumber: number
  personId: number
  role: string
  actor: string
  action: string
  object: string
  at: Date
  previousSha256: Buffer | null
  payload: string | null
  salt: Buffer | null
  sequence: number | null
  entrySha256: Buffer | null
  head: Head | null
}

export async function saveReceipt(
  tx: Db,
  receipt: { entryId: number; contributionNumber: number; personId: number },
): Promise<void> {
  await tx
    .insertInto('receipt')
    .values({
      entry_id: receipt.entryId,
      contribution_number: receipt.contributionNumber,
      person_id: receipt.personId,
    })
    .execute()
}

export async function findReceipt(db: Db, entryId: number): Promise<KeptReceipt | undefined> {
  const row = await receipts(db).where('receipt.entry_id', '=', entryId).executeTakeFirst()
  return row && fromRow(row)
}

/** The receipts that somebody has for what they did with a contribution, in the order of the acts. */
export async function listReceipts(
  db: Db,
  personId: number,
  contributionNumber: number,
): Promise<KeptReceipt[]> {
  const rows = await receipts(db)
    .where('receipt.person_id', '=', personId)
    .where('receipt.contribution_number', '=', contributionNumber)
    .orderBy('receipt.entry_id')
    .execute()
  return rows.map(fromRow)
}

/** Every receipt that somebody has, in the order of the acts. */
export async function listReceiptsOf(db: Db, personId: number): Promise<KeptReceipt[]> {
  const rows = await receipts(db)
    .where('receipt.person_id', '=', personId)
    .orderBy('receipt.entry_id')
    .execute()
  return rows.map(fromRow)
}

/** Holds the receipt, so that it is completed and mailed once. */
export async function lockReceipt(
  tx: Db,
  entryId: number,
): Promise<{ mailed: boolean } | undefined> {
  const row = await tx
    .selectFrom('receipt')
    .select('mailed_at')
    .where('entry_id', '=', entryId)
    .forUpdate()
    .executeTakeFirst()
  return row && { mailed: row.mailed_at !== null }
}

/** Writes down the head that the receipt hands out, for ever; an earlier one stays. */
export async function completeReceipt(tx: Db, entryId: number, head: Head): Promise<void> {
  await tx
    .updateTable('receipt')
    .set({ head_sequence: head.sequence, head_sha256: Buffer.from(head.sha256) })
    .where('entry_id', '=', entryId)
    .where('head_sequence', 'is', null)
    .execute()
}

export async function noteMailed(tx: Db, entryId: number, now: Date): Promise<void> {
  await tx.updateTable('receipt').set({ mailed_at: now }).where('entry_id', '=', entryId).execute()
}

function receipts(db: Db) {
  return db
    .selectFrom('receipt')
    .innerJoin('journal_entry as entry', 'entry.id', 'receipt.entry_id')
    .select(['receipt.entry_id as entryId', 'receipt.contribution_number as contributionNumber'])
    .select(['receipt.person_id as personId', 'entry.action', 'entry.at', 'entry.payload'])
    .select(['entry.actor_role as role', 'entry.actor', 'entry.object'])
    .select(['entry.previous_sha256 as previousSha256', 'entry.salt', 'entry.sequence'])
    .select('entry.entry_sha256 as entrySha256')
    .select(['receipt.head_sequence as headSequence', 'receipt.head_sha256 as headSha256'])
}

type Row = Awaited<ReturnType<ReturnType<typeof receipts>['executeTakeFirstOrThrow']>>

function fromRow({ headSequence, headSha256, ...receipt }: Row): KeptReceipt {
  const head =
    headSequence === null || headSha256 === null
      ? null
      : { sequence: headSequence, sha256: headSha256 }
  return { ...receipt, head }
}

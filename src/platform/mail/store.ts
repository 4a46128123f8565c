import type { Db } from '../db/connect.ts'
import { inBatches } from '../db/in-batches.ts'

type NewMail = { messageId: string; content: Buffer; queuedAt: Date }

/** Their ids, in their order. */
export async function saveMails(tx: Db, mails: readonly NewMail[]): Promise<number[]> {
  const ids: number[] = []
  for (const batch of inBatches(mails)) {
    const values = batch.map(({ messageId, content, queuedAt }) => ({
      message_id: messageId,
      content,
      queued_at: queuedAt,
    }))
    const rows = await tx.insertInto('mail').values(values).returning('id').execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

export type WaitingMail = { id: number; messageId: string; content: Buffer }

/** Holds a mail that was neither sent nor given up; waits for whoever holds it already. */
export async function lockWaitingMail(tx: Db, id: number): Promise<WaitingMail | undefined> {
  const row = await tx
    .selectFrom('mail')
    .select(['id', 'message_id as messageId', 'content'])
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.content ? { ...row, content: row.content } : undefined
}

/** `keep`: the mail can still be read here. */
export async function saveSent(tx: Db, id: number, now: Date, { keep }: { keep: boolean }) {
  const sent = keep ? { sent_at: now } : { sent_at: now, content: null }
  await tx.updateTable('mail').set(sent).where('id', '=', id).execute()
}

export async function saveFailed(tx: Db, id: number, now: Date, code: number | null) {
  const failed = { failed_at: now, failure_code: code, content: null }
  await tx.updateTable('mail').set(failed).where('id', '=', id).execute()
}

export type KeptMail = { id: number; messageId: string; sentAt: Date; content: Buffer }

/** Newest first. */
export async function listKeptMail(db: Db, limit: number): Promise<KeptMail[]> {
  const rows = await db
    .selectFrom('mail')
    .select(['id', 'message_id as messageId', 'sent_at as sentAt', 'content'])
    .where('sent_at', 'is not', null)
    .where('content', 'is not', null)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ sentAt, content, ...row }) =>
    sentAt && content ? [{ ...row, sentAt, content }] : [],
  )
}

type Kept = { id: number; messageId: string; queuedAt: Date; sentAt: Date | null; content: Buffer }

/** Every mail of which there is still something to read, in order. */
export async function listContents(db: Db): Promise<Kept[]> {
  const rows = await db
    .selectFrom('mail')
    .select(['id', 'message_id as messageId', 'content'])
    .select(['queued_at as queuedAt', 'sent_at as sentAt'])
    .where('content', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ content, ...row }) => (content ? [{ ...row, content }] : []))
}

/** Waits for whoever is sending it; undefined where nothing is left of it then. */
export function lockContent(tx: Db, id: number): Promise<{ sentAt: Date | null } | undefined> {
  return tx
    .selectFrom('mail')
    .select('sent_at as sentAt')
    .where('id', '=', id)
    .where('content', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function emptyMail(
  tx: Db,
  { id, sent }: { id: number; sent: boolean },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ content: null, ...(!sent && { failed_at: now }) })
    .where('id', '=', id)
    .execute()
}

export async function deleteMailsBefore(tx: Db, before: Date): Promise<void> {
  await tx
    .deleteFrom('mail')
    .where((where) => where.or([where('sent_at', '<', before), where('failed_at', '<', before)]))
    .execute()
}

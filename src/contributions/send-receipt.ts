import { z } from 'zod'
import { findHead, hex, sealJournal } from '../journal/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Task } from '../platform/jobs/task.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { sayDateTime } from '../platform/messages.ts'
import {
  completeReceipt,
  findReceipt,
  listReceipts,
  lockReceipt,
  noteMailed,
  type KeptReceipt,
} from './receipt-store.ts'
import { receiptDocument, receiptKind } from './receipt.ts'
import { words } from './words.ts'

const payload = z.object({ entryId: z.number().int() })

/**
 * Completes the receipt of an act as soon as its entry is sealed, and mails it once; the head that it
 * hands out is written down, so that a repeated mail would say the same.
 */
export const sendReceipt: Task = async ({ db, mailing, now }, given) => {
  const { entryId } = payload.parse(given)
  // The act is committed, or this job would not be there: what nobody has sealed yet can be sealed now.
  await sealJournal(db, { wait: true })
  await inTransaction(db, async (tx) => {
    const kept = await lockReceipt(tx, entryId)
    if (!kept || kept.mailed) return
    const receipt = await readReceipt(tx, entryId)
    if (!receipt?.head) throw new Error(`entry ${entryId} is not sealed`)
    const to = await findAddress(tx, receipt.personId)
    if (to) await queueMail(tx, mailing, composeReceipt(receipt, to, mailing.publicUrl), now())
    await noteMailed(tx, entryId, now())
  })
}

/** The receipt, with the newest head that its entry stands below, written down when first read. */
export async function readReceipt(db: Db, entryId: number): Promise<KeptReceipt | undefined> {
  const receipt = await findReceipt(db, entryId)
  if (!receipt || receipt.head || receipt.sequence === null) return receipt
  const head = await findHead(db)
  if (!head) return receipt
  await completeReceipt(db, entryId, { sequence: head.sequence, sha256: head.entrySha256 })
  return findReceipt(db, entryId)
}

/** Completes what somebody did with a contribution, as far as it is sealed. */
export async function completeReceipts(db: Db, personId: number, number: number): Promise<void> {
  for (const { entryId } of await listReceipts(db, personId, number)) await readReceipt(db, entryId)
}

type Address = NonNullable<Awaited<ReturnType<typeof findAddress>>>

function composeReceipt(receipt: KeptReceipt, { email, locale }: Address, publicUrl: string) {
  const say = words(locale)
  const { contributionNumber: number, at, head } = receipt
  const kind = receiptKind(receipt)
  return {
    to: email,
    lang: locale,
    subject: say('receipt-subject', { kind, number }),
    text: say('receipt-mail', {
      kind,
      number,
      date: sayDateTime(locale, at),
      sequence: receipt.sequence ?? 0,
      entry: hex(receipt.entrySha256 ?? new Uint8Array()),
      head: `${head?.sequence}:${hex(head?.sha256 ?? new Uint8Array())}`,
      page: `${publicUrl}/c/${number}`,
      receipt: JSON.stringify(receiptDocument(receipt), null, 2),
    }),
  }
}

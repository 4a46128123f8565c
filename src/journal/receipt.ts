import { z } from 'zod'
import { hashEntry, hashPayload, hex, isTime, type Entry } from './entry.ts'

const sequence = z.int().positive().max(2_147_483_647)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().refine((given) => given.isWellFormed())
const head = z.strictObject({ sequence, hash })

/**
 * What somebody keeps to prove that their act is in the chain: all that its entry's hash is made of, and
 * a head at or after it. Hashes and salt in hexadecimal; null until the entry is sealed.
 */
export const receiptDocument = z.strictObject({
  format: z.literal('vivace-receipt-1'),
  sequence: sequence.nullable(),
  at: z.iso.datetime({ precision: 3 }),
  role: text,
  actor: text,
  action: text,
  object: text,
  payload: text.nullable(),
  salt: hash.nullable(),
  previous: hash.nullable(),
  entry: hash.nullable(),
  head: head.nullable(),
})

export type ReceiptDocument = z.infer<typeof receiptDocument>

/** A receipt that can be checked; only the first entry of a journal follows none. */
export const receipt = receiptDocument.extend({
  sequence,
  payload: text,
  salt: hash,
  entry: hash,
  head,
})

export type Receipt = z.infer<typeof receipt>

export type ReceiptProblem =
  | 'does-not-hold'
  | 'entry-missing'
  | 'entry-rewritten'
  | 'rewritten-before'
  | 'payload-altered'
  | 'head-missing'
  | 'rewritten-up-to-head'

/** What the journal has at the two places that a receipt names. */
export type Places = { entry: Entry | undefined; head: Entry | undefined }

/** The first thing that is wrong with a receipt, or with the journal that it was given for; null when nothing is. */
export function checkReceipt(receipt: Receipt, { entry, head }: Places): ReceiptProblem | null {
  if (!holdsInItself(receipt)) return 'does-not-hold'
  if (!entry) return 'entry-missing'
  if (hex(entry.entrySha256) !== receipt.entry) {
    return saysTheSame(receipt, entry) ? 'rewritten-before' : 'entry-rewritten'
  }
  if (!isErased(entry) && !hasPayloadOf(receipt, entry)) return 'payload-altered'
  if (!head) return 'head-missing'
  return hex(head.entrySha256) === receipt.head.hash ? null : 'rewritten-up-to-head'
}

/** Its payload and salt are gone: only the hash of what it said still stands. */
export function isErased({ payload, salt }: Pick<Entry, 'payload' | 'salt'>): boolean {
  return payload === null && salt === null
}

function holdsInItself(receipt: Receipt): boolean {
  const { head, sequence, entry } = receipt
  if (head.sequence < sequence) return false
  if (head.sequence === sequence && head.hash !== entry) return false
  return hex(hashEntry(toEntry(receipt))) === entry
}

function toEntry({ at, role, actor, action, object, ...receipt }: Receipt) {
  const { sequence, previous, salt, payload } = receipt
  const payloadSha256 = hashPayload(bytes(salt), payload)
  const previousSha256 = previous === null ? null : bytes(previous)
  const act = { at: new Date(at), role, actor, action, object }
  return { ...act, sequence, payloadSha256, previousSha256 }
}

/** The entry is the very one but for what it follows: something before it was rewritten. */
function saysTheSame(receipt: Receipt, entry: Entry): boolean {
  const { previousSha256 } = toEntry(receipt)
  return isTime(entry.at) && hex(hashEntry({ ...entry, previousSha256 })) === receipt.entry
}

function hasPayloadOf({ payload, salt }: Receipt, entry: Entry): boolean {
  return entry.payload === payload && entry.salt !== null && hex(entry.salt) === salt
}

function bytes(inHex: string): Buffer {
  return Buffer.from(inHex, 'hex')
}

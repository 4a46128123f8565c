import { hex, type ReceiptDocument } from '../journal/index.ts'
import type { KeptReceipt } from './receipt-store.ts'

/** What was done: in the words of message files. */
export function receiptKind({ action }: Pick<KeptReceipt, 'action'>): string {
  return action.replace('contribution.', '')
}

/** Under which name the receipts of somebody's acts with a contribution are kept. */
export function fileNameOf({ number }: { number: number }): string {
  return `vivace-${number}.json`
}

/** The receipt as its owner keeps it, and `vivace verify --receipt` reads it. */
export function receiptDocument(receipt: KeptReceipt): ReceiptDocument {
  const { sequence, role, actor, action, object, payload, head } = receipt
  return {
    format: 'vivace-receipt-1',
    sequence,
    at: receipt.at.toISOString(),
    role,
    actor,
    action,
    object,
    payload,
    salt: inHex(receipt.salt),
    previous: inHex(receipt.previousSha256),
    entry: inHex(receipt.entrySha256),
    head: head && { sequence: head.sequence, hash: hex(head.sha256) },
  }
}

function inHex(bytes: Uint8Array | null): string | null {
  return bytes && hex(bytes)
}

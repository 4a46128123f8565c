import type { KeptReceipt } from './receipt-store.ts'

/** What was done: in the words of message files. */
export function receiptKind({ action }: Pick<KeptReceipt, 'action'>): string {
  return action.replace('contribution.', '')
}

/**
 * What somebody keeps to prove that their act is in the chain (design §3): all that the entry's hash is
 * made of, and a head at or after it. Hashes and salt in hexadecimal; null until the entry is sealed.
 */
export function receiptDocument(receipt: KeptReceipt) {
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
    head: head && { sequence: head.sequence, hash: inHex(head.sha256) },
  }
}

function inHex(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString('hex')
}

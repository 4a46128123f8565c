import { canonicalJson, sha256 } from '../platform/canonical.ts'

/** An act as its transaction writes it down; numbered and chained when it is sealed. */
export type Act = {
  at: Date
  role: string
  /** The pseudonymous id of whoever acted; never a name, never an address. */
  actor: string
  action: string
  object: string
}

export type Entry = Act & {
  payload: string | null
  salt: Uint8Array | null
  payloadSha256: Uint8Array
  sequence: number
  previousSha256: Uint8Array | null
  entrySha256: Uint8Array
}

export type EntryProblem = 'broken-chain' | 'altered-entry' | 'altered-payload'

/** SHA-256(32-byte salt ‖ canonical payload). */
export function hashPayload(salt: Uint8Array, payload: string): Buffer {
  return sha256(salt, payload)
}

/** The hash that the next entry points back to: of everything in the entry but payload and salt. */
export function hashEntry(entry: Omit<Entry, 'payload' | 'salt' | 'entrySha256'>): Buffer {
  return sha256(
    canonicalJson({
      sequence: entry.sequence,
      at: entry.at.toISOString(),
      role: entry.role,
      actor: entry.actor,
      action: entry.action,
      object: entry.object,
      payload: hex(entry.payloadSha256),
      previous: entry.previousSha256 && hex(entry.previousSha256),
    }),
  )
}

/** What is wrong with an entry that should follow `previous`; null when nothing is. */
export function checkEntry(entry: Entry, previous: Entry | null): EntryProblem | null {
  if (!follows(entry, previous)) return 'broken-chain'
  if (!same(entry.entrySha256, hashEntry(entry))) return 'altered-entry'
  if (entry.salt === null || entry.payload === null) return null
  const payloadSha256 = hashPayload(entry.salt, entry.payload)
  return same(entry.payloadSha256, payloadSha256) ? null : 'altered-payload'
}

function follows(entry: Entry, previous: Entry | null): boolean {
  if (previous === null) return entry.sequence === 1 && entry.previousSha256 === null
  const next = entry.sequence === previous.sequence + 1
  return next && same(entry.previousSha256, previous.entrySha256)
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function same(one: Uint8Array | null, other: Uint8Array | null): boolean {
  if (!one || !other) return one === other
  return Buffer.compare(one, other) === 0
}

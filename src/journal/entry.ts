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
  if (!isTime(entry.at)) return 'altered-entry'
  if (!same(entry.entrySha256, hashEntry(entry))) return 'altered-entry'
  return holdsPayload(entry) ? null : 'altered-payload'
}

type Payload = Pick<Entry, 'payload' | 'salt' | 'payloadSha256'>

/** An erased payload holds: its salt went with it, and the hash stands alone. */
export function holdsPayload({ payload, salt, payloadSha256 }: Payload): boolean {
  if (salt === null || payload === null) return salt === payload
  return same(payloadSha256, hashPayload(salt, payload))
}

/** PostgreSQL has times that JavaScript has no date for: 'infinity' comes as a number. */
export function isTime(at: Date): boolean {
  return !Number.isNaN(new Date(at).getTime())
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

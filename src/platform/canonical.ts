import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** The one way to write a value down (RFC 8785), so that a hash of it means something. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON values have a canonical form')
  return text
}

export function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

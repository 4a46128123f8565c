import { z } from 'zod'
import { seal, unseal } from '../platform/mail/seal.ts'
import type { Vouched } from '../platform/oidc/provider.ts'

const stored = z.object({
  subject: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  siret: z.string().nullable(),
  idToken: z.string(),
})

/** Whom a provider vouches for, as it waits for that person to decide: nobody else can read it. */
export function sealVouched(key: Uint8Array, tokenSha256: Buffer, vouched: Vouched): Buffer {
  return seal(key, labelOf(tokenSha256), Buffer.from(JSON.stringify(vouched)))
}

/** Null where the secret is no longer the one under which it was written down. */
export function openVouched(key: Uint8Array, tokenSha256: Buffer, sealed: Buffer): Vouched | null {
  try {
    return stored.parse(JSON.parse(unseal(key, labelOf(tokenSha256), sealed).toString()))
  } catch {
    return null
  }
}

function labelOf(tokenSha256: Buffer): string {
  return `answer ${tokenSha256.toString('hex')}`
}

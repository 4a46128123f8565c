import { isIP } from 'node:net'
import { z } from 'zod'
import { nameProblem } from './profile.ts'

/** More than anybody has devices. */
export const mostPasskeys = 20

/** What a passkey may sign with: Ed25519, ECDSA with P-256, RSA (IANA's COSE algorithms). */
export const passkeyAlgorithms = [-8, -7, -257]

/** Whom a passkey is made for, and by whom it may be asked for: browsers hold both to it. */
export type RelyingParty = { id: string; origin: string }

/** Of the site under that address; null where browsers make none, which they do for names only. */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { hostname, origin } = new URL(publicUrl)
  return isIP(hostname.replaceAll(/[[\]]/g, '')) ? null : { id: hostname, origin }
}

/** What a passkey is called: as its owner wrote it, or `otherwise` where that cannot be shown. */
export function namePasskey(typed: string, otherwise: string): string {
  const name = typed.trim()
  return nameProblem(name) === null ? name : otherwise
}

/**
 * Whether a counter shows that there is another copy of the passkey: it rises with each use. Those that are
 * kept by several devices have none, and always say 0 (Web Authentication, 6.1.1).
 */
export function isCopied(kept: number, told: number): boolean {
  return (kept > 0 || told > 0) && told <= kept
}

const encoded = z
  .string()
  .max(100_000)
  .regex(/^[\w-]+$/)

const shared = {
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
}

/** What `toJSON()` makes of a credential that was asked for. */
export const usedPasskey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
  }),
})

/** The same of one that was made. */
export const madePasskey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(40)).max(10).catch([]),
  }),
})

const clientData = z.object({ challenge: z.string().max(200) })

/** Reads what a form holds of a credential, and the challenge that it says it signs; null where it is none. */
export function readPasskey<T extends { response: { clientDataJSON: string } }>(
  schema: z.ZodType<T>,
  typed: string,
): { credential: T; challenge: string } | null {
  try {
    const credential = schema.parse(JSON.parse(typed))
    const signed = Buffer.from(credential.response.clientDataJSON, 'base64url').toString()
    return { credential, challenge: clientData.parse(JSON.parse(signed)).challenge }
  } catch {
    return null
  }
}

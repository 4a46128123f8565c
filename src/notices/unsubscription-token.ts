import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link in a mail ends: one subscription, somebody's digests, or the mails that tell them answers at once. */
export type Claim = { ends: 'subscription' | 'digests' | 'answers'; id: number }

const letters = { s: 'subscription', d: 'digests', a: 'answers' } as const
const letterOf = { subscription: 's', digests: 'd', answers: 'a' } as const

/** A key that says nothing of the one that mails are encrypted with, which it is made from. */
function deriveKey(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('vivace: what ends a subscription').digest()
}

/**
 * Says what it ends, signed: whoever has the mail may end it, signed in or not (RFC 8058), and do nothing else. It is good
 * for as long as there is something to end.
 */
export function makeToken(key: Uint8Array, { ends, id }: Claim): string {
  const claim = `${letterOf[ends]}${id}`
  return `${claim}.${sign(key, claim)}`
}

/** Null for what was not made here, or was altered. */
export function readToken(key: Uint8Array, token: string): Claim | null {
  const [, letter = '', id = '', given = ''] =
    /^([sda])([1-9]\d{0,8})\.([\w-]{32})$/.exec(token) ?? []
  if (letter !== 's' && letter !== 'd' && letter !== 'a') return null
  const right = Buffer.from(sign(key, `${letter}${id}`))
  const sent = Buffer.from(given)
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) return null
  return { ends: letters[letter], id: Number(id) }
}

function sign(key: Uint8Array, claim: string): string {
  return createHmac('sha256', deriveKey(key)).update(claim).digest('base64url').slice(0, 32)
}

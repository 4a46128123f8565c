import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that can be mistaken for a digit when read aloud. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten characters (50 bits), the permanent name of a block. */
export function newBlockId(): string {
  return Array.from(randomBytes(10), (byte) => alphabet[byte % 32]).join('')
}

/** 32 random bytes: the salt that keeps a hash from being guessed. */
export function newSalt(): Buffer {
  return randomBytes(32)
}

/** 256 bits, safe in a cookie, an address or a form field. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

const token = /(?<![\w-])[\w-]{43}(?![\w-])/g

/** What in a text looks like tokens; more than they may. */
export function findTokens(text: string): string[] {
  return text.match(token) ?? []
}

/** The text with «…» for each token: what was secret opens nothing then. */
export function withoutTokens(text: string): string {
  return text.replace(token, '…')
}

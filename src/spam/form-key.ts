import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key that says nothing of the one that mails are encrypted with, which it is made from. */
function deriveKey(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('vivace: when a form was opened').digest()
}

/**
 * The key of a form: once only, and with the signed moment at which the form was opened. It goes wherever the key goes: to
 * previews, drafts, and what a browser keeps; it cannot be made up, and nobody else can use it again.
 */
export function newFormKey(key: Uint8Array, openedAt: Date): string {
  const begin = `${openedAt.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${begin}.${sign(key, begin)}`
}

/** When the form of that key was opened; null for a key that was not made here. */
export function readFormKey(key: Uint8Array, formKey: string): Date | null {
  const [, begin = '', moment = '', given = ''] =
    /^(([0-9a-z]{1,9})\.[\w-]{22})\.([\w-]{22})$/.exec(formKey) ?? []
  const right = Buffer.from(sign(key, begin))
  const sent = Buffer.from(given)
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) return null
  return new Date(Number.parseInt(moment, 36))
}

function sign(key: Uint8Array, begin: string): string {
  return createHmac('sha256', deriveKey(key)).update(begin).digest('base64url').slice(0, 22)
}

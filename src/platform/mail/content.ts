import { z } from 'zod'
import type { Mail } from './mail.ts'
import { seal, unseal } from './seal.ts'

/** A mail as it waits: `bytes` is the message that is sent, every time the same. */
export type Content = Pick<Mail, 'to' | 'subject' | 'text' | 'lang'> & { bytes: Buffer }

const stored = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  lang: z.string(),
  bytes: z.string(),
})

export function sealContent(key: Uint8Array, messageId: string, content: Content): Buffer {
  const document = { ...content, bytes: content.bytes.toString('base64') }
  return seal(key, messageId, Buffer.from(JSON.stringify(document)))
}

/** Throws where the secret is no longer the one under which the mail was written down. */
export function openContent(key: Uint8Array, messageId: string, sealed: Uint8Array): Content {
  const document = stored.parse(JSON.parse(unsealText(key, messageId, sealed)))
  return { ...document, bytes: Buffer.from(document.bytes, 'base64') }
}

function unsealText(key: Uint8Array, messageId: string, sealed: Uint8Array): string {
  try {
    return unseal(key, messageId, sealed).toString()
  } catch (error) {
    throw new Error('the mail was altered, or written down under another SECRET', { cause: error })
  }
}

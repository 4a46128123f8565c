import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** The key under which mails wait: 32 bytes that say nothing of the secret. */
export function deriveMailKey(secret: string): Uint8Array {
  return hash('sha256', `vivace: mail that waits\n${secret}`, 'buffer')
}

/** Encrypts so that only the same key opens it, under the same label: nonce ‖ tag ‖ text. */
export function seal(key: Uint8Array, label: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(label))
  const sealed = Buffer.concat([sealing.update(bytes), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed])
}

/** Throws where the key or the label is another, or a byte was altered. */
export function unseal(key: Uint8Array, label: string, sealed: Uint8Array): Buffer {
  const text = nonceLength + tagLength
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(Buffer.from(label))
    .setAuthTag(sealed.subarray(nonceLength, text))
  return Buffer.concat([opening.update(sealed.subarray(text)), opening.final()])
}

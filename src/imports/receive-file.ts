import { BadForm } from '../platform/http/problems.ts'

/** Bytes: a file of 20 MB, and the fields beside it. */
export const largestUpload = 20 * 1024 * 1024 + 64 * 1024

/** Bytes that are kept of what is too long: the fields stand before the file. */
const keptOfTooLong = 64 * 1024

/** Bytes: of what is longer still, nothing more is listened to. */
const longestHeard = 100 * 1024 * 1024

/** The field that a form has when its file was cut off. */
export const cutOff = 'cut-off'

/** The one address to which a file can be sent. */
export function takesFile({ method, path }: { method: string; path: string }): boolean {
  return method === 'POST' && /^\/[^/]+\/workshop\/reports\/[^/]+\/import$/.test(path)
}

/**
 * Returns the request with its body read, up to `largest` bytes. A longer one is heard to its end,
 * since browsers show no answer before they have sent everything, and only its start is kept, so that
 * what was typed can be shown again.
 */
export async function receiveFile(raw: Request, largest: number): Promise<Request> {
  if (!raw.body) return raw
  const { size, bytes } = await hear(raw.body, largest).catch(() => {
    throw new BadForm('a form that was not sent to its end')
  })
  const body = size > largest ? cutShort(bytes, boundaryOf(raw)) : bytes
  return new Request(raw, { method: raw.method, body })
}

async function hear(body: NonNullable<Request['body']>, largest: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    chunks.push(chunk)
    if (size > largest) chunks.splice(0, chunks.length, startOf(chunks))
    if (size > longestHeard) break
  }
  return { size, bytes: Buffer.concat(chunks) }
}

function startOf(chunks: readonly Uint8Array[]): Buffer {
  return Buffer.from(Buffer.concat(chunks).subarray(0, keptOfTooLong))
}

function boundaryOf({ headers }: Request): string {
  return /boundary="?([^";]+)/i.exec(headers.get('Content-Type') ?? '')?.[1] ?? ''
}

/** The start of a form, ended as a form ends. */
function cutShort(start: Buffer, boundary: string): Buffer<ArrayBuffer> {
  const field = `Content-Disposition: form-data; name="${cutOff}"\r\n\r\nyes`
  const end = `\r\n--${boundary}\r\n${field}\r\n--${boundary}--\r\n`
  return Buffer.concat([start, Buffer.from(end)])
}

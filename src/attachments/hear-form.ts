import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { BadForm } from '../platform/http/problems.ts'
import type { SentFile } from '../platform/files/sent-file.ts'
import { attachmentLimits } from './attachment.ts'

export type HeardForm = {
  fields: [name: string, value: string][]
  files: SentFile[]
  /** It is longer than any form may be: what is known of it came before that. */
  tooLarge: boolean
  /** Deletes what lies in the folder. */
  forget: () => Promise<void>
}

/** Bytes of a form with files; of its fields; and of what is too long, how much is heard, so that a browser comes to see the answer. */
const longestForm = attachmentLimits.together + 2 * 1024 * 1024
const longestFields = 2 * 1024 * 1024
const longestHeard = 250 * 1024 * 1024

const receivedName = 'vivace-received-'

/** Milliseconds: no form takes as long to come in. */
const longestComing = 3_600_000

/** Deletes what a process that was ended in the middle of a form has left on this machine. */
export async function forgetReceived(): Promise<void> {
  const names = await readdir(tmpdir())
  for (const name of names.filter((one) => one.startsWith(receivedName))) {
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => null)
    const old = found !== null && found.mtimeMs < Date.now() - longestComing
    if (old) await rm(path, { recursive: true, force: true })
  }
}

/** The names of the fields of one form. */
const mostFields = 2000

/**
 * Reads a form with files as it comes: fields into memory, files into a folder that is nobody else's. What is too long is
 * heard out and kept nowhere; and so are the files where nobody may send any, but for their names.
 */
export async function hearForm(raw: Request, keeps: boolean): Promise<HeardForm> {
  const folder = await mkdtemp(join(tmpdir(), receivedName))
  const forget = () => rm(folder, { recursive: true, force: true })
  try {
    return { ...(await hear(raw, keeps ? folder : null)), forget }
  } catch {
    await forget()
    throw new BadForm('a form that was not sent to its end')
  }
}

async function hear(raw: Request, folder: string | null): Promise<Omit<HeardForm, 'forget'>> {
  const heard: Omit<HeardForm, 'forget'> = { fields: [], files: [], tooLarge: false }
  const written: Promise<void>[] = []
  const over = new AbortController()
  const parser = openParser(raw)
  hearFields(parser, heard)
  parser.on('file', (_field, stream, name) => {
    // A browser sends a file of no name and no bytes where none was chosen.
    if (!name || heard.tooLarge || heard.files.length > attachmentLimits.count) {
      stream.resume()
      return
    }
    const file = { path: join(folder ?? '', randomUUID()), name, bytes: 0, cut: false }
    heard.files.push(file)
    if (folder === null) {
      stream.resume()
      return
    }
    stream.on('limit', () => {
      file.cut = true
    })
    stream.on('data', (chunk: Buffer) => {
      file.bytes += chunk.length
    })
    const { signal } = over
    written.push(pipeline(stream, createWriteStream(file.path, { mode: 0o600 }), { signal }))
  })
  const ended = once(parser, 'finish')
  // Told where it is waited for, which may be never.
  ended.catch(() => {})
  try {
    const whole = await feed(raw, parser, heard)
    if (whole) await Promise.all([ended, ...written])
    return whole ? heard : { ...heard, files: [], tooLarge: true }
  } finally {
    // Nothing is written any more once the folder is deleted.
    over.abort()
    await Promise.allSettled(written)
    parser.destroy()
  }
}

function hearFields(parser: BusboyInstance, heard: Omit<HeardForm, 'forget'>): void {
  let size = 0
  parser.on('field', (name, value, nameCut, valueCut) => {
    size += Buffer.byteLength(name) + Buffer.byteLength(value)
    if (nameCut || valueCut || size > longestFields) heard.tooLarge = true
    else heard.fields.push([name, value])
  })
  parser.on('fieldsLimit', () => {
    heard.tooLarge = true
  })
}

function openParser({ headers }: Request): BusboyInstance {
  return new Busboy({
    headers: { 'content-type': headers.get('Content-Type') ?? '' },
    limits: {
      fieldSize: longestFields,
      fields: mostFields,
      fileSize: attachmentLimits.pdf,
      headerPairs: 20,
    },
  })
}

/** Gives the parser what comes, at its own pace; false where it is longer than a form may be, and the rest was let go. */
async function feed(
  raw: Request,
  parser: BusboyInstance,
  heard: Pick<HeardForm, 'tooLarge'>,
): Promise<boolean> {
  if (!raw.body) throw new Error('no body')
  let size = 0
  for await (const chunk of Readable.fromWeb(raw.body)) {
    size += chunk.length
    if (size > longestHeard) break
    if (size > longestForm || heard.tooLarge) continue
    if (!parser.write(chunk)) await once(parser, 'drain')
  }
  if (size > longestForm || heard.tooLarge) return false
  parser.end()
  return true
}

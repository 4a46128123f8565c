import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
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

/** The names of the fields of one form. */
const mostFields = 2000

/**
 * Reads a form with files as it comes: fields into memory, files into a folder that is nobody else's. What is too long is
 * heard out and kept nowhere.
 */
export async function hearForm(raw: Request): Promise<HeardForm> {
  const folder = await mkdtemp(join(tmpdir(), 'vivace-received-'))
  const forget = () => rm(folder, { recursive: true, force: true })
  try {
    return { ...(await hear(raw, folder)), forget }
  } catch {
    await forget()
    throw new BadForm('a form that was not sent to its end')
  }
}

async function hear(raw: Request, folder: string): Promise<Omit<HeardForm, 'forget'>> {
  const heard: Omit<HeardForm, 'forget'> = { fields: [], files: [], tooLarge: false }
  const written: Promise<void>[] = []
  const parser = openParser(raw)
  let ofFields = 0
  parser.on('field', (name, value, nameCut, valueCut) => {
    ofFields += Buffer.byteLength(name) + Buffer.byteLength(value)
    if (nameCut || valueCut || ofFields > longestFields) heard.tooLarge = true
    else heard.fields.push([name, value])
  })
  parser.on('file', (_field, stream, name) => {
    // A browser sends a file of no name and no bytes where none was chosen.
    if (!name || heard.tooLarge || heard.files.length > attachmentLimits.count) {
      stream.resume()
      return
    }
    const file = { path: join(folder, randomUUID()), name, bytes: 0, cut: false }
    heard.files.push(file)
    stream.on('limit', () => {
      file.cut = true
    })
    stream.on('data', (chunk: Buffer) => {
      file.bytes += chunk.length
    })
    written.push(pipeline(stream, createWriteStream(file.path, { mode: 0o600 })))
  })
  parser.on('fieldsLimit', () => {
    heard.tooLarge = true
  })
  const ended = new Promise<void>((resolve, reject) => {
    parser.once('finish', resolve).once('error', reject)
  })
  ended.catch(() => {})
  const whole = await feed(raw, parser, heard)
  if (!whole) {
    parser.destroy()
    await Promise.allSettled(written)
    return { ...heard, files: [], tooLarge: true }
  }
  await Promise.all([ended, ...written])
  return heard
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
    if (!parser.write(chunk)) await drained(parser)
  }
  if (size > longestForm || heard.tooLarge) return false
  parser.end()
  return true
}

function drained(parser: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('drain', resolve).once('error', reject)
  })
}

import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { FileProblem, KeptPicture, ParsedDocument } from '../text/index.ts'

/** A file as it was sent; its name says what it is meant to be. */
export type SourceFile = {
  name: string
  bytes: Uint8Array
  /** Files that lie beside it, by their names as seen from there: the pictures that it names. */
  beside?: ReadonlyMap<string, Uint8Array>
  /** Pictures that its report has, by the names of their files: a document may show them again by their hash. */
  held?: ReadonlyMap<string, KeptPicture>
}

export type DocumentProblem =
  | FileProblem
  | 'unknown-format'
  | 'too-large'
  | 'not-utf8'
  | 'nested-too-deep'
  | 'takes-too-long'
  | 'no-text'
  | 'not-one-document'

export type ReadDocument =
  | {
      ok: true
      document: ParsedDocument
      /** Those that its figures show. */
      pictures: KeptPicture[]
      /** Names of pictures that did not come with it. */
      missing: string[]
      /** Names of pictures that it names by their hash, and that were not held. */
      sought: string[]
    }
  | { ok: false; problem: DocumentProblem }

/** What the process is asked to read. */
export type DocumentJob = {
  format: TextFormat | 'docx' | 'zip'
  bytes: Uint8Array
  beside: ReadonlyMap<string, Uint8Array>
  held: ReadonlyMap<string, KeptPicture>
}

export type TextFormat = 'html' | 'markdown'

/** Bytes. */
export const fileLimit = 20_000_000

/** Milliseconds for reading one document: a report of 450 pages takes two or three seconds. */
const timeLimit = 30_000

/** Megabytes: what a process may hold in objects before it ends. */
const memoryLimit = 512

const formats: ReadonlyMap<string, DocumentJob['format']> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['docx', 'docx'],
  ['zip', 'zip'],
])

/**
 * Returns the text and the pictures of a file that somebody sent, or why it cannot be read. Whatever is in it, this
 * takes half a minute at most (after the files that came before it), holds up nobody else, and
 * loads, runs and fetches nothing that the file names.
 */
export async function readDocument(
  { name, bytes, beside = new Map(), held = new Map() }: SourceFile,
  milliseconds = timeLimit,
): Promise<ReadDocument> {
  const format = formats.get(/\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '')
  if (format === undefined) return { ok: false, problem: 'unknown-format' }
  if (bytes.length > fileLimit) return { ok: false, problem: 'too-large' }
  return takeTurn(() => readApart({ format, bytes, beside, held }, milliseconds))
}

/**
 * Two at a time: a long document does not keep a short one waiting, and however many people send
 * files at once, they take two processors and the memory of two readings. More would not be faster on the
 * small machines that this runs on.
 */
const turns = 2
let taken = 0
const waiting: (() => void)[] = []

async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  if (taken < turns) taken += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    // A turn is handed on, or given back when nobody waits for it.
    const next = waiting.shift()
    if (next === undefined) taken -= 1
    else next()
  }
}

/**
 * In a process of its own: a thread that runs out of memory can take the whole program with it. It is
 * given nothing of the program's surroundings, its secrets least of all.
 */
async function readApart(job: DocumentJob, milliseconds: number): Promise<ReadDocument> {
  const child = fork(fileURLToPath(new URL('document-process.ts', import.meta.url)), {
    // Node reads these files' types away by itself: without the program's loader it starts in half the
    // time, and none of the options of a test run reaches it.
    execArgv: [`--max-old-space-size=${memoryLimit}`],
    env: { SystemRoot: process.env['SystemRoot'] },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadDocument>((resolve, reject) => {
      timer = setTimeout(() => resolve(tooLong), milliseconds)
      const said = collectErrors(child)
      child.on('message', (read: ReadDocument) => resolve(read))
      child.on('error', reject)
      child.on('exit', (code) => (code === 1 ? reject(new Error(said())) : resolve(tooLong)))
      child.send(job, (error) => error && reject(error))
    })
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

/** Out of memory, a process ends by a signal; an error of ours ends it with the code 1. */
const tooLong: ReadDocument = { ok: false, problem: 'takes-too-long' }

/** What it said on its way out, as far as anybody wants to read. */
function collectErrors({ stderr }: ChildProcess): () => string {
  let said = ''
  stderr?.on('data', (bytes: Buffer) => {
    if (said.length < 10_000) said += bytes.toString()
  })
  return () => `a document was not read: ${said}`
}

import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { DocumentJob, ReadDocument, SourceFile } from './document.ts'

/** Bytes. */
export const fileLimit = 20_000_000

/** Milliseconds for reading one document: a report of 450 pages takes two or three seconds. */
export const timeLimit = 30_000

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
  const format = formatOf(name)
  if (format === undefined) return { ok: false, problem: 'unknown-format' }
  if (bytes.length > fileLimit) return { ok: false, problem: 'too-large' }
  return takeTurn(() => readApart({ format, bytes, beside, held }, milliseconds))
}

/** Returns what the name of a file says that it is, undefined for what cannot be read. */
export function formatOf(name: string): DocumentJob['format'] | undefined {
  return formats.get(/\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '')
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

/** One module is loaded sooner than the hundred files that it is made of. */
const loader = new URL('../../bin/typescript.mjs', import.meta.url).href

/**
 * In a process of its own: a thread that runs out of memory can take the whole program with it. It is
 * given nothing of the program's surroundings, its secrets least of all.
 */
async function readApart(job: DocumentJob, milliseconds: number): Promise<ReadDocument> {
  const child = fork(fileURLToPath(new URL('document-process.ts', import.meta.url)), {
    // None of the options of a test run reaches it.
    execArgv: [`--max-old-space-size=${memoryLimit}`, '--import', loader],
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

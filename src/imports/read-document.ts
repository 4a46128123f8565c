import { Worker } from 'node:worker_threads'

import type { FileProblem, ParsedDocument } from '../text/index.ts'

/** A file as it was sent; its name says what it is meant to be. */
export type SourceFile = { name: string; bytes: Uint8Array }

export type DocumentProblem =
  | FileProblem
  | 'unknown-format'
  | 'too-large'
  | 'not-utf8'
  | 'nested-too-deep'
  | 'takes-too-long'
  | 'no-text'

export type ReadDocument =
  | { ok: true; document: ParsedDocument }
  | { ok: false; problem: DocumentProblem }

/** What the worker is asked to read. */
export type DocumentJob = { format: 'html' | 'markdown' | 'docx'; bytes: Uint8Array }

/** Bytes. */
export const fileLimit = 20_000_000

/** Milliseconds for reading one document: a report of 450 pages takes two or three seconds. */
const timeLimit = 30_000

/** Megabytes: what a worker may hold in objects before it is ended. */
const memoryLimit = 512

const formats: ReadonlyMap<string, DocumentJob['format']> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['docx', 'docx'],
])

/**
 * Returns the text of a file that somebody sent, or why it cannot be read. Whatever is in it, this
 * takes half a minute at most (after the files that came before it), holds up nobody else, and
 * loads, runs and fetches nothing that the file names.
 */
export async function readDocument(
  { name, bytes }: SourceFile,
  milliseconds = timeLimit,
): Promise<ReadDocument> {
  const format = formats.get(/\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '')
  if (format === undefined) return { ok: false, problem: 'unknown-format' }
  if (bytes.length > fileLimit) return { ok: false, problem: 'too-large' }
  return takeTurn(() => readInWorker({ format, bytes }, milliseconds))
}

/**
 * Two at a time: a long document does not keep a short one waiting, and however many people send
 * files at once, they take two processors and two workers' memory. More would not be faster on the
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

async function readInWorker(job: DocumentJob, milliseconds: number): Promise<ReadDocument> {
  const worker = new Worker(new URL('document-worker.ts', import.meta.url), {
    workerData: job,
    // Node reads these files' types away by itself: without the program's loader a worker starts
    // in half the time, and none of the options of a test run reaches it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadDocument>((resolve, reject) => {
      const tooLong: ReadDocument = { ok: false, problem: 'takes-too-long' }
      timer = setTimeout(() => resolve(tooLong), milliseconds)
      worker.on('message', (read: ReadDocument) => resolve(read))
      worker.on('error', (error) => (isOutOfMemory(error) ? resolve(tooLong) : reject(error)))
      worker.on('exit', (code) => reject(new Error(`the document worker ended with ${code}`)))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

import { runApart } from '../platform/run-apart.ts'
import type { DocumentJob, ReadDocument, SourceFile } from './document.ts'

/** Bytes. */
export const fileLimit = 20_000_000

/** Milliseconds for reading one document: a report of 450 pages takes two or three seconds. */
export const timeLimit = 30_000

const tooLong: ReadDocument = { ok: false, problem: 'takes-too-long' }

/** Megabytes. */
const reading = {
  module: new URL('document-process.ts', import.meta.url),
  objects: 512,
  memory: 2048,
  ended: tooLong,
}

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
  return runApart({ ...reading, milliseconds }, { format, bytes, beside, held })
}

/** Returns what the name of a file says that it is, undefined for what cannot be read. */
export function formatOf(name: string): DocumentJob['format'] | undefined {
  return formats.get(/\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '')
}

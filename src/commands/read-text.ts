import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readOwnDocument, type DocumentProblem } from '../documents/index.ts'
import type { ParsedDocument } from '../text/index.ts'
import { refuse } from './refuse.ts'

export const documentRefusals: Record<DocumentProblem, string> = {
  'unknown-format':
    'Only Markdown (.md), HTML (.html) and Word (.docx) documents can be imported, or a .zip of one.',
  'not-utf8': 'The file is not UTF-8 text: save it as UTF-8 and try again.',
  'too-large': 'The file is over 20 MB long: make its pictures smaller.',
  'not-a-word-file': 'The file is called .docx and is no Word document: save it as one in Word.',
  'broken-file': 'The file is damaged or cut short: send it again, or save it anew.',
  'unpacks-too-large':
    'The file unpacks to far more than any report holds: make its pictures smaller.',
  'nested-too-deep':
    'The file nests its elements thousands deep: copy its contents into a new document.',
  'takes-too-long':
    'Reading the file took too much time or memory and was given up: simplify it, or split it.',
  'no-text': 'No text was found in the file: if it is made of pictures, type their text first.',
  'not-one-document':
    'The .zip has to hold one HTML or Markdown document beside its pictures, or several, one of them named “index”.',
}

/** The text of a file, by what its name says that it is; null where it is refused, which is said. */
export async function readText(path: string): Promise<ParsedDocument | null> {
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) {
    refuse(`${path} cannot be read.`)
    return null
  }
  const read = await readOwnDocument({ name: basename(path), bytes })
  if (read.ok) return read.document
  refuse(`${path}: ${documentRefusals[read.problem]}`)
  return null
}

/** Both at once; null where one is refused. */
export async function readTexts(
  old: string,
  now: string,
): Promise<{ old: ParsedDocument; now: ParsedDocument } | null> {
  const [one, other] = await Promise.all([readText(old), readText(now)])
  return one && other && { old: one, now: other }
}

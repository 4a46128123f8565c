import { createHash } from 'node:crypto'
import {
  keepPictures,
  parseDocx,
  parseHtml,
  parseMarkdownDocument,
  UnreadableFile,
  type ParsedDocument,
} from '../text/index.ts'
import { decodeText } from './decode-text.ts'
import type { DocumentJob, DocumentProblem, ReadDocument } from './document.ts'
import { readPackage } from './read-package.ts'

/**
 * Returns the text and the pictures of a document, or why it cannot be read. It may take as long and as
 * much memory as it likes.
 */
export async function readJob({ format, bytes, beside, held }: DocumentJob): Promise<ReadDocument> {
  try {
    if (format !== 'zip') return await readFile({ format, bytes, beside, held })
    const found = readPackage(bytes)
    return found ? await readFile({ ...found, held }) : { ok: false, problem: 'not-one-document' }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

type Job = DocumentJob & { format: Exclude<DocumentJob['format'], 'zip'> }

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function readFile({ format, bytes, beside, held }: Job): Promise<ReadDocument> {
  const keeper = keepPictures(beside, hash, held)
  const parsed = await parse({ format, bytes }, keeper)
  if (parsed === null) return { ok: false, problem: 'not-utf8' }
  const document = { ...parsed, dropped: [...parsed.dropped, ...countUnnamed(keeper)] }
  if (document.blocks.length === 0) return { ok: false, problem: 'no-text' }
  const shown = new Set(document.blocks.flatMap(({ picture }) => picture?.sha256 ?? []))
  const pictures = keeper.kept().filter(({ sha256 }) => shown.has(sha256))
  return { ok: true, document, pictures, missing: keeper.missing(), sought: keeper.sought() }
}

function countUnnamed({ unnamed }: ReturnType<typeof keepPictures>): ParsedDocument['dropped'] {
  const count = unnamed().length
  return count > 0 ? [{ what: 'file that the document does not show', count }] : []
}

async function parse(
  { format, bytes }: Pick<Job, 'format' | 'bytes'>,
  keeper: ReturnType<typeof keepPictures>,
): Promise<ParsedDocument | null> {
  if (format === 'docx') return parseDocx(bytes, keeper)
  const text = decodeText(bytes, format)
  if (text === null) return null
  return format === 'html' ? parseHtml(text, keeper) : parseMarkdownDocument(text, keeper)
}

function problemOf(error: unknown): DocumentProblem {
  if (error instanceof UnreadableFile) return error.problem
  if (error instanceof RangeError) return 'nested-too-deep'
  throw error
}

import { parseDocx, parseHtml, parseMarkdownDocument, UnreadableFile } from '../text/index.ts'
import { decodeText } from './decode-text.ts'
import type { DocumentJob, DocumentProblem, ReadDocument } from './read-document.ts'

async function read({ format, bytes }: DocumentJob): Promise<ReadDocument> {
  try {
    const document = await parse(format, bytes)
    if (document === null) return { ok: false, problem: 'not-utf8' }
    return document.blocks.length > 0 ? { ok: true, document } : { ok: false, problem: 'no-text' }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

async function parse(format: DocumentJob['format'], bytes: Uint8Array) {
  if (format === 'docx') return parseDocx(bytes)
  const text = decodeText(bytes, format)
  if (text === null) return null
  return format === 'html' ? parseHtml(text) : parseMarkdownDocument(text)
}

function problemOf(error: unknown): DocumentProblem {
  if (error instanceof UnreadableFile) return error.problem
  if (error instanceof RangeError) return 'nested-too-deep'
  throw error
}

// What is no expected problem ends the process with that error, which is told to whoever waits for it.
process.once('message', (job: DocumentJob) => {
  void read(job).then((answer) => process.send?.(answer))
})

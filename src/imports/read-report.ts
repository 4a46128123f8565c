import {
  readDocument,
  type DocumentProblem,
  type ReadDocument,
  type SourceFile,
} from './read-document.ts'

export type ReadingProblem = DocumentProblem | 'too-many-passages'

type Read = Extract<ReadDocument, { ok: true }> | { ok: false; problem: ReadingProblem }

/** Blocks: three times the longest report that we know of; comparing more would keep others waiting. */
const mostBlocks = 20_000

/** Reads a file that is to be a report's text. */
export async function readReport(file: SourceFile): Promise<Read> {
  const read = await readDocument(file)
  if (read.ok && read.document.blocks.length > mostBlocks) {
    return { ok: false, problem: 'too-many-passages' }
  }
  return read
}

import type { Db } from '../platform/db/connect.ts'
import { listPicturesOf, type Report } from '../reports/index.ts'
import { pictureFile } from '../text/index.ts'
import {
  readDocument,
  type DocumentProblem,
  type ReadDocument,
  type SourceFile,
} from '../documents/index.ts'

export type ReadingProblem = DocumentProblem | 'too-many-passages'

type Read = Extract<ReadDocument, { ok: true }> | { ok: false; problem: ReadingProblem }

/** Blocks: three times the longest report that we know of; comparing more would keep others waiting. */
const mostBlocks = 20_000

/**
 * Reads a file that is to be a report's text, whether that report is there already or not. An edition that was
 * downloaded names its pictures by their hash: those that this report has are shown again, no other report's.
 */
export async function readReport(
  db: Db,
  report: Pick<Report, 'id'> | undefined,
  file: SourceFile,
): Promise<Read> {
  const read = await readWithHeld(db, report, file)
  if (read.ok && read.document.blocks.length > mostBlocks) {
    return { ok: false, problem: 'too-many-passages' }
  }
  return read
}

/** A document is read a second time where it names pictures that its report has. */
async function readWithHeld(
  db: Db,
  report: Pick<Report, 'id'> | undefined,
  file: SourceFile,
): Promise<ReadDocument> {
  const read = await readDocument(file)
  if (!read.ok || !report) return read
  const pictures = await listPicturesOf(
    db,
    report.id,
    read.sought.map((name) => name.slice(0, name.indexOf('.'))),
  )
  if (pictures.length === 0) return read
  return readDocument({ ...file, held: new Map(pictures.map((one) => [pictureFile(one), one])) })
}

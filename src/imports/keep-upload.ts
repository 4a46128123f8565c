import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import type { Report } from '../reports/index.ts'
import type { SourceFile } from '../documents/index.ts'
import { readReport, type ReadingProblem } from './read-report.ts'
import { checkReason, checkWords, splitWords, type FieldProblem } from './upload.ts'
import { saveUpload } from './upload-store.ts'

export type Sent = {
  report: Report
  /** Null where none was chosen. */
  file: SourceFile | null
  reason: string
  /** As typed, between commas. */
  words: string
}

export type UploadProblem = FieldProblem | ReadingProblem | 'no-file'

export type Kept = { ok: true; id: string } | { ok: false; problems: UploadProblem[] }

/** Reads a file and keeps what was understood of it, to be looked at before anything changes. */
export async function keepUpload(db: Db, actor: Actor, sent: Sent, now: Date): Promise<Kept> {
  const { report, file, reason } = sent
  authorize(actor, 'report.import', { reportId: report.id })
  if (actor.personId === null) throw new SignInNeeded()
  const propositionWords = splitWords(sent.words)
  const problems = [...checkReason(reason), ...checkWords(propositionWords)]
  if (!file) return { ok: false, problems: ['no-file', ...problems] }
  if (problems.length > 0) return { ok: false, problems }
  const read = await readReport(db, report, file)
  if (!read.ok) return { ok: false, problems: [read.problem] }

  const id = newToken()
  const upload = {
    id,
    reportId: report.id,
    uploadedBy: actor.personId,
    uploadedAt: now,
    fileName: file.name,
    sha256: sha256(file.bytes),
    document: read.document,
    pictures: read.pictures,
    corrections: { reason: reason.trim(), propositionWords, headings: {} },
  }
  await inTransaction(db, (tx) => saveUpload(tx, upload))
  return { ok: true, id }
}

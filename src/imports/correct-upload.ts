import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockReport, type Report } from '../reports/index.ts'
import { correctHeadings } from '../text/index.ts'
import { checkWords, headingsOf, splitWords, takeChoices, type FieldProblem } from './upload.ts'
import { findUpload, saveCorrections } from './upload-store.ts'

export type Correcting = {
  report: Report
  id: string
  /** By the block's index in the document; see `choices`. */
  chosen: ReadonlyMap<number, string>
  /** As typed, between commas. */
  words: string
}

export type Corrected = { ok: true } | { ok: false; problem: FieldProblem }

/** Takes an editor's word for what is a heading and what is not. */
export function correctUpload(db: Db, actor: Actor, correcting: Correcting): Promise<Corrected> {
  const { report, id, chosen } = correcting
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    authorize(actor, 'report.import', { reportId: report.id })
    const upload = await findUpload(tx, report.id, id)
    if (!upload) throw new NotFound('upload')
    const propositionWords = splitWords(correcting.words)
    const [problem] = checkWords(propositionWords)
    if (problem) return { ok: false, problem }
    const { document, corrections } = upload
    const headings = takeChoices(corrections.headings, chosen, {
      read: correctHeadings(document.blocks, new Map(), propositionWords),
      shown: correctHeadings(
        document.blocks,
        headingsOf(corrections),
        corrections.propositionWords,
      ),
    })
    await saveCorrections(tx, id, { ...corrections, propositionWords, headings })
    return { ok: true }
  })
}

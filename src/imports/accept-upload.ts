import { authorize, type Actor } from '../permissions.ts'
import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  listSources,
  listWorkingBlocks,
  lockReport,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { correctHeadings } from '../text/index.ts'
import { putDocument, type Put } from './put-document.ts'
import { headingsOf, type Upload } from './upload.ts'
import { deleteUpload, findUpload, listUploadPictures } from './upload-store.ts'

export type Acceptance = {
  report: Report
  id: string
  /** See `digestPreview`: what the editor saw. */
  digest: string
}

type Refused = Extract<Put, { ok: false }>['problem'] | 'changed-meanwhile'

/** `first`: the report had no text; `gone`: the document waits no more. */
export type Accepted = { ok: true; first: boolean } | { ok: false; problem: Refused | 'gone' }

/** Makes a document that waited the working text, as its preview showed it. */
export function acceptUpload(
  db: Db,
  actor: Actor,
  { report, id, digest }: Acceptance,
  now: Date,
): Promise<Accepted> {
  return inTransaction(db, async (tx): Promise<Accepted> => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'report.import', { reportId: report.id })
    const upload = await findUpload(tx, report.id, id)
    if (!upload) return { ok: false, problem: 'gone' }
    const before = await listWorkingBlocks(tx, report.id)
    if (digestPreview(upload, before) !== digest) return { ok: false, problem: 'changed-meanwhile' }
    const { corrections, fileName, sha256: hash } = upload
    const put = await putDocument(
      tx,
      {
        report,
        blocks: readAgain(upload),
        pictures: await listUploadPictures(tx, id),
        file: { name: fileName, sha256: hash },
        reason: corrections.reason,
        by: { role, actor: actor.pseudonym, personId: actor.personId },
      },
      now,
    )
    if (!put.ok) return put
    await deleteUpload(tx, report.id, id)
    return { ok: true, first: put.counts === null }
  })
}

/** Lets go of a document that waited; one that waits no more is no matter. */
export function giveUpload(
  db: Db,
  actor: Actor,
  { report, id }: { report: Report; id: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    authorize(actor, 'report.import', { reportId: report.id })
    await deleteUpload(tx, report.id, id)
  })
}

/** The document's blocks as its editor corrected them. */
export function readAgain({ document, corrections }: Upload) {
  return correctHeadings(document.blocks, headingsOf(corrections), corrections.propositionWords)
}

/** Stands for what a preview showed: the text that is there, and the document as it was read. */
export function digestPreview(
  { document, corrections }: Upload,
  before: readonly PlacedBlock[],
): string {
  const text = before.map(({ id, sha256: hash }) => [id, Buffer.from(hash).toString('hex')])
  const read = { blocks: document.blocks.length, corrections }
  return sha256(JSON.stringify([text, canonicalJson(read)])).toString('hex')
}

/** Whether the report's text was once made from that file, and whether that was its first. */
export async function findAccepted(
  db: Db,
  report: Report,
  hash: string,
): Promise<{ first: boolean } | null> {
  const sources = (await listSources(db)).filter(({ slug }) => slug === report.slug)
  const at = sources.findLastIndex((source) => source.sha256.toString('hex') === hash)
  return at === -1 ? null : { first: at === 0 }
}

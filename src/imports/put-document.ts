import { recordAct, type Act } from '../journal/index.ts'
import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  changeWorkingText,
  listWorkingBlocks,
  saveFirstText,
  savePictures,
  saveSource,
  payloadOfChange,
  type NewChange,
  type Report,
} from '../reports/index.ts'
import type { KeptPicture, ParsedBlock } from '../text/index.ts'
import { sumUp, type PlanSummary } from './plan-import.ts'
import { planReading } from './plan-reading.ts'

export type Putting = {
  report: Pick<Report, 'id' | 'slug' | 'lang'>
  blocks: readonly ParsedBlock[]
  /** Those that the blocks show. */
  pictures: readonly KeptPicture[]
  file: { name: string; sha256: Buffer }
  /** Why this file, in the editor's words; kept as the cause of every change that it makes. */
  reason: string
  by: Pick<Act, 'role' | 'actor'> & { personId: number | null }
}

export type Put =
  | ({ ok: true; changes: number } & PlanSummary)
  | { ok: false; problem: 'nothing-changed' }

/**
 * Makes the document the working text: as its first text, or by the changes that lead to it from the
 * text that is there, with the file as their cause. The caller holds the report's lock.
 */
export async function putDocument(tx: Db, putting: Putting, now: Date): Promise<Put> {
  const { report, blocks, file, reason, by } = putting
  const before = await listWorkingBlocks(tx, report.id)
  const { lang } = report
  const reading = { reportId: report.id, lang, blocks }
  const { plan, planned } = await planReading(tx, before, reading, now)
  const { after, changes } = plan
  const first = planned === null
  if (changes.length === 0) return { ok: false, problem: 'nothing-changed' }
  await savePictures(tx, putting.pictures)
  const changesSha256 = first ? null : hashChanges(changes)
  const sourceId = await saveSource(tx, {
    reportId: report.id,
    fileName: file.name,
    sha256: file.sha256,
    reason,
    importedAt: now,
    importedBy: by.personId,
    changesSha256,
  })
  if (first) {
    await saveFirstText(tx, { reportId: report.id, sourceId, changedAt: now }, after)
  } else {
    await changeWorkingText(tx, report.id, changes, [{ kind: 'file', sourceId }])
  }
  await recordAct(
    tx,
    {
      role: by.role,
      actor: by.actor,
      at: now,
      action: 'report.imported',
      object: `report/${report.slug}`,
    },
    {
      file: file.name,
      sha256: file.sha256.toString('hex'),
      blocks: changes.length,
      ...(changesSha256 && { changes: changesSha256.toString('hex') }),
    },
  )
  return { ok: true, changes: changes.length, ...sumUp(planned) }
}

/** What the journal holds of changes that a file made: they can be recomputed from their rows. */
export function hashChanges(changes: readonly NewChange[]): Buffer {
  const described: Json[] = changes.map((change) => payloadOfChange(change, []))
  return sha256(canonicalJson(described))
}

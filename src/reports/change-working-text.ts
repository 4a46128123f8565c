import type { Db } from '../platform/db/connect.ts'
import { amendBlock } from '../text/index.ts'
import type { Cause } from './change.ts'
import { saveChanges } from './change-store.ts'
import type { PlacedBlock, Report } from './report.ts'
import { findWorkingBlock, saveWorkingBlock } from './working-store.ts'

export type Replacement = {
  report: Report
  /** The block as whoever wrote the new wording read it. */
  base: PlacedBlock
  sentences: number[]
  wording: string
}

export type ReplacementProblem = 'passage-gone' | 'passage-changed-since' | 'nothing-changed'

/**
 * Replaces sentences of the working text, where they still stand as they were read; the change is
 * written down with its causes in the same transaction. The caller holds the report's lock.
 */
export async function replaceInWorkingText(
  tx: Db,
  { report, base, sentences, wording }: Replacement,
  causes: readonly Cause[],
  now: Date,
): Promise<{ ok: true } | { ok: false; problem: ReplacementProblem }> {
  const current = await findWorkingBlock(tx, base.id)
  if (!current) return { ok: false, problem: 'passage-gone' }
  const amended = amendBlock({ base, current, replaced: sentences, wording, lang: report.lang })
  if (!amended.ok) {
    const unchanged = amended.problem === 'nothing-changed'
    return { ok: false, problem: unchanged ? 'nothing-changed' : 'passage-changed-since' }
  }
  await saveWorkingBlock(tx, amended.block)
  const change = {
    reportId: report.id,
    operation: 'replace-sentences' as const,
    blockId: base.id,
    before: amended.before,
    after: amended.after,
    sentencesBefore: sentences,
    sentencesAfter: amended.made,
    changedAt: now,
  }
  await saveChanges(tx, [change], causes)
  return { ok: true }
}

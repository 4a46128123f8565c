import type { Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  changeWorkingText,
  recordTextChanges,
  replaceInWorkingText,
  type NewChange,
  type Report,
} from '../reports/index.ts'
import type { PlannedReplacement } from './replacement.ts'

export type Making = {
  report: Report
  replacements: readonly PlannedReplacement[]
  reason: string
  by: { role: Role; actor: string; personId: number }
}

/**
 * Writes what was planned into the working text, each change with all the amendments behind it. What no
 * amendment says by itself is kept whole and stands in the journal: how words are merged may get better,
 * and what was made then must still be what the record says.
 */
export async function makeReplacements(tx: Db, making: Making, now: Date): Promise<void> {
  const { role, actor } = making.by
  for (const planned of making.replacements) {
    const causes = planned.amendments.map(({ number }) => ({
      kind: 'contribution' as const,
      contributionNumber: number,
    }))
    const change = await makeChange(tx, { making, planned, causes }, now)
    if (change.byHand) await recordTextChanges(tx, { role, actor }, [change], causes)
  }
}

type Change = {
  making: Making
  planned: PlannedReplacement
  causes: { kind: 'contribution'; contributionNumber: number }[]
}

async function makeChange(
  tx: Db,
  { making, planned, causes }: Change,
  now: Date,
): Promise<NewChange & { id: number }> {
  const { report, reason, by } = making
  const byHand = { reason, personId: by.personId }
  if (planned.kind === 'sentences') {
    const [{ base: read }] = planned.amendments
    const { base, wording, finished } = planned
    const words = { report, base, sentences: read.sentences, wording }
    const replacement = { ...words, byHand: finished ? byHand : null }
    const replaced = await replaceInWorkingText(tx, replacement, causes, now)
    if (!replaced.ok) throw new Error(`what was planned is refused: ${replaced.problem}`)
    return replaced.change
  }
  const { block, before, after, replaced, made } = planned.made
  const change: NewChange = {
    reportId: report.id,
    operation: 'replace-sentences',
    blockId: block.id,
    before,
    after,
    sentencesBefore: replaced,
    sentencesAfter: made,
    block,
    otherBlock: null,
    follows: null,
    changedAt: now,
    byHand,
  }
  const [id = 0] = await changeWorkingText(tx, report.id, [change], causes)
  return { ...change, id }
}

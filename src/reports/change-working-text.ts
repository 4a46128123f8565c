import type { Db } from '../platform/db/connect.ts'
import { amendBlock, renumber, type Block } from '../text/index.ts'
import type { ByHand, Cause, NewChange } from './change.ts'
import { saveChanges } from './change-store.ts'
import { insertion } from './plan-changes.ts'
import { replayChange } from './replay-changes.ts'
import type { PlacedBlock, Report } from './report.ts'
import {
  findWorkingBlock,
  listWorkingBlocks,
  saveWorkingBlock,
  saveWorkingChanges,
  saveWorkingText,
} from './working-store.ts'

/**
 * Makes changes to the working text, in their order, each written down with its causes in the same
 * transaction; returns their ids. The caller holds the report's lock since it read what it changes:
 * throws where a change does not fit the text.
 */
export async function changeWorkingText(
  tx: Db,
  reportId: number,
  changes: readonly NewChange[],
  causes: readonly Cause[],
): Promise<number[]> {
  const before = await listWorkingBlocks(tx, reportId)
  const after = changes.reduce<Parameters<typeof replayChange>[0]>((blocks, change) => {
    const next = replayChange(blocks, change)
    if (!next) throw new Error(`${change.operation} of ${change.blockId} does not fit the text`)
    return next
  }, before)
  await saveWorkingChanges(tx, reportId, { before, after })
  return saveChanges(tx, changes, causes)
}

type FirstText = { reportId: number; sourceId: number; changedAt: Date }

/** Fills an empty working text from a file, the cause of every block. */
export async function saveFirstText(
  tx: Db,
  { reportId, sourceId, changedAt }: FirstText,
  blocks: readonly Block[],
): Promise<void> {
  await saveWorkingText(tx, reportId, blocks)
  // The text itself is what an import leaves behind: its blocks are not kept twice.
  const changes = blocks.map((block) => ({
    ...insertion(block, null, { reportId, changedAt }),
    block: null,
  }))
  await saveChanges(tx, changes, [{ kind: 'file', sourceId }])
}

export type Replacement = {
  report: Report
  /** The block as whoever wrote the new wording read it. */
  base: PlacedBlock
  sentences: number[]
  wording: string
  /** Who chose these words, and why, where they are not those of the amendment. */
  byHand: ByHand | null
}

export type ReplacementProblem = 'passage-gone' | 'passage-changed-since' | 'nothing-changed'

export type Replaced =
  | { ok: true; change: NewChange & { id: number } }
  | { ok: false; problem: ReplacementProblem }

/**
 * Replaces sentences of the working text, where they still stand as they were read. The caller holds
 * the report's lock.
 */
export async function replaceInWorkingText(
  tx: Db,
  { report, base, sentences, wording, byHand }: Replacement,
  causes: readonly Cause[],
  now: Date,
): Promise<Replaced> {
  const current = await findWorkingBlock(tx, base.id)
  if (!current) return { ok: false, problem: 'passage-gone' }
  const amended = amendBlock({ base, current, replaced: sentences, wording, lang: report.lang })
  if (!amended.ok) {
    const unchanged = amended.problem === 'nothing-changed'
    return { ok: false, problem: unchanged ? 'nothing-changed' : 'passage-changed-since' }
  }
  const block = renumber(current, amended.block)
  const change: NewChange = {
    reportId: report.id,
    operation: 'replace-sentences',
    blockId: base.id,
    before: amended.before,
    after: amended.after,
    sentencesBefore: sentences,
    sentencesAfter: amended.made,
    // What an amendment says itself is not written down twice; a number is more than it says.
    block: byHand || block.number !== current.number ? block : null,
    otherBlock: null,
    follows: null,
    changedAt: now,
    byHand,
  }
  await saveWorkingBlock(tx, block)
  const [id = 0] = await saveChanges(tx, [change], causes)
  return { ok: true, change: { ...change, id } }
}

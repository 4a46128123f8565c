import { listAnswers, type Answer } from '../answers/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  findEdition,
  listChanges,
  listEditionBlocks,
  type Change,
  type Edition,
  type KnownCause,
} from '../reports/index.ts'
import { alignById } from '../text/index.ts'

/** One block that is not what it was in the edition before, with what caused it. */
export type ChangedBlock = {
  blockId: string
  did: 'edited' | 'added' | 'moved' | 'removed'
  /** Null where it did not stand, or stands no more. */
  before: string | null
  after: string | null
  /** By which the contributions that changed it were answered. */
  answers: Answer[]
  /** Without the contributions that these answers are about. */
  causes: KnownCause[]
  /** What editors said of changes that they made by hand. */
  reasons: string[]
}

export type WhatChanged = {
  changed: ChangedBlock[]
  /** Answers of this edition that changed no block. */
  unchanging: Answer[]
}

/** Blocks of an edition that differ from the one before, in reading order, with their causes. */
export async function listChangedBlocks(db: Db, edition: Edition): Promise<WhatChanged> {
  const previous = await findEdition(db, edition.reportId, edition.number - 1)
  const answers = await listAnswers(db, edition.reportId, edition.id)
  if (!previous) return { changed: [], unchanging: answers }

  const changes = await listChanges(db, edition.reportId, edition.id)
  const old = await listEditionBlocks(db, previous.id)
  const now = await listEditionBlocks(db, edition.id)
  const byBlock = Map.groupBy(changes, (change) => change.blockId)
  const changed = alignById(old, now).flatMap((item): ChangedBlock[] => {
    if (item.kind === 'same') return []
    const before = item.kind === 'added' ? null : item.old
    const after = item.kind === 'removed' ? null : item.new
    const blockId = (after ?? before)?.id ?? ''
    const caused = explainChange(byBlock.get(blockId) ?? [], answers)
    return [{ blockId, did: item.kind, before: textOf(before), after: textOf(after), ...caused }]
  })
  // A change that was undone before the edition shows in no block: its answer is still told.
  const told = new Set(changed.flatMap((block) => block.answers.map(({ id }) => id)))
  return { changed, unchanging: answers.filter(({ id }) => !told.has(id)) }
}

function textOf(block: { text: string } | null): string | null {
  return block && block.text
}

function explainChange(
  changes: readonly Change[],
  answers: readonly Answer[],
): Pick<ChangedBlock, 'answers' | 'causes' | 'reasons'> {
  const numbers = new Set(changes.flatMap(contributionsBehind))
  const about = answers.filter((answer) =>
    answer.contributionNumbers.some((number) => numbers.has(number)),
  )
  const answered = new Set(about.flatMap((answer) => answer.contributionNumbers))
  const causes = changes
    .flatMap((change) => change.causes)
    .filter((cause) => cause.kind !== 'contribution' || !answered.has(cause.contributionNumber))
  return {
    answers: about,
    causes: [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()],
    reasons: changes.flatMap(({ byHand }) => (byHand ? [byHand.reason] : [])),
  }
}

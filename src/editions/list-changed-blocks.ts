import { listAnswers, type Answer } from '../answers/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  type Change,
  type Edition,
  type KnownCause,
  type ToldBlocks,
} from '../reports/index.ts'
import type { TextScale } from '../ui/map-changes.ts'
import { compareEditions } from './compare-editions.ts'

/** Blocks that are not what they were in an earlier edition, with what caused it. */
export type ChangedBlock = ToldBlocks & {
  /** By which the contributions that changed it were answered; of each only these contributions. */
  answers: Answer[]
  /** Without the contributions that these answers are about. */
  causes: KnownCause[]
  /** What editors said of changes that they made by hand, where no answer says the same. */
  reasons: string[]
}

export type WhatChanged = {
  changed: ChangedBlock[]
  /** Answers of this edition, as far as their contributions changed no block. */
  unchanging: Answer[]
  /** How long the text is, and its headings. */
  scale: TextScale
}

/** What of an edition differs from an earlier one, in reading order, with its causes. */
export async function listChangedBlocks(
  db: Db,
  before: Edition | undefined,
  edition: Edition,
): Promise<WhatChanged> {
  const { told, returned, scale, answeredIn } = await compareEditions(db, before, edition)
  const answers: Answer[] = []
  for (const id of answeredIn) answers.push(...(await listAnswers(db, edition.reportId, id)))
  const answerOf = new Map(
    answers.flatMap((answer) => answer.contributionNumbers.map((number) => [number, answer])),
  )
  const changed = told.map(({ changes, ...one }) => ({
    ...one,
    did: returned.has(one.blockId) ? ('returned' as const) : one.did,
    ...explainChanges(changes, answerOf),
  }))
  return { changed, unchanging: withoutThose(answers, numbersTold(changed)), scale }
}

/** What has to be the same for passages that are told together. */
export function reasonsOf({ answers, causes, reasons }: ChangedBlock): unknown {
  const answered = answers.map(({ id, contributionNumbers }) => [id, contributionNumbers])
  return [answered, causes, reasons]
}

function numbersTold(changed: readonly ChangedBlock[]): Set<number> {
  return new Set(
    changed.flatMap((block) => block.answers.flatMap((answer) => answer.contributionNumbers)),
  )
}

/** What is left of answers: a contribution whose change was undone, or that asked for none, is told too. */
function withoutThose(answers: readonly Answer[], told: ReadonlySet<number>): Answer[] {
  return answers.flatMap((answer) => {
    const others = answer.contributionNumbers.filter((number) => !told.has(number))
    return others.length > 0 ? [{ ...answer, contributionNumbers: others }] : []
  })
}

function explainChanges(
  changes: readonly Change[],
  answerOf: ReadonlyMap<number, Answer>,
): Pick<ChangedBlock, 'answers' | 'causes' | 'reasons'> {
  const behind = [...new Set(changes.flatMap(contributionsBehind))].toSorted((a, b) => a - b)
  const byAnswer = Map.groupBy(behind, (number) => answerOf.get(number))
  const answers = [...byAnswer].flatMap(([answer, contributionNumbers]) =>
    answer ? [{ ...answer, contributionNumbers }] : [],
  )
  const causes = changes
    .flatMap((change) => change.causes)
    .filter((cause) => cause.kind !== 'contribution' || !answerOf.has(cause.contributionNumber))
  const reasons = new Set(changes.flatMap(({ byHand }) => (byHand ? [byHand.reason.trim()] : [])))
  // An amendment accepted in part is answered and finished with one reason.
  for (const { reason } of answers) reasons.delete(reason.trim())
  return {
    answers,
    causes: withoutRepeats(causes),
    reasons: [...reasons],
  }
}

function withoutRepeats(causes: readonly KnownCause[]): KnownCause[] {
  // Most have one, and there are thousands of changes.
  if (causes.length < 2) return [...causes]
  return [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()]
}

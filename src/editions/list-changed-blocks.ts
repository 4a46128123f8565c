import { listAnswers, type Answer } from '../answers/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  findEdition,
  listChanges,
  listEditionBlocks,
  listStoodBefore,
  type Change,
  type Edition,
  type KnownCause,
  type Pictured,
} from '../reports/index.ts'
import { raisedIn, type Stretch } from '../text/index.ts'
import { tellDifferences, type Told } from './telling-changes.ts'

/** One block that is not what it was in the edition before, with what caused it. */
export type ChangedBlock = {
  blockId: string
  /** `returned`: an edition before the one before had it. */
  did: Told<Change>['did'] | 'returned'
  /** Null where it did not stand, or stands no more. */
  before: string | null
  after: string | null
  /** Where each shows raised signs, as the numbers of notes. */
  raised?: { before: Stretch[]; after: Stretch[] }
  /** Of a figure. */
  pictures?: { before: Pictured; after: Pictured }
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
}

/** Blocks of an edition that differ from the one before, in reading order, with their causes. */
export async function listChangedBlocks(db: Db, edition: Edition): Promise<WhatChanged> {
  const previous = await findEdition(db, edition.reportId, edition.number - 1)
  const answers = await listAnswers(db, edition.reportId, edition.id)
  if (!previous) return { changed: [], unchanging: answers }

  const told = tellDifferences(
    await listEditionBlocks(db, previous.id),
    await listEditionBlocks(db, edition.id),
    await listChanges(db, edition.reportId, edition.id),
  )
  const added = told.filter(({ did }) => did === 'added').map(({ blockId }) => blockId)
  const stoodBefore = await listStoodBefore(db, added, edition.number)
  const answerOf = new Map(
    answers.flatMap((answer) => answer.contributionNumbers.map((number) => [number, answer])),
  )
  const changed = told.map(({ blockId, did, old, now, changes }) => ({
    blockId,
    did: stoodBefore.has(blockId) ? ('returned' as const) : did,
    before: old && old.text,
    after: now && now.text,
    raised: { before: raisedIn(old?.marks), after: raisedIn(now?.marks) },
    pictures: { before: old?.picture, after: now?.picture },
    ...explainChanges(changes, answerOf),
  }))
  return { changed, unchanging: withoutThose(answers, numbersTold(changed)) }
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
    causes: [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()],
    reasons: [...reasons],
  }
}

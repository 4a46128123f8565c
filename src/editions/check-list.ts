import { countStates, foreseeAnchors, type Standing } from '../anchors/index.ts'
import type { Answer } from '../answers/index.ts'
import { countChanges } from '../changes/index.ts'
import { listCredits, type Credit } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareTexts, contributionsBehind, type Change, type Report } from '../reports/index.ts'
import { digestPrepared, prepareEdition } from './publish-edition.ts'

/** Contributions that a point of the list names; of more, the rest is counted. */
export const namedAtMost = 20

/** What an editor looks at before an edition is frozen. */
export type CheckList = {
  /** Of the edition that would be published. */
  number: number
  /** Of its text. */
  passages: number
  /** As the list of them tells them: what one act did to several passages is one. */
  changes: number
  /** As the edition will tell them: passages that are not what they are in the edition before. */
  differing: number
  /** Changes of which only a file is known as the cause. */
  onlyFile: number
  answers: number
  /** Accepted, in part or whole, to change words, and behind nothing that the edition would change. */
  unchanging: number[]
  /** How many contributions would find their passage, and how. */
  standing: ReturnType<typeof countStates>
  /** Those whose passage is to be looked at once the edition is there. */
  doubtful: number[]
  /** Contributions whose passage the edition would no longer have. */
  losing: number[]
  unanswered: number[]
  /** What these contributions are called, as far as they are named. */
  credits: ReadonlyMap<number, Credit>
  /** See `digestPrepared`. */
  seen: string
}

export async function gatherCheckList(db: Db, report: Report): Promise<CheckList> {
  const prepared = await prepareEdition(db, report)
  const { previous, published, blocks, changes, answers, unanswered } = prepared
  const following = { old: published, now: blocks, steps: changes }
  const standings = previous ? await foreseeAnchors(db, { previous, ...following }) : []
  const losing = standings.filter(({ state }) => state === 'orphan').filter(isNew)
  const doubtful = standings.filter((one) => one.doubtful && one.place !== null).filter(isNew)
  const told = compareTexts(published, blocks, changes)
  const counts = countChanges(changes)
  const telling = told.flatMap((difference) => difference.changes)
  const unchanging = await listUnchanging(db, { telling, answers })
  const numbers = { losing: losing.map(numberOf), doubtful: doubtful.map(numberOf) }
  const named = [numbers.losing, numbers.doubtful, unchanging, unanswered].flatMap((some) =>
    some.slice(0, namedAtMost),
  )
  return {
    number: (previous?.number ?? 0) + 1,
    passages: blocks.length,
    changes: counts.all,
    differing: told.length,
    onlyFile: counts.onlyFile,
    answers: answers.length,
    unchanging,
    standing: countStates(standings),
    ...numbers,
    unanswered,
    credits: await listCredits(db, [...new Set(named)]),
    seen: digestPrepared(prepared),
  }
}

/** Not so already in the edition before. */
function isNew({ rule }: Standing): boolean {
  return rule !== 'unchanged'
}

function numberOf({ number }: Standing): number {
  return number
}

type Decided = { telling: readonly Change[]; answers: readonly Answer[] }

/** What was accepted and asks for other words, without any change that it caused and that still stands. */
async function listUnchanging(db: Db, { telling, answers }: Decided): Promise<number[]> {
  const behind = new Set(telling.flatMap(contributionsBehind))
  const accepted = answers
    .filter(({ decision }) => decision === 'accepted' || decision === 'accepted-in-part')
    .flatMap(({ contributionNumbers }) => contributionNumbers)
    .filter((number) => !behind.has(number))
  const credits = await listCredits(db, accepted)
  return accepted.filter((number) => {
    const kind = credits.get(number)?.kind
    return kind === 'amendment' || kind === 'new-proposition'
  })
}

import { listDecisions } from '../answers/index.ts'
import { ContributionLink } from '../changes/index.ts'
import { listCredits } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  listChangesOf,
  type Change,
  type PassageSubject,
} from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { listOwnChanges } from './list-own-changes.ts'
import { words } from './words.ts'

/** On a passage: what was accepted and is not, or no longer, in the text of the edition that is read, and since which. */
export const undoneHere: Panel<PassageSubject> = async ({ db, locale }, { edition, block }) => {
  const found: Undone[] = []
  for (const number of await listAccepted(db, block.id)) {
    const undone = await findUndone(db, { number, blockId: block.id, upTo: edition.number })
    if (undone) found.push(undone)
  }
  if (found.length === 0) return null
  const say = words(locale)
  const credits = await listCredits(
    db,
    found.map(({ number }) => number),
  )
  return (
    <section aria-labelledby="undone-here">
      <h2 id="undone-here">{say('undone-here')}</h2>
      <ul class="causes">
        {found.map(({ number, how, since }) => (
          <li>
            <ContributionLink locale={locale} number={number} credit={credits.get(number)} />
            <p>{say('undone-how', { how, number: since })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Numbers of the contributions that were accepted and changed a passage. */
async function listAccepted(db: Db, blockId: string): Promise<number[]> {
  const behind = (await listChangesOf(db, blockId)).flatMap(contributionsBehind)
  const decisions = await listDecisions(db, [...new Set(behind)])
  return [...decisions]
    .filter(([, decision]) => decision === 'accepted' || decision === 'accepted-in-part')
    .map(([number]) => number)
    .toSorted((one, other) => one - other)
}

type Undone = { number: number; how: 'undone' | 'reworded' | 'gone'; since: number }

type Asked = { number: number; blockId: string; upTo: number }

/** Of the last change that a contribution caused to a passage up to an edition; null where that still says it. */
async function findUndone(db: Db, { number, blockId, upTo }: Asked): Promise<Undone | null> {
  const last = (await listOwnChanges(db, number)).findLast(
    ({ change }) => (change.editionNumber ?? Infinity) <= upTo && touches(change, blockId),
  )
  if (!last) return null
  const { fate, goneSince, change } = last
  if (fate !== 'stands') return { number, how: fate, since: change.editionNumber ?? upTo }
  return goneSince !== null && goneSince <= upTo ? { number, how: 'gone', since: goneSince } : null
}

function touches(change: Change, id: string): boolean {
  return change.blockId === id || change.otherBlock?.id === id
}

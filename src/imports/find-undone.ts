import { contributionsBehind, type Change, type ToldBlocks } from '../reports/index.ts'
import { blockDigestInput, type Block } from '../text/index.ts'
import { findUndoneDivisions, type UndoneDivision } from './find-undone-divisions.ts'

/** What a file would undo of what contributions changed, and of what editors split or merged. */
export type Undone = {
  /** How many. */
  passages: number
  /** Their numbers, in order. */
  contributions: number[]
  divisions: UndoneDivision[]
}

/** What differences take back of these changes, if contributions are their causes, or if they are divisions made by hand. */
export function findUndone(told: readonly ToldBlocks[], changes: readonly Change[]): Undone {
  const sides = sidesOf(told)
  const undone = changes.filter((change) => {
    const side = sides.get(change.blockId)
    return side !== undefined && contributionsBehind(change).length > 0 && undoes(side, change)
  })
  const numbers = new Set(undone.flatMap(contributionsBehind))
  return {
    passages: new Set(undone.map(({ blockId }) => blockId)).size,
    contributions: [...numbers].toSorted((one, other) => one - other),
    divisions: findUndoneDivisions(told, changes),
  }
}

type Sides = { old: Block | null; now: Block | null }

/** The blocks that would say something else, or be gone, or be there, by their ids. */
function sidesOf(told: readonly ToldBlocks[]): Map<string, Sides> {
  const sides = new Map<string, Sides>()
  for (const { old, now } of told) {
    for (const block of old) sides.set(block.id, { old: block, now: null })
    for (const block of now) {
      const was = sides.get(block.id)?.old ?? null
      if (was && blockDigestInput(was) === blockDigestInput(block)) sides.delete(block.id)
      else sides.set(block.id, { old: was, now: block })
    }
  }
  return sides
}

/**
 * Sentences keep their numbers as long as they say the same: what a change wrote is undone where a
 * sentence of it goes. Of a change that wrote none, nothing tells, and the warning is given.
 */
function undoes({ old, now }: Sides, { operation, sentencesAfter }: Change): boolean {
  if (!old) return operation === 'remove-block'
  if (!now || sentencesAfter.length === 0) return operation !== 'remove-block'
  return sentencesAfter.some((n) => holds(old, n) && !holds(now, n))
}

function holds({ sentences }: Block, number: number): boolean {
  return sentences.some(({ n }) => n === number)
}

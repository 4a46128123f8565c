import { contributionsBehind, type Change } from '../reports/index.ts'
import type { alignById, Block } from '../text/index.ts'

/** What a file would undo of what contributions changed. */
export type Undone = {
  /** How many. */
  passages: number
  /** Their numbers, in order. */
  contributions: number[]
}

type Doing = {
  differences: ReturnType<typeof alignById>
  /** The ids of those among the added that were removed once. */
  putBack: ReadonlySet<string>
}

/** What a plan takes back of these changes, if contributions are their causes. */
export function findUndone(doing: Doing, changes: readonly Change[]): Undone {
  const sides = sidesOf(doing)
  const undone = changes.filter((change) => {
    const side = sides.get(change.blockId)
    return side !== undefined && contributionsBehind(change).length > 0 && undoes(side, change)
  })
  const numbers = new Set(undone.flatMap(contributionsBehind))
  return {
    passages: new Set(undone.map(({ blockId }) => blockId)).size,
    contributions: [...numbers].toSorted((one, other) => one - other),
  }
}

type Sides = { old: Block | null; now: Block | null }

/** The blocks that would say something else, or be gone, or be back, by their ids. */
function sidesOf({ differences, putBack }: Doing): Map<string, Sides> {
  const sides = new Map<string, Sides>()
  for (const difference of differences) {
    if (difference.kind === 'removed') {
      sides.set(difference.old.id, { old: difference.old, now: null })
    } else if (difference.kind === 'added') {
      const { new: now } = difference
      if (putBack.has(now.id)) sides.set(now.id, { old: null, now })
    } else if (difference.kind === 'edited' || (difference.kind === 'moved' && difference.edited)) {
      sides.set(difference.new.id, { old: difference.old, now: difference.new })
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

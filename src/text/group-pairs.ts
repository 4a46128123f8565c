import type { ParsedBlock } from './block.ts'
import { commonOf, type Worded } from './worded.ts'
import { isHeading } from './outline.ts'
import type { Places } from './pair-equal.ts'

/** One old block and one new one, or one of them and up to four of the other. */
export type Group = { old: number[]; now: number[] }

/** Blocks of a side that can be one of the other. */
const mostPieces = 4

/** Of the words of a piece, how many the other block must have over. */
const leastCovered = 0.7

const leastWords = 4

type Texts = {
  old: readonly ParsedBlock[]
  now: readonly ParsedBlock[]
  read: { old: (at: number) => Worded; now: (at: number) => Worded }
}

/**
 * Returns the pairs as groups, where a block was split into several or several were merged: an unpaired
 * neighbour of a pair goes with it where the other block has most of its words over.
 */
export function groupPairs(places: Places, texts: Texts): Group[] {
  const of = { old: new Map<number, Group>(), now: new Map<number, Group>() }
  for (const [to, from] of places.entries()) {
    if (from < 0) continue
    const group = { old: [from], now: [to] }
    of.old.set(from, group)
    of.now.set(to, group)
  }
  const groups = [...of.now.values()]
  for (const side of ['now', 'old'] as const) {
    // Once down and once up: a piece may stand beside a piece.
    const places = [...texts[side].keys()]
    for (const at of [...places, ...places.toReversed()]) {
      const block = texts[side][at]
      if (of[side].has(at) || !block || isHeading(block)) continue
      const group = chooseGroup([of[side].get(at - 1), of[side].get(at + 1)], at, { texts, side })
      if (!group) continue
      group[side] = [...group[side], at].toSorted((one, other) => one - other)
      of[side].set(at, group)
    }
  }
  return groups
}

type Choosing = { texts: Texts; side: 'old' | 'now' }

/** Of the neighbours' groups the one whose other block has the most of the piece's words over, if it has enough. */
function chooseGroup(
  neighbours: readonly (Group | undefined)[],
  at: number,
  { texts, side }: Choosing,
): Group | undefined {
  const piece = texts.read[side](at)
  if (piece.words.length < leastWords) return undefined
  let best: { group: Group; covered: number } | undefined
  for (const group of neighbours) {
    if (!group) continue
    const whole = wholeOf(group, { texts, side })
    if (!whole) continue
    const left = without(whole, group[side].map(texts.read[side]))
    const covered = commonOf(left, piece.sorted) / piece.words.length
    if (covered >= leastCovered && covered > (best?.covered ?? 0)) best = { group, covered }
  }
  return best?.group
}

/** The one block of the other side, if the group can take another piece of this one. */
function wholeOf(group: Group, { texts, side }: Choosing): Worded | null {
  const other = side === 'now' ? 'old' : 'now'
  const [only, ...more] = group[other]
  const block = texts[other][only ?? -1]
  if (only === undefined || !block || more.length > 0 || isHeading(block)) return null
  return group[side].length < mostPieces ? texts.read[other](only) : null
}

/** The words of a block that the others don't say. */
function without({ sorted }: Worded, others: readonly Worded[]): Int32Array {
  const counts = new Map<number, number>()
  for (const { sorted: said } of others)
    for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1)
  const left = sorted.filter((word) => {
    const count = counts.get(word) ?? 0
    if (count > 0) counts.set(word, count - 1)
    return count === 0
  })
  return left
}

import { keptPart, wordFollower } from './follow-words.ts'
import type { TextRange } from './sentences.ts'

/** The part of a passage that must be left, and of its place that must be the passage's own, by their letters. */
const leastOwn = 0.6

/** A text, and the one that it may have become. */
type Sides = { before: string; after: string }

/**
 * Returns the place of a reworded passage of `before` in `after` with its own edges. The fewest letters that differ
 * leave out the first words of a passage rather than take in a longer addition after them, and take the beginning of
 * the next word for that of the last; where following its words one by one finds as many of them there, that holds.
 */
export function settleEdges(
  { before, after }: Sides,
  passage: TextRange,
  place: TextRange,
): TextRange {
  const found = { start: place.start, end: place.end }
  const followed = wordFollower(before, after)(passage)
  if (!followed || followed.start >= found.end || followed.end <= found.start) return found
  const words = before.slice(passage.start, passage.end)
  const one = after.slice(followed.start, followed.end)
  const other = after.slice(found.start, found.end)
  const isWhole = keptPart(words, one) >= keptPart(words, other)
  const isOwn = keptPart(one, words) >= Math.min(leastOwn, keptPart(other, words))
  return isWhole && isOwn ? { start: followed.start, end: followed.end } : found
}

/**
 * Returns where most of a passage's words stand in what its text became, whatever was put in between them, and how
 * much of them (`kept`); null where more is others'.
 */
export function rewordedPlace(
  { before, after }: Sides,
  passage: TextRange,
): (TextRange & { kept: number }) | null {
  const followed = wordFollower(before, after)(passage)
  if (!followed || followed.kept < leastOwn) return null
  const words = before.slice(passage.start, passage.end)
  return keptPart(after.slice(followed.start, followed.end), words) < leastOwn ? null : followed
}

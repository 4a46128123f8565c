import type { Mark } from './block.ts'

/** Words from `from` up to `to` in the old text that stand again at `at` in the new one. */
export type Kept = { from: number; to: number; at: number }

/** The old text's words from `start` up to `end` gave way to others, `grown` units longer. */
export type Replaced = { start: number; end: number; grown: number; kept: readonly Kept[] }

/**
 * Returns the marks as they stand after a replacement: shifted after it, clipped to the words that
 * remain. A mark that goes on at both sides, and the language of all the words replaced, hold for
 * the new words as well.
 */
export function moveMarks(marks: readonly Mark[], replaced: Replaced): Mark[] {
  return marks.flatMap((mark) => moveMark(mark, replaced))
}

function moveMark(mark: Mark, { start, end, grown, kept }: Replaced): Mark[] {
  const around = mark.start < start && mark.end > end
  const language = mark.kind === 'language' && mark.start <= start && mark.end >= end
  if (around || language) return [{ ...mark, end: mark.end + grown }]
  const stays = [
    { from: 0, to: start, at: 0 },
    ...kept.toSorted((one, other) => one.at - other.at),
    { from: end, to: Number.POSITIVE_INFINITY, at: end + grown },
  ]
  const moved: Mark[] = []
  for (const { from, to, at } of stays) {
    const piece = { start: Math.max(mark.start, from), end: Math.min(mark.end, to) }
    if (piece.start >= piece.end) continue
    const last = moved.at(-1)
    const place = { start: piece.start - from + at, end: piece.end - from + at }
    if (last !== undefined && last.end === place.start) last.end = place.end
    else moved.push({ ...mark, ...place })
  }
  return moved
}

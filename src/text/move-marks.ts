import type { Mark } from './block.ts'

/**
 * Words from `from` up to `to` in the old text that stand again at `at` in the new one; of a `whole`
 * stretch only marks that lie within it come along.
 */
export type Kept = { from: number; to: number; at: number; whole?: true }

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
  const stays: Kept[] = [
    { from: 0, to: start, at: 0 },
    ...kept.toSorted((one, other) => one.at - other.at),
    { from: end, to: Number.POSITIVE_INFINITY, at: end + grown },
  ]
  return joinPieces(stays.flatMap((words) => pieceOn(mark, words)))
}

/** The part of a mark that comes with those words, where they stand again. */
function pieceOn(mark: Mark, { from, to, at, whole }: Kept): Mark[] {
  if (whole && (mark.start < from || mark.end > to)) return []
  const [start, end] = [Math.max(mark.start, from), Math.min(mark.end, to)]
  return start < end ? [{ ...mark, start: start - from + at, end: end - from + at }] : []
}

function joinPieces(pieces: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.end === piece.start) last.end = piece.end
    else joined.push(piece)
  }
  return joined
}

import type { Mark } from './block.ts'

/** Where words stand in a text: from `start` up to `end`. */
export type Stretch = { start: number; end: number }

/** Returns where a block's text shows raised signs: the numbers of notes, exponents; nowhere without a block. */
export function raisedIn(marks: readonly Mark[] | null | undefined): Stretch[] {
  return (marks ?? [])
    .filter(({ kind }) => kind === 'note-reference' || kind === 'superscript')
    .map(({ start, end }) => ({ start, end }))
}

/**
 * Returns a piece of a text, which begins there in it, cut where raised signs begin and end. Joined, the
 * pieces are the text.
 */
export function cutRaised(
  text: string,
  begins: number,
  raised: readonly Stretch[],
): { text: string; raised: boolean }[] {
  const edges = raised.flatMap(({ start, end }) => [start - begins, end - begins])
  const within = edges.filter((at) => at > 0 && at < text.length)
  const cuts = [...new Set([0, ...within, text.length])].toSorted((one, other) => one - other)
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0
    const isRaised = raised.some((one) => one.start <= begins + start && one.end >= begins + end)
    return { text: text.slice(start, end), raised: isRaised }
  })
}

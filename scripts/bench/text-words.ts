/** A word of a text: UTF-16 offsets, and what it says with its typography made plain. */
export type Word = { start: number; end: number; said: string }

/** Letters and digits, and whatever signs stand between them without a space: «l'article», «832-1», «et/ou». */
const word = /[\p{L}\p{N}][^\s]*/gu

/**
 * Returns the words of a text: what spaces part, without the signs at its ends. Not the engine's own, so that what it
 * calls a word does not decide how well it compares.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const said = found.replace(/[^\p{L}\p{M}\p{N}]+$/u, '')
    return [{ start: index, end: index + said.length, said: said.replaceAll('’', "'") }]
  })
}

/** A part of a text: UTF-16 offsets. */
export type Range = { start: number; end: number }

/** How many words stand in some ranges, wholly or in part; `ranges` in order and apart. */
export function countWordsIn(words: readonly Word[], ranges: readonly Range[]): number {
  let [count, next] = [0, 0]
  for (const { start, end } of words) {
    while ((ranges[next]?.end ?? Infinity) <= start) next += 1
    if ((ranges[next]?.start ?? Infinity) < end) count += 1
  }
  return count
}

import { findIslands } from './find-islands.ts'
import type { Kept } from './move-marks.ts'
import type { Island } from './runs.ts'
import { tokensOf } from './tokens.ts'

/**
 * Returns the longest stretches of words that stand again, letter by letter, in a wording that took the
 * place of another: UTF-16 offsets in either. Each is `whole`: a mark comes with its words when none of
 * them is missing, so that a link or a note reference outlives an edit elsewhere in its sentence.
 */
export function keptWords(before: string, after: string): Kept[] {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const [oldStarts, nowStarts] = [startsOf(old), startsOf(now)]
  const kept: Kept[] = []
  for (const [index, place] of findIslands(old, now).flatMap(pairsOf)) {
    const [word, from, at] = [old[index] ?? '', oldStarts[index] ?? 0, nowStarts[place] ?? 0]
    if (word !== now[place]) continue
    const last = kept.at(-1)
    const goesOn = last !== undefined && last.to === from && last.at + last.to - last.from === at
    if (goesOn) last.to += word.length
    else kept.push({ from, to: from + word.length, at, whole: true })
  }
  return kept
}

function pairsOf({ old, oldEnd, now }: Island): [number, number][] {
  return Array.from({ length: oldEnd - old }, (_, index) => [old + index, now + index])
}

function startsOf(tokens: readonly string[]): number[] {
  let at = 0
  return tokens.map((token) => {
    const start = at
    at += token.length
    return start
  })
}

import { diff } from 'fast-myers-diff'

import type { Island } from './runs.ts'
import { plainTypography } from './tokens.ts'

/**
 * Myers' algorithm takes time in tokens × changes. Above this product of what is to compare (some
 * 3,000 tokens on either side, half a second at worst) whole sentences are compared instead.
 */
const mostPairs = 10_000_000

/** A part of both lists: `old` up to `oldEnd`, `now` up to `nowEnd`. */
type Gap = Island & { nowEnd: number }

/**
 * Returns what two token lists have in common, but for typography, in order: a longest common
 * subsequence (Myers, 1986). In lists too long for that, their first and last tokens and their
 * sentences are matched, and single tokens only between those.
 */
export function findIslands(
  oldTokens: readonly string[],
  newTokens: readonly string[],
  most: number = mostPairs,
): Island[] {
  const [old, now] = internTokens(oldTokens.map(plainTypography), newTokens.map(plainTypography))
  const whole = { old: 0, oldEnd: old.length, now: 0, nowEnd: now.length }
  if (pairsIn(whole) <= most) return compare(old, now, whole)

  const ends = commonEnds(old, now)
  const sentences = gapsBetween(ends, whole)
    .filter((gap) => pairsIn(gap) > most)
    .flatMap((gap) => compareSentences(oldTokens, newTokens, gap, most))
  const known = inOrder([...ends, ...sentences])
  const words = gapsBetween(known, whole)
    .filter((gap) => pairsIn(gap) <= most)
    .flatMap((gap) => compare(old, now, gap))
  return inOrder([...known, ...words])
}

function inOrder(islands: readonly Island[]): Island[] {
  return islands.toSorted((one, other) => one.old - other.old)
}

function pairsIn({ old, oldEnd, now, nowEnd }: Gap): number {
  return (oldEnd - old) * (nowEnd - now)
}

function internTokens(old: readonly string[], now: readonly string[]): [Uint32Array, Uint32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (token: string): number => {
    const known = numbers.get(token) ?? numbers.size
    numbers.set(token, known)
    return known
  }
  return [Uint32Array.from(old, numberOf), Uint32Array.from(now, numberOf)]
}

function compare(old: Uint32Array, now: Uint32Array, gap: Gap): Island[] {
  const islands: Island[] = []
  let from = gap.old
  let at = gap.now
  const changes = diff(old.subarray(gap.old, gap.oldEnd), now.subarray(gap.now, gap.nowEnd))
  for (const [start, end, , nowEnd] of changes) {
    if (gap.old + start > from) islands.push({ old: from, oldEnd: gap.old + start, now: at })
    from = gap.old + end
    at = gap.now + nowEnd
  }
  if (gap.oldEnd > from) islands.push({ old: from, oldEnd: gap.oldEnd, now: at })
  return islands
}

function commonEnds(old: Uint32Array, now: Uint32Array): Island[] {
  const most = Math.min(old.length, now.length)
  let first = 0
  while (first < most && old[first] === now[first]) first += 1
  let last = 0
  while (last < most - first && old.at(-1 - last) === now.at(-1 - last)) last += 1
  return [
    { old: 0, oldEnd: first, now: 0 },
    { old: old.length - last, oldEnd: old.length, now: now.length - last },
  ].filter((end) => end.oldEnd > end.old)
}

function gapsBetween(islands: readonly Island[], whole: Gap): Gap[] {
  const gaps: Gap[] = []
  let { old, now } = whole
  for (const island of [
    ...islands,
    { old: whole.oldEnd, oldEnd: whole.oldEnd, now: whole.nowEnd },
  ]) {
    gaps.push({ old, oldEnd: island.old, now, nowEnd: island.now })
    old = island.oldEnd
    now = island.now + island.oldEnd - island.old
  }
  return gaps
}

function compareSentences(
  oldTokens: readonly string[],
  newTokens: readonly string[],
  gap: Gap,
  most: number,
): Island[] {
  const oldStarts = sentenceStarts(oldTokens, gap.old, gap.oldEnd)
  const newStarts = sentenceStarts(newTokens, gap.now, gap.nowEnd)
  const [old, now] = internTokens(
    sentencesAt(oldTokens, oldStarts, gap.oldEnd),
    sentencesAt(newTokens, newStarts, gap.nowEnd),
  )
  const whole = { old: 0, oldEnd: old.length, now: 0, nowEnd: now.length }
  if (pairsIn(whole) > most) return []
  return compare(old, now, whole).map((island) => ({
    old: oldStarts[island.old] ?? gap.oldEnd,
    oldEnd: oldStarts[island.oldEnd] ?? gap.oldEnd,
    now: newStarts[island.now] ?? gap.nowEnd,
  }))
}

/** Roughly, by their last sign: here a sentence is only a piece that both texts may have. */
function sentenceStarts(tokens: readonly string[], from: number, to: number): number[] {
  const starts = [from]
  for (let index = from + 1; index < to; index += 1) {
    if (/^[.?!;\n؟]$/u.test(tokens[index - 1] ?? '')) starts.push(index)
  }
  return starts
}

function sentencesAt(tokens: readonly string[], starts: readonly number[], to: number): string[] {
  return starts.map((start, index) =>
    JSON.stringify(tokens.slice(start, starts[index + 1] ?? to).map(plainTypography)),
  )
}

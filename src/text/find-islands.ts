import { diff } from 'fast-myers-diff'

import { spacedIslands } from './spaced-islands.ts'
import type { Island } from './runs.ts'
import { isWord, plainTypography } from './tokens.ts'

/**
 * Myers' algorithm takes time in tokens × changes. Above this product of what is to compare (some
 * 3,000 tokens on either side, half a second at worst) whole sentences are compared instead.
 */
const mostPairs = 10_000_000

/** A part of both lists: `old` up to `oldEnd`, `now` up to `nowEnd`. */
type Gap = Island & { nowEnd: number }

/**
 * Returns what two token lists have in common, but for typography, in order: a longest common
 * subsequence of words, in as few pieces as can be (`spacedIslands`; in long lists Myers, 1986). In lists too long for that, their first and last tokens and their
 * sentences are matched, and single tokens only between those.
 */
export function findIslands(
  oldTokens: readonly string[],
  newTokens: readonly string[],
  most: number = mostPairs,
): Island[] {
  const [old, now, worths] = internTokens(oldTokens, newTokens)
  const whole = { old: 0, oldEnd: old.length, now: 0, nowEnd: now.length }
  if (pairsIn(whole) <= most) return compare(old, now, whole, worths)

  const ends = commonEnds(old, now)
  const sentences = gapsBetween(ends, whole)
    .filter((gap) => pairsIn(gap) > most)
    .flatMap((gap) => compareSentences(oldTokens, newTokens, gap, most))
  const known = inOrder([...ends, ...sentences])
  const words = gapsBetween(known, whole)
    .filter((gap) => pairsIn(gap) <= most)
    .flatMap((gap) => compare(old, now, gap, worths))
  return inOrder([...known, ...words])
}

function inOrder(islands: readonly Island[]): Island[] {
  return islands.toSorted((one, other) => one.old - other.old)
}

function pairsIn({ old, oldEnd, now, nowEnd }: Gap): number {
  return (oldEnd - old) * (nowEnd - now)
}

/** How much it is worth to keep a token: words before lines, lines before signs, and a space is hardly any. */
const worth = { word: 1024, line: 256, sign: 4, space: 1 }

function worthOf(token: string): number {
  if (isWord(token)) return worth.word
  if (token === '\n') return worth.line
  return token.trim() === '' ? worth.space : worth.sign
}

/** Each token as a number, and what each number is worth; those that differ in typography only have the same. */
function internTokens(
  old: readonly string[],
  now: readonly string[],
): [old: Uint32Array, now: Uint32Array, worths: number[]] {
  const numbers = new Map<string, number>()
  const worths: number[] = []
  const numberOf = (token: string): number => {
    const known = numbers.get(token)
    if (known !== undefined) return known
    const plain = plainTypography(token)
    const number = numbers.get(plain) ?? worths.push(worthOf(plain)) - 1
    numbers.set(plain, number)
    numbers.set(token, number)
    return number
  }
  return [Uint32Array.from(old, numberOf), Uint32Array.from(now, numberOf), worths]
}

/** Above this product of what is to compare, a longest common subsequence need not be in the fewest pieces. */
const mostCells = 1_000_000

function compare(
  old: Uint32Array,
  now: Uint32Array,
  gap: Gap,
  worths: readonly number[],
): Island[] {
  const [one, other] = [old.subarray(gap.old, gap.oldEnd), now.subarray(gap.now, gap.nowEnd)]
  const ends = commonEnds(one, other)
  const whole = { old: 0, oldEnd: one.length, now: 0, nowEnd: other.length }
  const weighing = {
    worthOf: (token: number) => worths[token] ?? worth.word,
    isSpace: (token: number) => worths[token] === worth.space,
  }
  const islands = gapsBetween(ends, whole).flatMap((between) => {
    const [olds, news] = [
      one.subarray(between.old, between.oldEnd),
      other.subarray(between.now, between.nowEnd),
    ]
    const found =
      pairsIn(between) <= mostCells
        ? spacedIslands(olds, news, weighing)
        : longestIslands(olds, news)
    return found.map((island) => shift(island, between))
  })
  return joinTouching(inOrder([...ends, ...islands])).map((island) => shift(island, gap))
}

function shift(island: Island, by: Pick<Island, 'old' | 'now'>): Island {
  return { old: island.old + by.old, oldEnd: island.oldEnd + by.old, now: island.now + by.now }
}

function joinTouching(islands: readonly Island[]): Island[] {
  const joined: Island[] = []
  for (const island of islands) {
    const last = joined.at(-1)
    const isOn = last?.oldEnd === island.old && last.now + last.oldEnd - last.old === island.now
    if (last && isOn) last.oldEnd = island.oldEnd
    else joined.push({ ...island })
  }
  return joined
}

/** By Myers' algorithm. */
function longestIslands(old: Uint32Array, now: Uint32Array): Island[] {
  const islands: Island[] = []
  let [from, at] = [0, 0]
  for (const [start, end, , nowEnd] of diff(old, now)) {
    if (start > from) islands.push({ old: from, oldEnd: start, now: at })
    from = end
    at = nowEnd
  }
  if (old.length > from) islands.push({ old: from, oldEnd: old.length, now: at })
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
  return compare(old, now, whole, []).map((island) => ({
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

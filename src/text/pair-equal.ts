import type { ParsedBlock } from './block.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { numberAt, unitAt } from './number-at.ts'
import { isHeading } from './outline.ts'
import { plainTypography } from './tokens.ts'

/** For each block of the new text, the index of the old one that it was, or -1. */
export type Places = Int32Array

/** What each block says, as a number: equal ones say the same, but for typography. */
export type Keys = { old: Int32Array; now: Int32Array }

/** Headings are never equal: each is paired by what is below it, since its words are a hint and never a proof. */
export function numberKeys(old: readonly ParsedBlock[], now: readonly ParsedBlock[]): Keys {
  const [oldTexts, newTexts] = [textsOf(old), textsOf(now)]
  const numbers = new Map<string, number>()
  const plain = new Map<string, number>()
  let next = 0
  const numberOf = (block: ParsedBlock): number => {
    if (isHeading(block)) return (next += 1)
    const { text } = block
    const known = numbers.get(text)
    if (known !== undefined) return known
    // What stands in both to the letter needs no folding.
    const folded = oldTexts.has(text) && newTexts.has(text) ? text : plainTypography(text)
    const number = plain.get(folded) ?? (next += 1)
    plain.set(folded, number)
    numbers.set(text, number)
    return number
  }
  return { old: Int32Array.from(old, numberOf), now: Int32Array.from(now, numberOf) }
}

function textsOf(blocks: readonly ParsedBlock[]): Set<string> {
  return new Set(blocks.map(({ text }) => text))
}

/**
 * Pairs blocks that say the same, beside those that are paired already: those that do so once in each text, wherever
 * they stand, with the equal ones beside them (Heckel, 1978); then, between two neighbours that are paired in order,
 * what is equal in order. `isTelling`: of a new block, whether it is too long to stand in both by chance.
 */
export function pairEqual(
  { old, now }: Keys,
  places: Places,
  isTelling: (to: number) => boolean,
): void {
  const taken = new Uint8Array(old.length)
  for (const from of places) if (from >= 0) taken[from] = 1
  const pair = (from: number, to: number): void => {
    places[to] = from
    taken[from] = 1
  }
  const state = { places, taken, pair }
  const isFree = (from: number, to: number) => places[to] === -1 && taken[from] === 0
  const once = uniquePairs({ old, now }).filter(([from, to]) => isFree(from, to))
  const inOrder = new Set(heaviestChain(once.map(([from]) => from)))
  const standsBeside = ([from, to]: Pair) =>
    old[from - 1] === now[to - 1] || old[from + 1] === now[to + 1]
  const tells = (each: Pair, index: number) =>
    isTelling(each[1]) || inOrder.has(index) || standsBeside(each)
  for (const [from, to] of once.filter(tells)) pair(from, to)
  pairBeside({ old, now }, state)
  for (const gap of gapsOf(places, old.length)) {
    for (const [from, to] of commonInOrder({ old, now }, gap, state)) pair(from, to)
  }
  for (const [from, to] of once) if (isFree(from, to)) pair(from, to)
  pairBeside({ old, now }, state)
}

type Pair = [from: number, to: number]

type State = { places: Places; taken: Uint8Array; pair: (from: number, to: number) => void }

function uniquePairs({ old, now }: Keys): Pair[] {
  const oldPlaces = placesOnce(old)
  const newPlaces = placesOnce(now)
  const pairs: Pair[] = []
  for (const [key, to] of newPlaces) {
    const from = oldPlaces.get(key) ?? -1
    if (to >= 0 && from >= 0) pairs.push([from, to])
  }
  return pairs.toSorted(([, one], [, other]) => one - other)
}

/** Where each key stands; -1 where it does more than once. */
function placesOnce(keys: Int32Array): Map<number, number> {
  const places = new Map<number, number>()
  for (const [at, key] of keys.entries()) places.set(key, places.has(key) ? -1 : at)
  return places
}

function pairBeside({ old, now }: Keys, { places, taken, pair }: State) {
  const match = (to: number, step: 1 | -1): void => {
    const from = places[to] ?? -1
    if (from < 0 || places[to + step] !== -1) return
    const key = old[from + step]
    if (key !== undefined && key === now[to + step] && taken[from + step] === 0)
      pair(from + step, to + step)
  }
  for (let to = 0; to < now.length; to += 1) match(to, 1)
  for (let to = now.length - 1; to >= 0; to -= 1) match(to, -1)
}

/** What stands between two pairs that are in order: old from `old` up to `oldEnd`, new likewise. */
export type Gap = { old: number; oldEnd: number; now: number; nowEnd: number }

/** The stretches between the pairs of a longest chain that stands in the same order in both texts. */
export function gapsOf(places: Places, oldLength: number): Gap[] {
  const paired = [...places.keys()].filter((to) => (places[to] ?? -1) >= 0)
  const chain = heaviestChain(paired.map((to) => places[to] ?? -1)).map(
    (index) => paired[index] ?? -1,
  )
  const gaps: Gap[] = []
  let [old, now] = [0, 0]
  for (const to of [...chain, places.length]) {
    const from = to === places.length ? oldLength : (places[to] ?? -1)
    if (from > old && to > now) gaps.push({ old, oldEnd: from, now, nowEnd: to })
    old = from + 1
    now = to + 1
  }
  return gaps
}

/** Bounded, as the product of what stands in a gap. */
const mostCompared = 250_000

/** The unpaired blocks of a gap that both texts have, in order: from both ends, then a longest common subsequence. */
function commonInOrder(
  { old, now }: Keys,
  gap: Gap,
  { places, taken }: Pick<State, 'places' | 'taken'>,
): Pair[] {
  const oldFree: number[] = []
  for (let from = gap.old; from < gap.oldEnd; from += 1) if (taken[from] === 0) oldFree.push(from)
  const newFree: number[] = []
  for (let to = gap.now; to < gap.nowEnd; to += 1) if (places[to] === -1) newFree.push(to)
  if (oldFree.length === 0 || newFree.length === 0) return []
  const oldKeys = new Set(oldFree.map((from) => old[from]))
  const newKeys = new Set(newFree.map((to) => now[to]))
  const isEqual = (from: number, to: number) => old[from] === now[to]
  const { ends, olds, news } = cutEnds(
    oldFree.filter((from) => newKeys.has(old[from])),
    newFree.filter((to) => oldKeys.has(now[to])),
    isEqual,
  )
  if (olds.length * news.length > mostCompared) return ends
  return [...ends, ...longestCommon(olds, news, isEqual)]
}

type Equal = (from: number, to: number) => boolean

/** What is equal at both ends of two lists, and what is between. */
function cutEnds(olds: readonly number[], news: readonly number[], isEqual: Equal) {
  const most = Math.min(olds.length, news.length)
  const oldAt = (at: number) => olds.at(at) ?? -1
  const newAt = (at: number) => news.at(at) ?? -1
  let first = 0
  while (first < most && isEqual(oldAt(first), newAt(first))) first += 1
  let last = 0
  while (last < most - first && isEqual(oldAt(-1 - last), newAt(-1 - last))) last += 1
  const firsts = olds.slice(0, first).map((from, at): Pair => [from, newAt(at)])
  const lasts = olds.slice(olds.length - last).map((from, at): Pair => [from, newAt(at - last)])
  return {
    ends: [...firsts, ...lasts],
    olds: olds.slice(first, olds.length - last),
    news: news.slice(first, news.length - last),
  }
}

function longestCommon(old: readonly number[], now: readonly number[], equal: Equal): Pair[] {
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  const lengthAt = (i: number, j: number) => unitAt(lengths, i * width + j)
  const isEqual = (i: number, j: number) => equal(numberAt(old, i), numberAt(now, j))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = isEqual(i, j)
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (isEqual(i, j)) {
      pairs.push([numberAt(old, i), numberAt(now, j)])
      i += 1
      j += 1
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

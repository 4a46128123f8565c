import { diff } from 'fast-myers-diff'

import { type Block, blockDigestInput, type ParsedBlock } from './block.ts'
import { countWords, matchMoved, overlapOf } from './match-moved.ts'
import { isHeading } from './outline.ts'

/** Of the words of two blocks, how many they must have in common to be one block, edited. */
const leastOverlap = 0.5

/** How far from its place among the unmatched, in blocks, an edited block is looked for. */
const reach = 40

/**
 * Returns for each block of a document that is read again the block that it was, or null for a new one.
 * Equal blocks first: those that are equal once only, wherever they were moved to, with the equal ones
 * beside them (Heckel, 1978), then the others in order (Myers, 1986). Then those that are clearly alike,
 * wherever they were moved to (`matchMoved`); they come before what is less sure, which would take their
 * places. Last, between two matched neighbours, those that share half their words (Dice's coefficient,
 * 1945), the most alike first. A heading is matched with headings only.
 */
export function matchBlocks(old: readonly Block[], now: readonly ParsedBlock[]): (Block | null)[] {
  const places = matchEqual(old, now)
  for (const [from, to] of matchMoved(old, now, unmatchedIn(places, old.length))) places[to] = from
  for (const gap of gapsBetween(places, old.length)) matchAlike(old, now, { places, gap })
  return places.map((place) => (place === null ? null : (old[place] ?? null)))
}

type Places = (number | null)[]

function unmatchedIn(places: Places, length: number): { old: number[]; now: number[] } {
  const taken = new Set(places)
  return {
    old: Array.from({ length }, (_, at) => at).filter((at) => !taken.has(at)),
    now: [...places.keys()].filter((at) => places[at] === null),
  }
}

function matchEqual(old: readonly Block[], now: readonly ParsedBlock[]): Places {
  const oldKeys = old.map(blockDigestInput)
  const newKeys = now.map(blockDigestInput)
  const places: Places = now.map(() => null)
  matchOnce(oldKeys, newKeys, places)
  matchBeside(oldKeys, newKeys, places)
  matchInOrder(oldKeys, newKeys, places)
  matchBeside(oldKeys, newKeys, places)
  return places
}

/** What says the same at several places, and stands beside nothing that is known. */
function matchInOrder(
  oldKeys: readonly string[],
  newKeys: readonly string[],
  places: Places,
): void {
  const taken = new Set(places)
  const oldLeft = [...oldKeys.keys()].filter((at) => !taken.has(at))
  const newLeft = [...newKeys.keys()].filter((at) => places[at] === null)
  // What one side alone says matches nothing, and would cost most of the time.
  const oldPlaces = placesIn(oldKeys, oldLeft, keysAt(newKeys, newLeft))
  const newPlaces = placesIn(newKeys, newLeft, keysAt(oldKeys, oldLeft))
  let [from, at] = [0, 0]
  const keep = (end: number): void => {
    for (; from < end; from += 1, at += 1) places[newPlaces[at] ?? 0] = oldPlaces[from] ?? null
  }
  for (const [start, end, , nowEnd] of diff(
    keysAt(oldKeys, oldPlaces),
    keysAt(newKeys, newPlaces),
  )) {
    keep(start)
    from = end
    at = nowEnd
  }
  keep(oldPlaces.length)
}

/** Those of the indexes whose keys the other side has as well. */
function placesIn(
  keys: readonly string[],
  indexes: readonly number[],
  others: readonly string[],
): number[] {
  const known = new Set(others)
  return indexes.filter((at) => known.has(keys[at] ?? ''))
}

function keysAt(keys: readonly string[], places: readonly number[]): string[] {
  return places.map((at) => keys[at] ?? '')
}

function withPlace(key: string, at: number): { key: string; at: number } {
  return { key, at }
}

function matchOnce(oldKeys: readonly string[], newKeys: readonly string[], places: Places): void {
  const left = Map.groupBy(oldKeys.map(withPlace), ({ key }) => key)
  for (const [key, [one, ...others]] of Map.groupBy(newKeys.map(withPlace), (each) => each.key)) {
    const [was, ...more] = left.get(key) ?? []
    if (one && was && others.length === 0 && more.length === 0) places[one.at] = was.at
  }
}

/** Equal blocks beside two that are one go with them: a section is moved with all that it says. */
function matchBeside(oldKeys: readonly string[], newKeys: readonly string[], places: Places): void {
  const taken = new Set(places)
  const match = (at: number, step: 1 | -1): void => {
    const was = places[at]
    if (was === null || was === undefined || places[at + step] !== null) return
    const next = was + step
    const key = oldKeys[next]
    if (key === undefined || key !== newKeys[at + step] || taken.has(next)) return
    places[at + step] = next
    taken.add(next)
  }
  for (const at of places.keys()) match(at, 1)
  for (const at of [...places.keys()].toReversed()) match(at, -1)
}

/** Unmatched blocks on both sides between the same neighbours: `old` and `now` are their indexes. */
type Gap = { old: number[]; now: number[] }

/** Neighbours are the matches that stand in order; a moved block stands between nobody. */
function gapsBetween(places: Places, length: number): Gap[] {
  const taken = new Set(places)
  const gaps: Gap[] = []
  let gap: Gap = { old: [], now: [] }
  let next = 0
  const close = (until: number): void => {
    for (; next < until; next += 1) if (!taken.has(next)) gap.old.push(next)
    if (gap.old.length > 0 && gap.now.length > 0) gaps.push(gap)
    gap = { old: [], now: [] }
  }
  for (const [at, place] of places.entries()) {
    if (place === null) gap.now.push(at)
    else if (place >= next && !leapsAhead(places, at)) close(place)
  }
  close(length)
  return gaps
}

/** Whether most of the next matches stand before this one: it was moved up. */
function leapsAhead(places: Places, at: number): boolean {
  const place = places[at] ?? 0
  const next = places.slice(at + 1, at + 1 + reach).filter((other) => other !== null)
  return next.filter((other) => other < place).length > next.length / 2
}

type Pair = { old: number; now: number; alike: number }

function matchAlike(
  old: readonly Block[],
  now: readonly ParsedBlock[],
  { places, gap }: { places: Places; gap: Gap },
): void {
  const oldWords = gap.old.map((at) => countWords(old[at]?.text ?? ''))
  const newWords = gap.now.map((at) => countWords(now[at]?.text ?? ''))
  const pairs = gap.now.flatMap((newAt, index) => {
    const middle = Math.round((index * gap.old.length) / gap.now.length)
    const first = Math.max(0, middle - reach)
    return gap.old.slice(first, middle + reach).flatMap((oldAt, near): Pair[] => {
      const [one, other] = [old[oldAt], now[newAt]]
      if (!one || !other || isHeading(one) !== isHeading(other)) return []
      const alike = overlapOf(oldWords[first + near], newWords[index])
      return alike >= leastOverlap ? [{ old: oldAt, now: newAt, alike }] : []
    })
  })
  const chosen: Pair[] = []
  for (const pair of pairs.toSorted((one, other) => other.alike - one.alike)) {
    const at = placeAmong(chosen, pair)
    const [before, after] = [chosen[at - 1], chosen[at]]
    if ((before && before.old >= pair.old) || (after && !isBelow(pair, after))) continue
    chosen.splice(at, 0, pair)
    places[pair.now] = pair.old
  }
}

function isBelow(one: Pair, other: Pair): boolean {
  return one.old < other.old && one.now < other.now
}

/** Where the pair belongs among those chosen, which stand in the order of both texts. */
function placeAmong(chosen: readonly Pair[], { now }: Pair): number {
  let low = 0
  let high = chosen.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((chosen[middle]?.now ?? Infinity) < now) low = middle + 1
    else high = middle
  }
  return low
}

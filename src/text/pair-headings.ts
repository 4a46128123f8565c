import { assign, type Edge } from './assign.ts'
import type { ParsedBlock } from './block.ts'
import { numberAt } from './number-at.ts'
import { isHeading } from './outline.ts'
import { gapsOf, type Places } from './pair-equal.ts'
import { plainTypography } from './tokens.ts'

type Both = {
  old: readonly ParsedBlock[]
  now: readonly ParsedBlock[]
  places: Places
  /** How much a heading tells in these texts, 0 to 1. */
  trust: number
}

/** Headings that agree less often than that prove nothing. */
export const trusted = 0.5

/** Of the words of a heading, how many make it a name, and more than «Article 12». */
const namingWords = 3

/**
 * Pairs headings by what stands below them, since a number is a hint and never a proof; headings above nothing
 * that is paired, by their words, where they stand between the same neighbours or nowhere else. Where numbers
 * prove nothing, by their place.
 */
export function pairHeadings(both: Both): void {
  for (const [from, to] of assign(edgesOf(both))) both.places[to] = from
  const free = freeHeadings(both)
  pairBySight(free, both.places)
  pairByName(free, both)
  if (both.trust < trusted) pairByPlace(both)
}

/** Pairs of headings of one level, worth the letters that are paired below them. */
function edgesOf({ old, now, places, trust }: Both): Edge[] {
  const above = { old: ancestorsOf(old), now: ancestorsOf(now) }
  const paired = new Set(places)
  const edges = new Map<string, Edge>()
  const add = (was: number | undefined, heading: number, letters: number): void => {
    if (was === undefined || places[heading] !== -1 || paired.has(was)) return
    const key = `${was} ${heading}`
    const edge = edges.get(key) ?? { old: was, now: heading, worth: 0 }
    edge.worth += letters
    edges.set(key, edge)
  }
  for (const [to, block] of now.entries()) {
    if (isHeading(block)) continue
    const olds = above.old[numberAt(places, to)] ?? []
    for (const heading of above.now[to] ?? []) {
      const was = olds.find((at) => old[at]?.level === now[heading]?.level)
      add(was, heading, block.text.length)
    }
  }
  for (const edge of edges.values()) {
    if (wordsOf(old[edge.old]) === wordsOf(now[edge.now])) edge.worth *= 1 + 0.5 * trust
  }
  return [...edges.values()]
}

function wordsOf(block: ParsedBlock | undefined): string {
  return plainTypography(block?.text ?? '')
}

/** Of each block the headings above it, the nearest first. */
function ancestorsOf(blocks: readonly ParsedBlock[]): number[][] {
  let open: number[] = []
  return blocks.map((block, at) => {
    if (!isHeading(block)) return open
    const higher = open.filter((heading) => (blocks[heading]?.level ?? 0) < block.level)
    open = [at, ...higher]
    return higher
  })
}

/** Headings that are not paired, and those of the old text by their words. */
type Free = { now: { to: number; words: string }[]; old: Map<string, number[]> }

function freeHeadings({ old, now, places }: Both): Free {
  const taken = new Set(places)
  const left = headingsOf(old).filter((at) => !taken.has(at))
  return {
    now: headingsOf(now)
      .filter((to) => places[to] === -1)
      .map((to) => ({ to, words: wordsOf(now[to]) })),
    old: Map.groupBy(left, (at) => wordsOf(old[at])),
  }
}

function headingsOf(blocks: readonly ParsedBlock[]): number[] {
  return [...blocks.entries()].flatMap(([at, block]) => (isHeading(block) ? [at] : []))
}

/** Those that say the same and stand between the same paired neighbours. */
function pairBySight(free: Free, places: Places): void {
  const next = nextPlaces(places)
  let [last, seen] = [-1, 0]
  for (const { to, words } of free.now) {
    for (; seen < to; seen += 1) if (numberAt(places, seen) >= 0) last = numberAt(places, seen)
    const candidates = free.old.get(words) ?? []
    const from = candidates.find((at) => at > last && at < numberAt(next, to))
    if (from === undefined) continue
    candidates.splice(candidates.indexOf(from), 1)
    places[to] = from
  }
}

/** For each block the old place of the next one that is paired. */
function nextPlaces(places: Places): Float64Array {
  const next = new Float64Array(places.length)
  let place = Infinity
  for (let at = places.length - 1; at >= 0; at -= 1) {
    next[at] = place
    if (numberAt(places, at) >= 0) place = numberAt(places, at)
  }
  return next
}

/** What is left and says in words what one heading there says: it was moved, alone. */
function pairByName(free: Free, { places, trust }: Both): void {
  const left = free.now.filter(({ to }) => places[to] === -1)
  for (const [words, [one, ...more]] of Map.groupBy(left, (each) => each.words)) {
    const [from, ...others] = free.old.get(words) ?? []
    if (!one || from === undefined || more.length > 0 || others.length > 0) continue
    if (trust > trusted || words.split(' ').length > namingWords) places[one.to] = from
  }
}

/**
 * What stands between the same neighbours, in the same number and at the same levels, is the same place,
 * whatever is said there now.
 */
function pairByPlace({ old, now, places }: Both): void {
  const headings = { old: headingsOf(old), now: headingsOf(now) }
  const ranks = new Map(headings.old.map((at, rank) => [at, rank]))
  const among = Int32Array.from(headings.now, (to) => ranks.get(numberAt(places, to)) ?? -1)
  const taken = new Set(places)
  for (const gap of gapsOf(among, headings.old.length)) {
    const olds = headings.old.slice(gap.old, gap.oldEnd)
    const news = headings.now.slice(gap.now, gap.nowEnd)
    const isFree = news.every((to) => places[to] === -1) && !olds.some((from) => taken.has(from))
    const isSame = olds.every((from, index) => old[from]?.level === now[news[index] ?? -1]?.level)
    if (olds.length !== news.length || !isFree || !isSame) continue
    for (const [index, to] of news.entries()) places[to] = olds[index] ?? -1
  }
}

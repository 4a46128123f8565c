import { assign, type Edge } from './assign.ts'
import type { ParsedBlock } from './block.ts'
import { likenessOf } from './likeness.ts'
import { numberAt } from './number-at.ts'
import { isHeading } from './outline.ts'
import { gapsOf, numberKeys, pairEqual, type Gap, type Places } from './pair-equal.ts'
import { pairHeadings } from './pair-headings.ts'
import { indexShingles, readWords, wordFilter, type Worded } from './worded.ts'

/**
 * In UTF-16 units: a shorter text that stands once in each may do so by chance («Supprimé.»), and is taken
 * for the same only where it stands between the same neighbours.
 */
const tellingLength = 40

/** A block of a document, or one that has been given its id. */
export type AnyBlock = ParsedBlock & { id?: string }

export type Pairing = {
  places: Places
  trust: number
  read: { old: (at: number) => Worded; now: (at: number) => Worded }
}

/** Returns for each new block the index of the old one that it was, or -1: the one of the same id, if it has one. */
export function pairBlocks(old: readonly AnyBlock[], now: readonly AnyBlock[]): Pairing {
  const places = pairById(old, now)
  pairEqual(numberKeys(old, now), places, (to) => (now[to]?.text.length ?? 0) >= tellingLength)
  const read = { old: remembered(old), now: remembered(now) }
  const sides = { old: sideOf(old), now: sideOf(now) }
  const trust = trustInHeadings(places, sides)
  const free = freeIn(places, old.length, sides)
  const gaps = gapsOf(places, old.length)
  const edges = edgesBetween(free, { gaps, read, sides, trust, lengths: [old.length, now.length] })
  for (const [from, to] of assign(edges)) places[to] = from
  pairHeadings({ old, now, places, trust })
  return { places, trust, read }
}

function pairById(old: readonly AnyBlock[], now: readonly AnyBlock[]): Places {
  const known = new Map<string | undefined, number>(old.map(({ id }, at) => [id, at]))
  known.delete(undefined)
  return Int32Array.from(now, ({ id }) => known.get(id) ?? -1)
}

function remembered(blocks: readonly ParsedBlock[]) {
  const known = blocks.map((): Worded | undefined => undefined)
  return (at: number): Worded => (known[at] ??= readWords(blocks[at]?.text ?? ''))
}

/** The heading above each block, as it is written; headings are their own. */
type Side = { headings: string[]; isHeading: Uint8Array }

function sideOf(blocks: readonly ParsedBlock[]): Side {
  let above = ''
  const isOne = new Uint8Array(blocks.length)
  const headings = blocks.map((block, at) => {
    if (isHeading(block)) {
      above = block.text
      isOne[at] = 1
    }
    return above
  })
  return { headings, isHeading: isOne }
}

type Sides = { old: Side; now: Side }

/** How often what stands in both texts stands under the same heading: how much a heading tells here, 0 to 1. */
function trustInHeadings(places: Places, { old, now }: Sides): number {
  let [pairs, agree] = [0, 0]
  for (const [to, from] of places.entries()) {
    if (from < 0) continue
    pairs += 1
    if (old.headings[from] === now.headings[to]) agree += 1
  }
  return pairs === 0 ? 0 : agree / pairs
}

type Free = { old: number[]; now: number[] }

function freeIn(places: Places, oldLength: number, sides: Sides): Free {
  const taken = new Uint8Array(oldLength)
  for (const from of places) if (from >= 0) taken[from] = 1
  return {
    old: [...taken.keys()].filter((at) => taken[at] === 0 && sides.old.isHeading[at] === 0),
    now: [...places.keys()].filter((at) => places[at] === -1 && sides.now.isHeading[at] === 0),
  }
}

type Around = {
  gaps: Gap[]
  read: Pairing['read']
  sides: Sides
  trust: number
  lengths: [old: number, now: number]
}

/** How far from its place in a gap a block is looked for, either way; less far in a gap of thousands. */
const reach = 60
const nearReach = 5
const longGap = 1000

function edgesBetween(free: Free, around: Around): Edge[] {
  const { gaps, read } = around
  const gapOfOld = gapNumbers(gaps, around.lengths[0], ({ old, oldEnd }) => [old, oldEnd])
  const gapOfNew = gapNumbers(gaps, around.lengths[1], ({ now, nowEnd }) => [now, nowEnd])
  const filter = wordFilter()
  const judging = { ...around, gapOfOld, gapOfNew, atMost: filter.countAmong }
  const find = indexShingles(new Map(free.old.map((at) => [at, read.old(at)])))
  const oldIn = Map.groupBy(free.old, (at) => gapOfOld[at] ?? -1)
  const newIn = Map.groupBy(free.now, (at) => gapOfNew[at] ?? -1)
  const edges: Judged[] = []
  // With which new block, plus one, an old one was compared last.
  const judgedWith = new Uint32Array(around.lengths[0])
  const offer = (from: number, to: number): void => {
    if (judgedWith[from] === to + 1) return
    judgedWith[from] = to + 1
    const judged = judge(from, to, judging)
    if (judged) edges.push(judged)
  }
  for (const [gap, news] of newIn) {
    const olds = gap < 0 ? [] : (oldIn.get(gap) ?? [])
    for (const [index, to] of news.entries()) {
      const middle = Math.round((index * olds.length) / news.length)
      const far = news.length > longGap ? nearReach : reach
      const beside = olds.slice(Math.max(0, middle - far), middle + far)
      filter.during(read.now(to), () => {
        for (const from of beside) offer(from, to)
        for (const from of find(read.now(to))) offer(from, to)
      })
    }
  }
  return dropUnclear(edges)
}

/** For each block, in which gap it stands; -1: in none. */
function gapNumbers(
  gaps: readonly Gap[],
  length: number,
  of: (gap: Gap) => [number, number],
): Int32Array {
  const numbers = new Int32Array(length).fill(-1)
  for (const [number, gap] of gaps.entries()) {
    const [from, end] = of(gap)
    numbers.fill(number, from, end)
  }
  return numbers
}

/** `atMost`: how many words of an old block the new one may say. */
type Judging = Around & {
  gapOfOld: Int32Array
  gapOfNew: Int32Array
  atMost: (old: Worded) => number
}

/** `worth`: words that need not be shown as changed, more where they stand in the same place. */
type Judged = Edge & { alike: number; inPlace: boolean }

function judge(old: number, now: number, judging: Judging): Judged | null {
  const [one, other] = [judging.read.old(old), judging.read.now(now)]
  const gap = numberAt(judging.gapOfOld, old)
  const inPlace = gap >= 0 && gap === judging.gapOfNew[now]
  const likeness = likenessOf(one, other, { inPlace, atMost: judging.atMost })
  if (!likeness) return null
  const { sides, trust, gaps } = judging
  const sameHeading = sides.old.headings[old] === sides.now.headings[now] ? 0.1 * trust : 0
  const near = inPlace ? 0.15 + 0.1 * (1 - distance(old, now, gaps[gap])) : 0
  const { common, alike, contained } = likeness
  const worth = common * (Math.max(alike, 0.8 * contained) + sameHeading + near)
  return { old, now, worth, alike, inPlace }
}

/** By how much the most alike must be above the next, where no neighbour vouches for either. */
const leastLead = 0.1

/** Without those away from their place where another is about as alike: nobody can tell which one it was. */
function dropUnclear(edges: readonly Judged[]): Judged[] {
  const tops = { old: topTwo(edges, 'old'), now: topTwo(edges, 'now') }
  return edges.filter((edge) => {
    if (edge.inPlace || edge.alike < 1)
      return (
        edge.inPlace ||
        (isClear(edge, tops.old.get(edge.old)) && isClear(edge, tops.now.get(edge.now)))
      )
    return true
  })
}

function isClear({ alike }: Judged, [first, second]: readonly number[] = []): boolean {
  return alike === first && alike - (second ?? 0) >= leastLead
}

/** How alike the two are that are most so. */
function topTwo(edges: readonly Judged[], side: 'old' | 'now'): Map<number, [number, number]> {
  const tops = new Map<number, [number, number]>()
  for (const { [side]: at, alike } of edges) {
    const [first, second] = tops.get(at) ?? [0, 0]
    tops.set(at, alike > first ? [alike, first] : [first, Math.max(alike, second)])
  }
  return tops
}

/** From 0, at the same place in their gap, to 1. */
function distance(old: number, now: number, gap: Gap | undefined): number {
  if (!gap) return 1
  const one = (old - gap.old + 0.5) / (gap.oldEnd - gap.old)
  const other = (now - gap.now + 0.5) / (gap.nowEnd - gap.now)
  return Math.abs(one - other)
}

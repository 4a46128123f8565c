import { isHeading, type ItemKind, type ParsedBlock } from '../text/index.ts'

/** `typography`: only spaces, quotation marks and apostrophes; `returned`: it was in an earlier text already; `redivided`:
 * several passages became several others. */
export const changeKinds = [
  'edited',
  'moved',
  'split',
  'merged',
  'redivided',
  'added',
  'returned',
  'removed',
  'typography',
] as const
export type ChangeKind = (typeof changeKinds)[number] &
  (ItemKind | 'redivided' | 'returned' | 'typography')

/** A change, by where it stands in a text: at which of its blocks, and over how many of them. */
export type PlacedChange = {
  href: string
  kind: ChangeKind
  /** What it begins with. */
  label: string
  /** Passages told with it: those under it, where it is a heading. */
  more: { count: number; headed: boolean }
  /** Of a removed one: the block after which it stood, or -1. */
  block: number
  /** None of a removed one. */
  blocks: number
}

/** `from`, `to` are shares of the part's length. */
export type Bar = { kind: ChangeKind; from: number; to: number }

/** Changes that a map shows as one, with where each of them is. */
export type Stretch = { from: number; to: number; bars: Bar[]; changes: PlacedChange[] }

/** A piece of the text, from a heading to the next of its rank; null before the first heading. */
export type MapPart = {
  heading: string | null
  /** Its last heading, where the part is several of them. */
  last: string | null
  /** Its share of the longest part. */
  share: number
  stretches: Stretch[]
  changes: PlacedChange[]
}

const mostParts = 60
/** Shares of the longest part: what can still be seen, and be pointed at. */
const leastShare = 0.06
const leastStretch = 0.02
const leastBar = 0.01

/** What a map needs to know of a text. */
export type TextScale = {
  /** Where each block ends, in UTF-16 units; each counts one more, so that none is nothing. */
  ends: number[]
  headings: { index: number; level: number; heading: string }[]
}

export function measureText(blocks: readonly ParsedBlock[]): TextScale {
  let end = 0
  return {
    ends: blocks.map(({ text }) => (end += text.length + 1)),
    headings: blocks.flatMap((block, index) =>
      isHeading(block) ? [{ index, level: block.level, heading: block.text }] : [],
    ),
  }
}

/**
 * The whole text in at most so many parts (by the headings of the lowest rank of which there are no more), each
 * with its changes in order. Changes that lie too near one another to be pointed at are one stretch.
 */
export function mapChanges(
  { ends, headings }: TextScale,
  changes: readonly PlacedChange[],
): MapPart[] {
  const starts = cutParts(headings)
  const byPart = Map.groupBy(changes, ({ block }) => findPart(starts, block))
  const parts = starts.map(({ index, heading, last }, at) => {
    const next = starts[at + 1]?.index ?? ends.length
    const begins = ends[index - 1] ?? 0
    const length = Math.max(1, (ends[next - 1] ?? 0) - begins)
    return { heading, last, begins, length, changes: byPart.get(at) ?? [] }
  })
  const longest = Math.max(1, ...parts.map(({ length }) => length))
  return parts.map(({ heading, last, begins, length, changes: own }) => {
    const share = Math.max(leastShare, length / longest)
    const shareUpTo = (block: number) => ((ends[block] ?? 0) - begins) / length
    const spans = own.map((change) => ({
      change,
      from: shareUpTo(change.blocks === 0 ? change.block : change.block - 1),
      to: shareUpTo(change.block + Math.max(0, change.blocks - 1)),
    }))
    return { heading, last, share, changes: own, stretches: joinNear(spans, share) }
  })
}

type Start = { index: number; heading: string | null; last: string | null }

function cutParts(headings: TextScale['headings']): Start[] {
  const levels = [...new Set(headings.map(({ level }) => level))].toSorted((one, two) => one - two)
  const upTo = (level: number) => headings.filter((one) => one.level <= level)
  const fitting = levels.findLast((level) => upTo(level).length <= mostParts)
  const chosen = upTo(fitting ?? levels[0] ?? 0)
  const together = Math.max(1, Math.ceil(chosen.length / mostParts))
  const starts = chosen.flatMap(({ index, heading }, at) => {
    if (at % together > 0) return []
    const last = together > 1 ? (chosen[at + together - 1] ?? chosen.at(-1))?.heading : null
    return [{ index, heading, last: last ?? null }]
  })
  return starts[0]?.index === 0 ? starts : [{ index: 0, heading: null, last: null }, ...starts]
}

function findPart(starts: readonly Start[], block: number): number {
  return Math.max(
    0,
    starts.findLastIndex(({ index }) => index <= block),
  )
}

type Span = { from: number; to: number; change: PlacedChange }

function joinNear(spans: readonly Span[], share: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const { change } = span
    const { from, to } = widen(span, leastStretch / share)
    const bar = { kind: change.kind, ...widen(span, leastBar / share) }
    const last = stretches.at(-1)
    if (last && from < last.to) {
      last.to = Math.max(last.to, to)
      last.changes.push(change)
      addBar(last.bars, bar)
    } else stretches.push({ from, to, bars: [bar], changes: [change] })
  }
  return stretches
}

function widen({ from, to }: Pick<Span, 'from' | 'to'>, least: number) {
  const begins = Math.max(0, Math.min(from, 1 - least))
  return { from: begins, to: Math.min(1, Math.max(to, begins + least)) }
}

/** One bar for those of a kind that touch. */
function addBar(bars: Bar[], bar: Bar): void {
  const last = bars.at(-1)
  if (last?.kind === bar.kind && bar.from <= last.to) last.to = Math.max(last.to, bar.to)
  else bars.push(bar)
}

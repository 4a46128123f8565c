import { headingsAbove, type PlacedBlock } from '../reports/index.ts'
import { isHeading, type Block } from '../text/index.ts'
import type { Comparison } from './compare-texts.ts'

/** Blocks on one page of the working text. */
const pageLength = 120

/** Headings that an outline names at most: of a longer one the deepest are left out. */
const outlineLength = 250

/** One page of the working text. */
export type TextPart = {
  blocks: PlacedBlock[]
  /** The headings that the first of them stands under, the outermost first. */
  above: PlacedBlock[]
  /** Blocks that were taken out since the latest edition, by the id of the one that they followed; '' at the start. */
  removed: ReadonlyMap<string, Block[]>
  page: number
  pages: number
}

/** The page that was asked for, or the one that has the block. */
export function choosePart(
  blocks: readonly PlacedBlock[],
  { comparison, page, at }: { comparison: Comparison; page: number | null; at: string | null },
): TextPart {
  const pages = Math.max(1, Math.ceil(blocks.length / pageLength))
  const index = blocks.findIndex(({ id }) => id === at)
  const asked = page ?? (index === -1 ? 1 : pageOf(index))
  const chosen = Math.min(asked, pages)
  const shown = blocks.slice((chosen - 1) * pageLength, chosen * pageLength)
  const [first] = shown
  return {
    blocks: shown,
    above: first ? headingsAbove(blocks, first.id) : [],
    removed: placeRemoved(comparison),
    page: chosen,
    pages,
  }
}

function pageOf(index: number): number {
  return Math.floor(index / pageLength) + 1
}

function placeRemoved({ order, removed }: Comparison): Map<string, Block[]> {
  const gone = new Map(removed.map((block) => [block.id, block]))
  const placed = new Map<string, Block[]>()
  let before = ''
  for (const id of order) {
    const block = gone.get(id)
    if (!block) before = id
    else placed.set(before, [...(placed.get(before) ?? []), block])
  }
  return placed
}

/** A heading of the text, with the page that it is on and how much differs under it. */
export type OutlineLine = { heading: PlacedBlock; page: number; depth: number; differing: number }

/** The headings of the text as far as an outline has room; each counts what differs up to the next of them. */
export function outlineText(
  blocks: readonly PlacedBlock[],
  { differences }: Pick<Comparison, 'differences'>,
): OutlineLine[] {
  const headings = blocks.filter(isHeading)
  const deepest = deepestShown(headings)
  const lines: OutlineLine[] = []
  for (const [index, block] of blocks.entries()) {
    if (isHeading(block) && block.level <= deepest) {
      lines.push({ heading: block, page: pageOf(index), depth: 0, differing: 0 })
    }
    const line = lines.at(-1)
    if (line && differences.has(block.id)) line.differing += 1
  }
  const top = Math.min(...lines.map(({ heading }) => heading.level))
  return lines.map((line) => ({ ...line, depth: line.heading.level - top }))
}

function deepestShown(headings: readonly Block[]): number {
  const levels = [...new Set(headings.map(({ level }) => level))].toSorted((one, two) => one - two)
  const fitting = levels.filter(
    (deepest) => headings.filter(({ level }) => level <= deepest).length <= outlineLength,
  )
  return fitting.at(-1) ?? levels[0] ?? 0
}

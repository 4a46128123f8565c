import { type PlacedBlock } from '../reports/index.ts'
import { foldTypography, isHeading } from '../text/index.ts'

/** Passages that a search, or a heading, offers at once. */
const offered = 40

/** Passages whose text has these words, whatever their capitals, accents kept; the first of them, and how many. */
export function findBlocks(
  blocks: readonly PlacedBlock[],
  words: string,
): { found: PlacedBlock[]; count: number } {
  const sought = fold(words)
  const all = blocks.filter(({ text }) => fold(text).includes(sought))
  return { found: all.slice(0, offered), count: all.length }
}

/** A heading and what stands right under it, up to the next heading; the start of the text where none is named. */
export function blocksNear(
  blocks: readonly PlacedBlock[],
  headingId: string | null,
): PlacedBlock[] {
  const at = headingId === null ? 0 : blocks.findIndex(({ id }) => id === headingId)
  const from = Math.max(0, at)
  const next = blocks.findIndex((block, index) => index > from && isHeading(block))
  return blocks.slice(from, next === -1 ? undefined : next).slice(0, offered)
}

function fold(text: string): string {
  return foldTypography(text).toLowerCase()
}

import { isHeading, outlineOf, type Block, type OutlineEntry } from '../text/index.ts'
import { neighboursOf } from './report.ts'

/** Words: a part that is longer is read chapter by chapter, so that no page takes an hour and a megabyte. */
export const longestPage = 12_000

/** Words a minute, read in silence: 238 in Brysbaert's review of 2019, which is of English; rounded down. */
const wordsAMinute = 230

/** Counts words: what stands between spaces that a line may be broken at: «\u00A0mot\u00A0» is one. */
export function countWords(blocks: readonly Pick<Block, 'text'>[]): number {
  return blocks.reduce((sum, { text }) => sum + (text.match(/[^ \t\n]+/g)?.length ?? 0), 0)
}

/** How many minutes it takes to read so many words; one at least. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / wordsAMinute))
}

export type Chapter<B> = { heading: B; words: number }

/** What the page of a heading shows: its blocks; and where it would be too long, the chapters to go to. */
export type PartReading<B> = { blocks: B[]; words: number; chapters: Chapter<B>[] }

/**
 * A part that is too long shows what stands before its first chapter, and its chapters; one without any is
 * shown whole. `blocks` are the heading and all that stands under it.
 */
export function readPart<B extends Block>(blocks: readonly B[]): PartReading<B> {
  const words = countWords(blocks)
  const [, ...under] = blocks
  const chapters = outlineOf(under)
  const [first] = chapters
  if (words <= longestPage || !first) return { blocks: [...blocks], words, chapters: [] }
  return {
    blocks: blocks.slice(0, first.index + 1),
    words,
    chapters: chapters.map(({ heading, index, end }) => ({
      heading,
      words: countWords(under.slice(index, end)),
    })),
  }
}

/** The headings that have a page each when a text is read from its beginning to its end, in order. */
export function readingPages<B extends Block>(blocks: readonly B[]): B[] {
  const pagesOf = ({ heading, index, end, entries }: OutlineEntry<B>): B[] => {
    const isLong = countWords(blocks.slice(index, end)) > longestPage
    return [heading, ...(isLong ? entries.flatMap(pagesOf) : [])]
  }
  return outlineOf(blocks).flatMap(pagesOf)
}

/**
 * The pages before and after, for reading on: every one of them is met once, the long parts by chapters.
 * `pageIds`: those of `readingPages`.
 */
export function readingNeighbours<B extends Block>(
  blocks: readonly B[],
  pageIds: ReadonlySet<string>,
  headingId: string,
): { previous: B | undefined; next: B | undefined } {
  const pages = blocks.filter(({ id }) => pageIds.has(id))
  const at = pages.findIndex(({ id }) => id === headingId)
  // A chapter of a part that is read whole was asked for by itself.
  if (at === -1) return neighboursOf(blocks, headingId)
  return { previous: pages[at - 1], next: pages[at + 1] }
}

/** The heading on whose page a block stands, of those above it, the outermost first. */
export function pageOf<B extends Block>(
  block: B,
  above: readonly B[],
  pages: ReadonlySet<string>,
): B | undefined {
  const own = isHeading(block) ? [...above, block] : above
  return own.findLast(({ id }) => pages.has(id)) ?? own[0]
}

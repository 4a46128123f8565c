import { isHeading, type Block } from '../text/index.ts'

export type Report = {
  id: number
  slug: string
  title: string
  /** Language of the text, which is not the interface's. */
  lang: string
  authors: string | null
  commissioner: string | null
  licence: string | null
  editionPlannedFor: string | null
  /** Written to show the software: says so on its front page. */
  illustrative: boolean
}

export type Edition = {
  id: number
  reportId: number
  number: number
  publishedAt: Date
  signedBy: string
  sha256: Uint8Array
  previousSha256: Uint8Array | null
}

/** A block as it stands in the working text or in an edition, with its hash. */
export type PlacedBlock = Block & { sha256: Uint8Array }

/** A heading with everything below it, up to the next of its level or above; empty when it is none. */
export function blocksUnder<B extends Block>(blocks: readonly B[], headingId: string): B[] {
  const start = blocks.findIndex((block) => block.id === headingId)
  const heading = blocks[start]
  if (!heading || !isHeading(heading)) return []
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => isHeading(block) && block.level <= heading.level)
  return [heading, ...(end === -1 ? rest : rest.slice(0, end))]
}

/** What stands before the first heading. */
export function blocksBeforeHeadings<B extends Block>(blocks: readonly B[]): B[] {
  const first = blocks.findIndex(isHeading)
  return first === -1 ? [...blocks] : blocks.slice(0, first)
}

/** The top heading that a block is read under; undefined for what stands before the first. */
export function topHeadingOf<B extends Block>(
  blocks: readonly B[],
  blockId: string,
): B | undefined {
  const at = blocks.findIndex((block) => block.id === blockId)
  const tops = topHeadings(blocks)
  return tops.findLast((top) => blocks.indexOf(top) <= at)
}

/** The heading before and the one after, of the same rank, for reading on. */
export function neighboursOf<B extends Block>(
  blocks: readonly B[],
  headingId: string,
): { previous: B | undefined; next: B | undefined } {
  const tops = topHeadings(blocks)
  const at = tops.findIndex((top) => top.id === headingId)
  return at === -1
    ? { previous: undefined, next: undefined }
    : { previous: tops[at - 1], next: tops[at + 1] }
}

function topHeadings<B extends Block>(blocks: readonly B[]): B[] {
  const all = blocks.filter(isHeading)
  const top = Math.min(...all.map((block) => block.level))
  return all.filter((block) => block.level === top)
}

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
  /** Numbers of the contributions that waited for an answer when it was published. */
  unanswered: number[]
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

/** The proposition of that number; of several, the first. */
export function findProposition<B extends Block>(
  blocks: readonly B[],
  number: string,
): B | undefined {
  return blocks.find((block) => block.kind === 'proposition' && block.number === number)
}

/** Where a heading of the latest edition is read; a proposition by its number, where that is its alone. */
export function addressOfHeading<B extends Block>(
  report: string,
  heading: B,
  blocks: readonly B[],
): string {
  const { kind, number, id } = heading
  const named = kind === 'proposition' && number !== null
  if (!named || findProposition(blocks, number)?.id !== id) return `${report}/part/${id}`
  return `${report}/propositions/${encodeURIComponent(number)}`
}

/** What stands before the first heading. */
export function blocksBeforeHeadings<B extends Block>(blocks: readonly B[]): B[] {
  const first = blocks.findIndex(isHeading)
  return first === -1 ? [...blocks] : blocks.slice(0, first)
}

/** The headings that a block stands under, the outermost first; a heading is not under itself. */
export function headingsAbove<B extends Block>(blocks: readonly B[], blockId: string): B[] {
  const at = blocks.findIndex((block) => block.id === blockId)
  const open: B[] = []
  for (const block of blocks.slice(0, at + 1)) {
    if (!isHeading(block)) continue
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop()
    if (block.id !== blockId) open.push(block)
  }
  return open
}

/** The heading before and the one after, of the same level in the whole text, for reading on. */
export function neighboursOf<B extends Block>(
  blocks: readonly B[],
  headingId: string,
): { previous: B | undefined; next: B | undefined } {
  const heading = blocks.find((block) => block.id === headingId)
  const peers = blocks.filter((block) => isHeading(block) && block.level === heading?.level)
  const at = peers.findIndex((peer) => peer.id === headingId)
  return at === -1
    ? { previous: undefined, next: undefined }
    : { previous: peers[at - 1], next: peers[at + 1] }
}

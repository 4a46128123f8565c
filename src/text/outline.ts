import type { BlockKind, ParsedBlock } from './block.ts'

/** A heading, the blocks under it (indexes from `index` + 1 up to `end`) and its own headings. */
export type OutlineEntry<B> = { heading: B; index: number; end: number; entries: OutlineEntry<B>[] }

export const headingKinds: ReadonlySet<BlockKind> = new Set([
  'part',
  'chapter',
  'section',
  'proposition',
])

/** Returns whether the block is a heading: a part, chapter, section or proposition. */
export function isHeading(block: { kind: BlockKind }): boolean {
  return headingKinds.has(block.kind)
}

/** Returns the headings as a tree, by their levels; a level that skips some nests all the same. */
export function outlineOf<B extends ParsedBlock>(blocks: readonly B[]): OutlineEntry<B>[] {
  const top: OutlineEntry<B>[] = []
  const open: OutlineEntry<B>[] = []
  for (const [index, heading] of blocks.entries()) {
    if (!isHeading(heading)) continue
    let above = open.at(-1)
    while (above !== undefined && above.heading.level >= heading.level) {
      above.end = index
      open.pop()
      above = open.at(-1)
    }
    const entry = { heading, index, end: blocks.length, entries: [] }
    const siblings = above?.entries ?? top
    siblings.push(entry)
    open.push(entry)
  }
  return top
}

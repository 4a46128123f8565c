import { isHeading, type BlockKind } from '../text/index.ts'

type Placed = { id: string; kind: BlockKind; level: number }

/**
 * Returns a function that says where what stood at a block of the old text is told of now: under the innermost of
 * its headings that is left, a heading under itself; else where the nearest block before it, or after it, stands
 * now. Null where that is before the first heading.
 */
export function headingFinder(
  old: readonly Placed[],
  now: readonly Placed[],
): (blockId: string) => string | null {
  const above = headingsOver(now)
  const olds = new Map(old.map((block, at) => [block.id, at]))
  const headings = new Set(now.filter(isHeading).map(({ id }) => id))
  const parents = parentsOf(old)
  return (blockId) => {
    const at = olds.get(blockId)
    if (at === undefined) return headings.has(blockId) ? blockId : null
    const own = upFrom(at, parents).find((up) => headings.has(old[up]?.id ?? ''))
    if (own !== undefined) return old[own]?.id ?? null
    const left = (block: Placed) => above.has(block.id)
    const nearest = old.slice(0, at).findLast(left) ?? old.slice(at + 1).find(left)
    return nearest ? (above.get(nearest.id) ?? null) : null
  }
}

/** The heading that each block stands under; itself, where it is one. */
export function headingsOver(blocks: readonly Placed[]): Map<string, string | null> {
  let last: string | null = null
  return new Map(
    blocks.map((block) => {
      if (isHeading(block)) last = block.id
      return [block.id, last]
    }),
  )
}

/** The block itself, and every heading that it stands under, the innermost first. */
function upFrom(at: number, parents: readonly (number | null)[]): number[] {
  const up = [at]
  for (let next = parents[at] ?? null; next !== null; next = parents[next] ?? null) up.push(next)
  return up
}

/** Of each block the index of the heading that it stands under, of a heading that of the one above it. */
function parentsOf(blocks: readonly Placed[]): (number | null)[] {
  const open: number[] = []
  return blocks.map((block, at) => {
    if (!isHeading(block)) return open.at(-1) ?? null
    while (open.length > 0 && (blocks[open.at(-1) ?? 0]?.level ?? 0) >= block.level) open.pop()
    const parent = open.at(-1) ?? null
    open.push(at)
    return parent
  })
}

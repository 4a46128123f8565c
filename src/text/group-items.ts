import type { Item, ItemKind } from './align.ts'
import type { ParsedBlock } from './block.ts'
import { isHeading } from './outline.ts'

/** Items that a reader sees as one: what stands under a heading and came, went or moved with it. */
export type ItemGroup<I extends Item = Item> = { kind: ItemKind; items: I[] }

/**
 * Returns all items, in their order, neighbours of one fate together: those that stayed as they are; those that
 * were added, removed or moved one after the other, up to a heading that doesn't stand under the first of them.
 * What moved together stood together. An edited, split or merged one is a group by itself.
 */
export function groupItems<I extends Item>(
  items: readonly I[],
  old: readonly ParsedBlock[],
  now: readonly ParsedBlock[],
): ItemGroup<I>[] {
  const groups: ItemGroup<I>[] = []
  const blockOf = (item: Item | undefined) => now[item?.new[0] ?? -1] ?? old[item?.old[0] ?? -1]
  for (const item of items) {
    const group = groups.at(-1)
    const follows = group?.kind === item.kind && isGrouped(item) && stoodAfter(group.items, item)
    const under = item.kind === 'same' || isUnder(blockOf(group?.items[0]), blockOf(item))
    if (group && follows && under) group.items.push(item)
    else groups.push({ kind: item.kind, items: [item] })
  }
  return groups
}

function isGrouped({ kind }: Item): boolean {
  return kind === 'same' || kind === 'added' || kind === 'removed' || kind === 'moved'
}

function stoodAfter(group: readonly Item[], item: Item): boolean {
  return item.kind !== 'moved' || item.old[0] === (group.at(-1)?.old.at(-1) ?? -2) + 1
}

/** Whether a block can stand under that one, or beside it. */
function isUnder(first: ParsedBlock | undefined, block: ParsedBlock | undefined): boolean {
  if (!first || !block || !isHeading(block)) return true
  return isHeading(first) && first.level < block.level
}

import { isSameBlock, type ParsedBlock } from './block.ts'
import { groupPairs } from './group-pairs.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { pairBlocks } from './pair-blocks.ts'

export type ItemKind = 'same' | 'edited' | 'moved' | 'split' | 'merged' | 'added' | 'removed'

/** What became of blocks: indexes in the old text and in the new one. */
export type Item = { kind: ItemKind; old: number[]; new: number[] }

/**
 * Returns what became of each block of a text: every block of either side stands in exactly one item, in the
 * order of the new text; what was removed stands after what it followed. Moved is what lies outside of the
 * chain that holds the most text in the same order (VisualEditor's rule, weighted), whether it was edited or not.
 */
export function align(old: readonly ParsedBlock[], now: readonly ParsedBlock[]): Item[] {
  const { places, read } = pairBlocks(old, now)
  const groups = groupPairs(places, { old, now, read })
  const inOrder = groups.toSorted((one, other) => (one.now[0] ?? 0) - (other.now[0] ?? 0))
  const chain = heaviestChain(
    inOrder.map(({ old: [first] }) => first ?? -1),
    (index) =>
      1 + (inOrder[index]?.now ?? []).reduce((sum, at) => sum + (now[at]?.text.length ?? 0), 0),
  )
  const stays = new Set(chain.map((index) => inOrder[index]))
  const items = new Map(
    inOrder.map((group) => {
      const kind = kindOf(group, old, now)
      const moved = !stays.has(group) && (kind === 'same' || kind === 'edited')
      return [
        group.now[0] ?? -1,
        { kind: moved ? 'moved' : kind, old: group.old, new: group.now } satisfies Item,
      ]
    }),
  )
  return placeItems(
    { items, stays: new Set([...stays].flatMap((group) => group?.old ?? [])), groups },
    old.length,
    now.length,
  )
}

type Group = { old: number[]; now: number[] }

function kindOf(
  { old: from, now: to }: Group,
  old: readonly ParsedBlock[],
  now: readonly ParsedBlock[],
): ItemKind {
  if (to.length > 1) return 'split'
  if (from.length > 1) return 'merged'
  const [one, other] = [old[from[0] ?? -1], now[to[0] ?? -1]]
  return one && other && isSameBlock(one, other) ? 'same' : 'edited'
}

type Placing = { items: Map<number, Item>; stays: ReadonlySet<number>; groups: readonly Group[] }

function placeItems(
  { items, stays, groups }: Placing,
  oldLength: number,
  newLength: number,
): Item[] {
  const kept = new Set(groups.flatMap(({ old }) => old))
  const grouped = new Set(groups.flatMap(({ now }) => now))
  // What was removed, by the block that stays and that it followed.
  const removedAfter = new Map<number, Item[]>([[-1, []]])
  let followers = removedAfter.get(-1) ?? []
  for (let from = 0; from < oldLength; from += 1) {
    if (stays.has(from)) removedAfter.set(from, (followers = []))
    else if (!kept.has(from)) followers.push({ kind: 'removed', old: [from], new: [] })
  }
  const placed = removedAfter.get(-1) ?? []
  for (let to = 0; to < newLength; to += 1) {
    const item = items.get(to)
    if (item) placed.push(item, ...item.old.flatMap((from) => removedAfter.get(from) ?? []))
    else if (!grouped.has(to)) placed.push({ kind: 'added', old: [], new: [to] })
  }
  return placed
}

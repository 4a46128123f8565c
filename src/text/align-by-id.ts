import { type Block, isSameBlock } from './block.ts'
import { heaviestChain } from './heaviest-chain.ts'

/** What became of a block; `edited`: its words, marks, kind, level or number are others. */
export type AlignedBlock =
  | { kind: 'same' | 'edited'; old: Block; new: Block }
  | { kind: 'moved'; old: Block; new: Block; edited: boolean }
  | { kind: 'added'; new: Block }
  | { kind: 'removed'; old: Block }

/**
 * Returns every block of two texts once, matched by id, in the order of the new text; a removed
 * block stands after the block that it followed. Moved blocks are those outside a longest
 * increasing subsequence, so that as few as possible are (VisualEditor's rule). Ids are unique
 * within each text. Time is O(n·log n).
 */
export function alignById(
  oldBlocks: readonly Block[],
  newBlocks: readonly Block[],
): AlignedBlock[] {
  const oldIndexes = new Map(oldBlocks.map((block, index) => [block.id, index]))
  const newIds = new Set(newBlocks.map(({ id }) => id))
  const places = newBlocks.map(({ id }) => oldIndexes.get(id))
  const known = places.filter((place) => place !== undefined)
  const inPlace = new Set(heaviestChain(known).map((index) => known[index]))

  const removedAfter = new Map<number, AlignedBlock[]>([[-1, []]])
  let followers = removedAfter.get(-1) ?? []
  for (const [index, old] of oldBlocks.entries()) {
    if (inPlace.has(index)) removedAfter.set(index, (followers = []))
    if (!newIds.has(old.id)) followers.push({ kind: 'removed', old })
  }

  const items = removedAfter.get(-1) ?? []
  for (const [index, block] of newBlocks.entries()) {
    const place = places[index] ?? -2
    items.push(alignBlock(oldBlocks[place], block, inPlace.has(place)))
    items.push(...(removedAfter.get(place) ?? []))
  }
  return items
}

function alignBlock(old: Block | undefined, block: Block, inPlace: boolean): AlignedBlock {
  if (old === undefined) return { kind: 'added', new: block }
  const edited = !isSameBlock(old, block)
  if (!inPlace) return { kind: 'moved', old, new: block, edited }
  return { kind: edited ? 'edited' : 'same', old, new: block }
}

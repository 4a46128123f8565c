import type { Change } from '../reports/index.ts'
import { alignById, type AlignedBlock, type Block } from '../text/index.ts'

/** How a block of the working text differs from the latest edition. */
export type Difference = 'added' | 'split-off' | 'edited' | 'moved' | 'moved-and-edited'

export type Comparison = {
  differences: ReadonlyMap<string, Difference>
  removed: Block[]
  /** The ids of those of them that became a part of another. */
  merged: ReadonlySet<string>
  /** Ids of the blocks of both, in reading order; a removed block after the one that it followed. */
  order: string[]
}

/** How a text differs from one before it, block by block, by the changes made since. */
export function compareTexts(
  before: readonly Block[],
  now: readonly Block[],
  changes: readonly Change[] = [],
): Comparison {
  // The last that happened to a block as the other one of two says how it came, or went.
  const divided = new Map(
    changes.flatMap(({ otherBlock, operation }) =>
      otherBlock ? [[otherBlock.id, operation]] : [],
    ),
  )
  const differences = new Map<string, Difference>()
  const removed: Block[] = []
  const order: string[] = []
  for (const item of alignById(before, now)) {
    if (item.kind === 'removed') {
      removed.push(item.old)
      order.push(item.old.id)
      continue
    }
    order.push(item.new.id)
    const difference = differenceOf(item, divided)
    if (difference) differences.set(item.new.id, difference)
  }
  const merged = removed.filter(({ id }) => divided.get(id) === 'merge-blocks')
  return { differences, removed, merged: new Set(merged.map(({ id }) => id)), order }
}

type Standing = Exclude<AlignedBlock, { kind: 'removed' }>

function differenceOf(item: Standing, divided: ReadonlyMap<string, string>): Difference | null {
  if (item.kind === 'same') return null
  if (item.kind === 'moved') return item.edited ? 'moved-and-edited' : 'moved'
  return item.kind === 'added' && divided.has(item.new.id) ? 'split-off' : item.kind
}

/** Changes in the order in which a reader meets their blocks; those of one block as they were made. */
export function inReadingOrder(changes: readonly Change[], order: readonly string[]): Change[] {
  const places = new Map(order.map((id, at) => [id, at]))
  // A block that was put in and taken out again stands in neither text: it comes last.
  const placeOf = ({ blockId }: Change) => places.get(blockId) ?? order.length
  return changes.toSorted((one, other) => placeOf(one) - placeOf(other) || one.id - other.id)
}

/** Only a file was named as its cause: who asked for it is not said. */
export function isUnattributed({ causes }: Pick<Change, 'causes'>): boolean {
  return causes.every(({ kind }) => kind === 'file')
}

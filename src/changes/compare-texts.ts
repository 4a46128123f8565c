import type { Change } from '../reports/index.ts'
import { alignById, type Block } from '../text/index.ts'

/** How a block of the working text differs from the latest edition. */
export type Difference = 'added' | 'edited' | 'moved' | 'moved-and-edited'

export type Comparison = {
  differences: ReadonlyMap<string, Difference>
  removed: Block[]
  /** Ids of the blocks of both, in reading order; a removed block after the one that it followed. */
  order: string[]
}

/** How a text differs from one before it, block by block. */
export function compareTexts(before: readonly Block[], now: readonly Block[]): Comparison {
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
    if (item.kind === 'same') continue
    const both = item.kind === 'moved' && item.edited
    differences.set(item.new.id, both ? 'moved-and-edited' : item.kind)
  }
  return { differences, removed, order }
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

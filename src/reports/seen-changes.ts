import type { NewChange } from './change.ts'
import type { Block } from '../text/index.ts'

/** A change as one of its blocks sees it: to the second piece of a split, that is how it came into the text. */
export type Seen<C> = {
  change: C
  did: 'edited' | 'put-in' | 'moved' | 'taken-out' | 'merged-away'
  /** As the change left it, or as it was when it went; null where that is not written down. */
  block: Block | null
}

/** The ids of the blocks to which a change did something. */
export function blocksOf({ blockId, otherBlock }: NewChange): string[] {
  return otherBlock ? [blockId, otherBlock.id] : [blockId]
}

/** Those of the changes that did something to a block, as it sees them. */
export function seenBy<C extends NewChange>(changes: readonly C[], blockId: string): Seen<C>[] {
  return changes.flatMap((change) => {
    if (change.otherBlock?.id === blockId) {
      const did = change.operation === 'split-block' ? 'put-in' : 'merged-away'
      return [{ change, did, block: change.otherBlock }]
    }
    return change.blockId === blockId
      ? [{ change, did: seenAs[change.operation] ?? 'edited', block: change.block }]
      : []
  })
}

const seenAs: Partial<Record<NewChange['operation'], Seen<unknown>['did']>> = {
  'insert-block': 'put-in',
  'move-block': 'moved',
  'remove-block': 'taken-out',
}

/** It said where a block stands. */
export function isPlacing({ operation }: NewChange): boolean {
  return operation === 'insert-block' || operation === 'move-block'
}

import type { NewChange } from './change.ts'
import { blockDigestInput, type Block } from '../text/index.ts'

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

/** Changes of a standing block's words since the last moment at which it was as given. */
export function sinceItWas<C>(given: Block, seen: readonly Seen<C>[]): Seen<C>[] {
  const since: Seen<C>[] = []
  let removed: Block | null = null
  for (const one of seen) {
    const { did, block } = one
    if (did === 'moved') continue
    if (did === 'taken-out' || did === 'merged-away') removed = block
    else if (isSame(block, given)) since.length = 0
    // A block that is put back as it was when it was taken out says what it said.
    else if (did === 'edited' || !isSame(block, removed)) since.push(one)
  }
  return since
}

/** Equal for a reader: sentences that were worded anew and back have other numbers. */
function isSame(one: Block | null, other: Block | null): boolean {
  if (one === null || one.id !== other?.id) return false
  return blockDigestInput(one) === blockDigestInput(other)
}

import type { Block } from '../text/index.ts'
import type { NewChange } from './change.ts'

type Step = Pick<NewChange, 'operation' | 'blockId' | 'before' | 'block' | 'follows'>

/**
 * Returns the text after one more change; null where the change does not fit the text: its block is not
 * there, is there already, or does not say what was replaced. How changes are made, and made again when
 * the record is verified.
 */
export function replayChange<B extends Block>(
  blocks: readonly B[],
  change: Step,
): (B | Block)[] | null {
  const at = blocks.findIndex(({ id }) => id === change.blockId)
  const current = blocks[at]
  if (change.operation === 'insert-block') {
    return current || !change.block ? null : putAfter(blocks, change.block, change.follows)
  }
  if (!current || !saysBefore(current, change)) return null
  if (change.operation === 'remove-block') return blocks.toSpliced(at, 1)
  if (change.operation === 'move-block') {
    return putAfter(blocks.toSpliced(at, 1), current, change.follows)
  }
  if (change.block?.id !== current.id) return null
  const changed: (B | Block)[] = [...blocks]
  changed[at] = change.block
  return changed
}

function saysBefore({ text }: Block, { operation, before }: Step): boolean {
  if (before === null) return operation === 'move-block'
  return operation === 'replace-sentences' ? text.includes(before) : text === before
}

function putAfter<B>(
  blocks: readonly (B & { id: string })[],
  block: B & { id: string },
  follows: string | null,
) {
  if (follows === null) return [block, ...blocks]
  const at = blocks.findIndex(({ id }) => id === follows)
  return at === -1 ? null : blocks.toSpliced(at + 1, 0, block)
}

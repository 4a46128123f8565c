import { spaceBetween, type Block } from '../text/index.ts'
import type { NewChange } from './change.ts'

type Step = Pick<NewChange, 'operation' | 'blockId' | 'before' | 'block' | 'otherBlock' | 'follows'>

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
  return change.block?.id === current.id ? replayBlock(blocks, at, change) : null
}

/** What changes the block itself, and perhaps takes or makes the one after it. */
function replayBlock<B extends Block>(
  blocks: readonly B[],
  at: number,
  change: Step,
): (B | Block)[] | null {
  if (change.operation === 'split-block') return replaySplit(blocks, at, change)
  if (change.operation === 'merge-blocks') return replayMerger(blocks, at, change)
  const changed: (B | Block)[] = [...blocks]
  return change.block && changed.with(at, change.block)
}

/** The two pieces say what the whole said, and the second is new. */
function replaySplit<B extends Block>(
  blocks: readonly B[],
  at: number,
  { before, block, otherBlock }: Step,
): (B | Block)[] | null {
  if (before === null || !block || !otherBlock) return null
  if (blocks.some(({ id }) => id === otherBlock.id)) return null
  if (spaceBetween(before, block.text, otherBlock.text) === null) return null
  const changed: (B | Block)[] = [...blocks]
  return changed.toSpliced(at, 1, block, otherBlock)
}

/** The whole says what the two said, of which the second stood there. Of a first text only the words are known. */
function replayMerger<B extends Block>(
  blocks: readonly B[],
  at: number,
  { before, block, otherBlock }: Step,
): (B | Block)[] | null {
  const next = blocks[at + 1]
  if (before === null || !block || !otherBlock || !next) return null
  if (next.id !== otherBlock.id || next.text !== otherBlock.text) return null
  if (spaceBetween(block.text, before, otherBlock.text) === null) return null
  const changed: (B | Block)[] = [...blocks]
  return changed.toSpliced(at, 2, block)
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

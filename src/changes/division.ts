import { limits } from '../contributions/index.ts'
import { merger, split, type Change, type NewChange, type PlacedBlock } from '../reports/index.ts'
import {
  blockDigestInput,
  cutAt,
  mergeBlocks,
  spaceBetween,
  splitBlock,
  type Block,
} from '../text/index.ts'
import { digestOf, type Dated, type Planned } from './text-change.ts'
import { isPending } from './undo.ts'

export type Splitting = {
  id: string
  /** The number of the sentence that ends the first piece; null where none was chosen. */
  cut: number | null
  /** The second piece's own id. */
  other: string
  read: string
}

/** The change that makes two passages of one. */
export function planSplit(
  blocks: readonly PlacedBlock[],
  { id, cut, other, read }: Splitting,
  { report, now }: Dated,
): Planned {
  const block = blocks.find((one) => one.id === id)
  if (!block) return { ok: false, problem: 'block-gone' }
  if (digestOf([block]) !== read) return { ok: false, problem: 'block-changed-since' }
  const pieces = cut === null ? null : splitBlock(block, cut, other)
  if (!pieces) return { ok: false, problem: 'no-cut' }
  return { ok: true, changes: [split(block, pieces, datedBy({ report, now }))] }
}

type Merging = { id: string; read: string }

/** The change that makes one passage of a passage and the one after it. */
export function planMerger(
  blocks: readonly PlacedBlock[],
  { id, read }: Merging,
  dated: Dated,
): Planned {
  const block = blocks.find((one) => one.id === id)
  if (!block) return { ok: false, problem: 'block-gone' }
  const next = followerOf(blocks, id)
  if (digestOf(next ? [block, next] : [block]) !== read)
    return { ok: false, problem: 'block-changed-since' }
  const merged = next && mergeBlocks(block, next)
  if (!merged) return { ok: false, problem: 'not-alike' }
  if (merged.text.length > limits.wording) return { ok: false, problem: 'wording-too-long' }
  return { ok: true, changes: [merger([block, next], merged, datedBy(dated))] }
}

export function followerOf<B extends Block>(blocks: readonly B[], id: string): B | undefined {
  const at = blocks.findIndex((block) => block.id === id)
  return at === -1 ? undefined : blocks[at + 1]
}

/** A split or a merger, with its two blocks. */
export type Division = NewChange & { before: string; block: Block; otherBlock: Block }

export function isDivision<C extends NewChange>(change: C): change is C & Division {
  return change.before !== null && change.block !== null && change.otherBlock !== null
}

/**
 * The change that takes back a split or a merger, to the letter: a merger with the white space that was cut away, or
 * a split that gives the other block back as it was. Not where what it left says something else by now.
 */
export function planUndo(blocks: readonly PlacedBlock[], change: Division, dated: Dated): Planned {
  const block = blocks.find(({ id }) => id === change.blockId)
  if (!block || !saysSame(block, change.block)) return { ok: false, problem: 'changed-later' }
  const undoing = change.operation === 'split-block' ? undoSplit : undoMerger
  const undone = undoing(blocks, block, { change, dated })
  return undone ? { ok: true, changes: [undone] } : { ok: false, problem: 'changed-later' }
}

/** Whether a change can be undone as things stand: a split or a merger that waits, and on which nothing else was done. */
export function canUndo(blocks: readonly PlacedBlock[], change: Change, dated: Dated): boolean {
  return isPending(change) && isDivision(change) && planUndo(blocks, change, dated).ok
}

type Undoing = { change: Division; dated: Dated }

function undoSplit(
  blocks: readonly PlacedBlock[],
  block: PlacedBlock,
  { change: { before, block: first, otherBlock }, dated }: Undoing,
): NewChange | null {
  const next = followerOf(blocks, block.id)
  if (next?.id !== otherBlock.id || !saysSame(next, otherBlock)) return null
  const space = spaceBetween(before, first.text, otherBlock.text)
  const merged = space === null ? null : mergeBlocks(block, next, space)
  return merged && merger([block, next], merged, datedBy(dated))
}

function undoMerger(
  blocks: readonly PlacedBlock[],
  block: PlacedBlock,
  { change: { before, otherBlock }, dated }: Undoing,
): NewChange | null {
  if (blocks.some(({ id }) => id === otherBlock.id)) return null
  const gap = { end: before.length, start: block.text.length - otherBlock.text.length }
  const [first] = cutAt(block, gap, otherBlock.id)
  return split(block, [first, otherBlock], datedBy(dated))
}

/** Sentences that were worded anew and back have other numbers. */
function saysSame(one: Block, other: Block): boolean {
  return blockDigestInput(one) === blockDigestInput(other)
}

function datedBy({ report, now }: Dated) {
  return { reportId: report.id, changedAt: now }
}

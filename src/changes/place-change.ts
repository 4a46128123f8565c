import {
  blocksUnder,
  insertion,
  move,
  removal,
  type NewChange,
  type PlacedBlock,
} from '../reports/index.ts'
import { makeBlocks, type Block } from '../text/index.ts'
import { describeBlock, digestOf, type Dated, type Described, type Planned } from './text-change.ts'

/** A passage with all that goes with it: what stands under a heading. */
export function sectionOf(blocks: readonly PlacedBlock[], block: PlacedBlock): PlacedBlock[] {
  const section = blocksUnder(blocks, block.id)
  return section.length > 0 ? section : [block]
}

export type Insertion = Described & { after: string | null; id: string }

/** The change that puts a new block in after another, or at the start. */
export function planInsertion(
  blocks: readonly PlacedBlock[],
  { after, id, ...described }: Insertion,
  { report, now }: Dated,
): Planned {
  const read = describeBlock(described)
  if (!read.ok) return read
  if (!stands(blocks, after)) return { ok: false, problem: 'place-gone' }
  const made = makeBlocks([read.block], report.lang, () => id)
  const dated = { reportId: report.id, changedAt: now }
  return { ok: true, changes: made.map((block) => insertion(block, after, dated)) }
}

type Removal = { id: string; whole: boolean; read: string }

/** The changes that take a block out, or with all that stands under it; the last first, so that each can be put back. */
export function planRemoval(
  blocks: readonly PlacedBlock[],
  { id, whole, read }: Removal,
  { report, now }: Dated,
): Planned {
  const block = blocks.find((one) => one.id === id)
  if (!block) return { ok: true, changes: [] }
  const section = sectionOf(blocks, block)
  if (digestOf(section) !== read) return { ok: false, problem: 'block-changed-since' }
  const dated = { reportId: report.id, changedAt: now }
  const first = blocks.indexOf(block)
  const gone = whole ? section : [block]
  const changes = gone.map((one, index) =>
    removal(one, blocks[first + index - 1]?.id ?? null, dated),
  )
  return { ok: true, changes: changes.toReversed() }
}

type Move = { id: string; after: string | null; read: string }

/** The changes that put a block, with all that stands under it, behind another, or at the start. */
export function planMove(
  blocks: readonly PlacedBlock[],
  { id, after, read }: Move,
  { report, now }: Dated,
): Planned {
  const at = blocks.findIndex((one) => one.id === id)
  const block = blocks[at]
  if (!block) return { ok: false, problem: 'block-gone' }
  if ((blocks[at - 1]?.id ?? null) === after) return { ok: true, changes: [] }
  const section = sectionOf(blocks, block)
  if (!stands(blocks, after) || section.some((one) => one.id === after)) {
    return { ok: false, problem: 'place-gone' }
  }
  if (digestOf(section) !== read) return { ok: false, problem: 'block-changed-since' }
  const dated = { reportId: report.id, changedAt: now }
  const follows = [after, ...section.map((one) => one.id)]
  const changes = section.map((one, index) => move(one, follows[index] ?? null, dated))
  return { ok: true, changes }
}

type Return = { removed: Block; after: string | null }

/** The change that puts a removed block back under its own id, as it was, behind another. */
export function planReturn(
  blocks: readonly PlacedBlock[],
  { removed, after }: Return,
  { report, now }: Dated,
): Planned {
  if (blocks.some(({ id }) => id === removed.id)) return { ok: true, changes: [] }
  if (!stands(blocks, after)) return { ok: false, problem: 'place-gone' }
  const dated = { reportId: report.id, changedAt: now }
  return { ok: true, changes: [insertion(removed, after, dated)] }
}

function stands(blocks: readonly PlacedBlock[], id: string | null): boolean {
  return id === null || blocks.some((block) => block.id === id)
}

/** The change that took a block out, where it is the last that happened to it: by it, it can be put back. */
export function lastRemoval<C extends NewChange>(
  changes: readonly C[],
): (C & { block: Block }) | null {
  const last = changes.at(-1)
  return last?.operation === 'remove-block' && last.block ? { ...last, block: last.block } : null
}

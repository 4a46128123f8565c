import { newBlockId } from '../platform/ids.ts'
import { findUndone, type Undone } from './find-undone.ts'
import { matchRemoved } from './match-removed.ts'
import { planChanges, type Change, type NewChange, type PlacedBlock } from '../reports/index.ts'
import {
  alignById,
  makeBlocks,
  matchBlocks,
  rewriteBlock,
  type Block,
  type ParsedBlock,
} from '../text/index.ts'

export type ImportPlan = {
  before: readonly PlacedBlock[]
  after: Block[]
  changes: NewChange[]
  /** The ids of blocks that were removed once and are there again. */
  putBack: ReadonlySet<string>
}

export type Reading = {
  reportId: number
  lang: string
  blocks: readonly ParsedBlock[]
  /** What was taken out of the text, the last first. */
  removed: readonly Block[]
}

/**
 * What reading a document into a working text would make of it: blocks that are equal or alike keep
 * their ids, what was removed and is there again comes back under its own, and each difference is a
 * change. Nothing is done yet; the ids of new blocks are of this plan only.
 */
export function planImport(
  before: readonly PlacedBlock[],
  { reportId, lang, blocks, removed }: Reading,
  changedAt: Date,
): ImportPlan {
  const known = matchBlocks(before, blocks)
  const back = matchRemoved(blocks, known, removed)
  const after = makeBlocks(blocks, lang, newBlockId).map((made, at) => {
    const [old, parsed] = [known[at], blocks[at]]
    return old && parsed ? rewriteBlock(old, parsed, lang) : (back[at] ?? made)
  })
  const putBack = new Set(back.flatMap((block) => block?.id ?? []))
  return { before, after, changes: planChanges(before, after, { reportId, changedAt }), putBack }
}

/** What becomes of one block. */
export type Difference = ReturnType<typeof alignById>[number]

/** Blocks by what becomes of them; one that is moved counts once, edited or not. */
export type DifferenceCounts = Record<Difference['kind'], number>

/** What a plan does, for whoever is to decide on it. */
export type Planned = {
  counts: DifferenceCounts
  /** Every block that would not stay as and where it is, in the order of the new text. */
  differences: Difference[]
  /** Which block each would stand after, by its id; null at the start. */
  follows: ReadonlyMap<string, Block | null>
  /** The ids of those among the added that were removed once. */
  putBack: ReadonlySet<string>
  undone: Undone
}

/** What is told of a plan by whoever does not show it; null where there was no text to change. */
export type PlanSummary = { counts: DifferenceCounts | null; undone: Undone | null }

export function sumUp(planned: Planned | null): PlanSummary {
  return { counts: planned?.counts ?? null, undone: planned?.undone ?? null }
}

/** `changes` are those since the last edition. */
export function explainPlan(
  { before, after, putBack }: ImportPlan,
  changes: readonly Change[],
): Planned {
  const aligned = alignById(before, after)
  const counts = { same: 0, edited: 0, moved: 0, added: 0, removed: 0 }
  for (const { kind } of aligned) counts[kind] += 1
  const differences = aligned.filter(({ kind }) => kind !== 'same')
  return {
    counts,
    differences,
    follows: new Map(after.map(({ id }, at) => [id, after[at - 1] ?? null])),
    putBack,
    undone: findUndone({ differences, putBack }, changes),
  }
}

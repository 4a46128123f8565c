import { newBlockId } from '../platform/ids.ts'
import { planChanges, type NewChange, type PlacedBlock } from '../reports/index.ts'
import {
  alignById,
  makeBlocks,
  matchBlocks,
  rewriteBlock,
  type Block,
  type ParsedBlock,
} from '../text/index.ts'

export type ImportPlan = { before: readonly PlacedBlock[]; after: Block[]; changes: NewChange[] }

type Reading = { reportId: number; lang: string; blocks: readonly ParsedBlock[] }

/**
 * What reading a document into a working text would make of it: blocks that are equal or alike keep
 * their ids, and each difference is a change. Nothing is done yet; the ids of new blocks are of this
 * plan only.
 */
export function planImport(
  before: readonly PlacedBlock[],
  { reportId, lang, blocks }: Reading,
  changedAt: Date,
): ImportPlan {
  const known = matchBlocks(before, blocks)
  const after = makeBlocks(blocks, lang, newBlockId).map((made, at) => {
    const [old, parsed] = [known[at], blocks[at]]
    return old && parsed ? rewriteBlock(old, parsed, lang) : made
  })
  return { before, after, changes: planChanges(before, after, { reportId, changedAt }) }
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
}

export function explainPlan({ before, after }: ImportPlan): Planned {
  const aligned = alignById(before, after)
  const counts = { same: 0, edited: 0, moved: 0, added: 0, removed: 0 }
  for (const { kind } of aligned) counts[kind] += 1
  return {
    counts,
    differences: aligned.filter(({ kind }) => kind !== 'same'),
    follows: new Map(after.map(({ id }, at) => [id, after[at - 1] ?? null])),
  }
}

import { newBlockId } from '../platform/ids.ts'
import { findUndone, type Undone } from './find-undone.ts'
import { matchRemoved } from './match-removed.ts'
import type { MergedBlock } from './merger-store.ts'
import { planDivisions } from './plan-divisions.ts'
import {
  compareTexts,
  planChanges,
  type Change,
  type ComparedBlocks,
  type NewChange,
  type PlacedBlock,
  type ToldBlocks,
} from '../reports/index.ts'
import {
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
  /** The ids of blocks that stood in the text once and don't before it. */
  putBack: ReadonlySet<string>
}

export type Reading = {
  reportId: number
  lang: string
  blocks: readonly ParsedBlock[]
  /** What was taken out of the text, the last first. */
  removed: readonly Block[]
  /** What became a part of another, the last first. */
  merged: readonly MergedBlock[]
}

/**
 * What reading a document into a working text would make of it: blocks that are equal or alike keep
 * their ids, what was removed, or merged into another, and is there again comes back under its own, and each difference is a
 * change: first what was split and merged, then the rest. Nothing is done yet; the ids of new blocks are of this plan only.
 */
export function planImport(
  before: readonly PlacedBlock[],
  { reportId, lang, blocks, removed, merged }: Reading,
  changedAt: Date,
): ImportPlan {
  const { known, divided } = matchBlocks(before, blocks)
  const back = matchRemoved(blocks, known, removed)
  const dated = { reportId, changedAt }
  const away = listAway(merged, [...before, ...removed])
  const isBack = (at: number) => back[at] !== null
  const divisions = planDivisions({ before, blocks, divided, away, lang, isBack }, dated)
  const standing = blocks.map((_, at) => divisions.known.get(at) ?? known[at] ?? back[at] ?? null)
  const apart = listAway(away, divisions.text).map(({ block }) => block)
  const alone = matchRemoved(blocks, standing, apart)
  const after = makeBlocks(blocks, lang, newBlockId).map((made, at) => {
    const [old, parsed] = [standing[at], blocks[at]]
    return old && parsed ? rewriteBlock(old, parsed, lang) : (alone[at] ?? made)
  })
  const putBack = new Set([...removed, ...away.map(({ block }) => block)].map(({ id }) => id))
  const changes = [...divisions.changes, ...planChanges(divisions.text, after, dated)]
  return { before, after, changes, putBack }
}

/** Those that are none of these blocks. */
function listAway(merged: readonly MergedBlock[], others: readonly Block[]): MergedBlock[] {
  const ids = new Set(others.map(({ id }) => id))
  return merged.filter(({ block }) => !ids.has(block.id))
}

/** Passages by what becomes of them; one that is moved counts once, edited or not, as do those that are split or merged. */
export type DifferenceCounts = Record<'same' | Exclude<ComparedBlocks['did'], 'redivided'>, number>

/** What a plan does, for whoever is to decide on it. */
export type Planned = {
  counts: DifferenceCounts
  /** Every passage that would not stay as and where it is, in the order of the new text. */
  told: ToldBlocks[]
  undone: Undone
}

/** What is told of a plan by whoever does not show it; null where there was no text to change. */
export type PlanSummary = { counts: DifferenceCounts | null; undone: Undone | null }

export function sumUp(planned: Planned | null): PlanSummary {
  return { counts: planned?.counts ?? null, undone: planned?.undone ?? null }
}

/** `changes` are those since the last edition. */
export function explainPlan(
  { before, after, changes: made, putBack }: ImportPlan,
  changes: readonly Change[],
): Planned {
  const compared = compareTexts(before, after, [])
  const counts = { same: 0, edited: 0, moved: 0, split: 0, merged: 0, added: 0, removed: 0 }
  // By words alone several blocks never became several.
  for (const { did } of compared) if (did !== 'redivided') counts[did] += 1
  counts.same = after.length - compared.reduce((sum, { now }) => sum + now.length, 0)
  const told = compared.map((one) => tellOne(one, putBack))
  return { counts, told, undone: findUndone({ told, made }, changes) }
}

/** The id of a new block is of this plan only: what it is known under is its place, which is the same in the next. */
function tellOne(one: ComparedBlocks, putBack: ReadonlySet<string>): ToldBlocks {
  if (one.did !== 'added') return one
  if (putBack.has(one.blockId)) return { ...one, did: 'returned' }
  return { ...one, blockId: `new-${one.at}` }
}

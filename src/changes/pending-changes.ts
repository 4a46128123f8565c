import { listCredits, type Credit } from '../contributions/index.ts'
import { findPerson } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  findLatestEdition,
  isPictureChanged,
  listChanges,
  listEditionBlocks,
  listWorkingBlocks,
  type Change,
  type Edition,
  type PlacedBlock,
} from '../reports/index.ts'
import type { Picture } from '../text/index.ts'
import { compareTexts, inReadingOrder, type Comparison } from './compare-texts.ts'
import { findUndoings, type Undoings } from './find-undoings.ts'
import { listReturns } from './store.ts'

/** The working text beside the latest edition, and the changes between them in reading order. */
export type Pending = {
  latest: Edition | undefined
  blocks: PlacedBlock[]
  /** Of the latest edition. */
  published: PlacedBlock[]
  comparison: Comparison
  changes: Change[]
}

export async function findPending(db: Db, reportId: number): Promise<Pending> {
  const latest = await findLatestEdition(db, reportId)
  const published = latest ? await listEditionBlocks(db, latest.id) : []
  const blocks = await listWorkingBlocks(db, reportId)
  const made = await listChanges(db, reportId, null)
  const comparison = compareTexts(published, blocks, made)
  const changes = inReadingOrder(made, comparison.order)
  return { latest, blocks, published, comparison, changes }
}

/** What a page says of changes beside what is in them. */
export type ChangeFacts = {
  credits: ReadonlyMap<number, Credit>
  /** Names of the editors who made them by hand, by person. */
  editors: ReadonlyMap<number, string>
  /** The words of the blocks that they speak of, now or when they were last published. */
  texts: ReadonlyMap<string, string>
  /** Insertions that put a block back which had been taken out, by their ids. */
  returns: ReadonlySet<number>
  /** Of those that changed a figure's picture, by their ids: the one before; null where there was none. */
  pictures: ReadonlyMap<number, Picture | null>
} & Undoings

export async function gatherFacts(
  db: Db,
  changes: readonly Change[],
  { blocks, published }: Pick<Pending, 'blocks' | 'published'>,
): Promise<ChangeFacts> {
  const credits = await listCredits(db, [...new Set(changes.flatMap(contributionsBehind))])
  const editors = new Map<number, string>()
  for (const id of new Set(changes.flatMap(({ byHand }) => byHand?.personId ?? []))) {
    editors.set(id, (await findPerson(db, id))?.displayName ?? '')
  }
  const texts = new Map([...published, ...blocks].map(({ id, text }) => [id, text]))
  const inserted = changes.filter(({ operation }) => operation === 'insert-block')
  const returns = await listReturns(
    db,
    inserted.map(({ id }) => id),
  )
  const pictures = findFormer(changes, published)
  return { credits, editors, texts, returns, pictures, ...(await findUndoings(db, changes)) }
}

/** Each change follows the one before it on its block, and the first the latest edition. */
function findFormer(
  changes: readonly Change[],
  published: readonly PlacedBlock[],
): Map<number, Picture | null> {
  const now = new Map(published.map(({ id, picture }) => [id, picture ?? null]))
  const former = new Map<number, Picture | null>()
  for (const { id, blockId, operation, block } of changes.toSorted((a, b) => a.id - b.id)) {
    if (!block) continue
    const inserted = operation === 'insert-block' ? null : undefined
    const before = now.get(blockId) ?? inserted
    const after = operation === 'remove-block' ? null : (block.picture ?? null)
    if (before !== undefined && isPictureChanged(before, after)) former.set(id, before)
    now.set(blockId, after)
  }
  return former
}

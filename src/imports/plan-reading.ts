import type { Db } from '../platform/db/connect.ts'
import { listChanges, listRemovedBlocks, type Change, type PlacedBlock } from '../reports/index.ts'
import { listMergedBlocks } from './merger-store.ts'
import {
  explainPlan,
  planImport,
  type ImportPlan,
  type Planned,
  type Reading,
} from './plan-import.ts'

export type Planning = {
  plan: ImportPlan
  planned: Planned | null
  /** The changes since the last edition. */
  since: Change[]
}

/** The plan of reading a document into a text, and what it does; null where there never was a text. */
export async function planReading(
  db: Db,
  before: readonly PlacedBlock[],
  reading: Omit<Reading, 'removed' | 'merged'>,
  now: Date,
): Promise<Planning> {
  const removed = await listRemovedBlocks(db, reading.reportId)
  const merged = await listMergedBlocks(db, reading.reportId)
  const plan = planImport(before, { ...reading, removed, merged }, now)
  // A first text is new from end to end; one that was emptied is not.
  if (before.length === 0 && removed.length === 0) return { plan, planned: null, since: [] }
  const since = await listChanges(db, reading.reportId, null)
  return { plan, planned: explainPlan(plan, since), since }
}

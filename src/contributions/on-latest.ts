import type { Db } from '../platform/db/connect.ts'
import { findLatestEdition } from '../reports/index.ts'
import type { OnBlocks } from './list-store.ts'

/**
 * What stands on these blocks of the edition now read, and what was written on them and has lost its place; nothing
 * before the first edition.
 */
export async function onLatest(
  db: Db,
  reportId: number,
  blockIds: readonly string[],
): Promise<OnBlocks> {
  const edition = await findLatestEdition(db, reportId)
  return { editionId: edition?.id ?? 0, blockIds, withLost: true }
}

import { listOrphanNumbers } from '../anchors/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { ListedContribution } from './contributions-page.tsx'
import { withCounts } from './list-entries.ts'
import { listByNumbers } from './list-store.ts'

/** One page of the published contributions whose passage that edition no longer has, with how many there are. */
export async function listOrphans(
  db: Db,
  editionId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ listed: ListedContribution[]; count: number }> {
  const numbers = await listOrphanNumbers(db, editionId)
  const shown = await listByNumbers(db, numbers.slice(offset, offset + limit))
  return { listed: await withCounts(db, shown), count: numbers.length }
}

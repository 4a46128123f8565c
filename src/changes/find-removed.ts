import type { Db } from '../platform/db/connect.ts'
import { listChangesOf, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { lastRemoval } from './place-change.ts'

export type Removed = {
  /** As it was. */
  block: Block
  /** The block that stood before it; null at the start. */
  near: string | null
  /** Number of the edition that removed it for readers; null while none has. */
  removedIn: number | null
}

/** A passage that was taken out of the working text; undefined where it stands, or never stood. */
export async function findRemoved(
  db: Db,
  report: Report,
  id: string,
): Promise<Removed | undefined> {
  const removal = lastRemoval(await listChangesOf(db, id))
  if (removal?.reportId !== report.id) return undefined
  return { block: removal.block, near: removal.follows, removedIn: removal.editionNumber }
}

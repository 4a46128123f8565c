import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findEdition, findEditionBlock, type PlacedBlock } from '../reports/index.ts'
import type { Amendment } from './contribution.ts'

/** The block that a contribution speaks of, as it stood in the edition that was read. */
export async function requireReadBlock(
  db: Db,
  { reportId, passage }: Pick<Amendment, 'reportId' | 'passage'>,
): Promise<PlacedBlock> {
  const edition = await findEdition(db, reportId, passage.editionNumber)
  const block = edition && (await findEditionBlock(db, edition.id, passage.blockId))
  if (!block) throw new NotFound('passage')
  return block
}

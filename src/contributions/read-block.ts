import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findEdition, findEditionBlock, type PlacedBlock } from '../reports/index.ts'
import type { Amendment, Contribution } from './contribution.ts'

type Reading = Pick<Contribution, 'reportId' | 'passage'>

/** The block that a contribution speaks of, as it stood in the edition that was read; null for none. */
export async function readBlockOf(
  db: Db,
  { reportId, passage }: Reading,
): Promise<PlacedBlock | null> {
  const edition = passage && (await findEdition(db, reportId, passage.editionNumber))
  return (edition && passage && (await findEditionBlock(db, edition.id, passage.blockId))) ?? null
}

/** As `readBlockOf`, for an amendment, which always has one. */
export async function requireReadBlock(
  db: Db,
  amendment: Pick<Amendment, 'reportId' | 'passage'>,
): Promise<PlacedBlock> {
  const block = await readBlockOf(db, amendment)
  if (!block) throw new NotFound('passage')
  return block
}

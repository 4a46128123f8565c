import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

type InEdition = { reportId: number; editionId: number }

/**
 * Numbers of the published contributions whose passage the edition no longer has, the newest first:
 * those that follow their block, unchanged or changed, are not among them.
 */
export function listOrphanNumbers(db: Db, { reportId, editionId }: InEdition): Promise<number[]> {
  return listNumbers(db, reportId, sql<boolean>`not ${isInEdition(editionId)}`)
}

/**
 * Numbers of the published contributions whose passage that edition has and the working text no longer:
 * they would lose it in the next edition.
 */
export function listNumbersLosingPassage(
  db: Db,
  { reportId, editionId }: InEdition,
): Promise<number[]> {
  const isInWorkingText = sql<boolean>`exists (select from working_block
    where working_block.block_id = passage.block_id)`
  return listNumbers(db, reportId, sql`${isInEdition(editionId)} and not ${isInWorkingText}`)
}

function isInEdition(editionId: number) {
  return sql<boolean>`exists (select from edition_block
    where edition_block.edition_id = ${editionId}
      and edition_block.block_id = passage.block_id)`
}

/** Of the published contributions on passages, the newest first. */
async function listNumbers(
  db: Db,
  reportId: number,
  condition: RawBuilder<boolean>,
): Promise<number[]> {
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('passage', 'passage.contribution_number', 'contribution.number')
    .select('contribution.number')
    .where('contribution.report_id', '=', reportId)
    .where('contribution.state', '=', 'published')
    .where(condition)
    .orderBy('contribution.number', 'desc')
    .execute()
  return rows.map(({ number }) => number)
}

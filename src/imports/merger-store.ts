import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Block } from '../text/index.ts'

/** A block that became a part of another, as it was; `into`: the id of that one. */
export type MergedBlock = { into: string; block: Block }

/** The blocks of a report that became a part of another, by the last time that they did; the one merged last comes first. */
export async function listMergedBlocks(db: Db, reportId: number): Promise<MergedBlock[]> {
  const rows = await db
    .selectFrom((the) =>
      the
        .selectFrom('change')
        .distinctOn(mergedId)
        .select(['id', 'block_id as into', sql<Block | null>`change.other_block`.as('block')])
        .where('report_id', '=', reportId)
        .where('operation', '=', 'merge-blocks')
        .orderBy(mergedId)
        .orderBy('id', 'desc')
        .as('latest'),
    )
    .select(['into', 'block'])
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap(({ into, block }) => (block ? [{ into, block }] : []))
}

const mergedId = sql<string>`change.other_block ->> 'id'`

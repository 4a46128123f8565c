import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { blockColumns } from './block-columns-store.ts'
import type { PlacedBlock } from './report.ts'

/**
 * The passages of the working text in which words of a passage can stand by the record: itself first, what was split
 * off it and what it became a part of, and so on through all splits and mergers, published or not.
 */
export function listHeirs(db: Db, blockId: string): Promise<PlacedBlock[]> {
  return withHeirs(db, blockId)
    .selectFrom('working_block')
    .select(blockColumns)
    .where('block_id', 'in', (heirs) => heirs.selectFrom('heir').select('heir.block_id'))
    .orderBy(sql`block_id <> ${blockId}`)
    .orderBy('position')
    .execute()
}

/** What each edition has of a passage and of those that can have its words, as one text, oldest first. */
export function listHeirTexts(
  db: Db,
  blockId: string,
): Promise<{ editionNumber: number; text: string }[]> {
  return withHeirs(db, blockId)
    .selectFrom('edition_block')
    .innerJoin('edition', 'edition.id', 'edition_block.edition_id')
    .select([
      'edition.number as editionNumber',
      sql<string>`string_agg(edition_block.text, ' ' order by edition_block.position)`.as('text'),
    ])
    .where('block_id', 'in', (heirs) => heirs.selectFrom('heir').select('heir.block_id'))
    .groupBy('edition.number')
    .orderBy('edition.number')
    .execute()
}

function withHeirs(db: Db, blockId: string) {
  return db.withRecursive('heir(block_id)', (cte) =>
    cte
      .selectFrom(sql<{ block_id: string }>`(select ${blockId}::text as block_id)`.as('first'))
      .select('first.block_id')
      .union((next) =>
        next
          .selectFrom('heir')
          .innerJoin(passedOn.as('passed'), 'passed.left', 'heir.block_id')
          .select('passed.reached as block_id'),
      ),
  )
}

/** Which block's words went to which: a split's to the second piece, those of the second of two merged to the first. */
export const passedOn = sql<{ left: string; reached: string }>`(
  select block_id as left, other_block ->> 'id' as reached from change where operation = 'split-block'
  union all
  select other_block ->> 'id', block_id from change where operation = 'merge-blocks')`

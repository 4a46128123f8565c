import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import type { Block } from '../text/index.ts'
import { blockColumns, blockValues } from './block-columns-store.ts'
import type { PlacedBlock } from './report.ts'

/** The working text in its order, or those of its blocks that are named. */
export function listWorkingBlocks(
  db: Db,
  reportId: number,
  only?: readonly string[],
): Promise<PlacedBlock[]> {
  return db
    .selectFrom('working_block')
    .select(blockColumns)
    .where('report_id', '=', reportId)
    .$if(only !== undefined, (all) => all.where('block_id', 'in', only ?? []))
    .orderBy('position')
    .execute()
}

export function findWorkingBlock(db: Db, blockId: string): Promise<PlacedBlock | undefined> {
  return db
    .selectFrom('working_block')
    .select(blockColumns)
    .where('block_id', '=', blockId)
    .executeTakeFirst()
}

/** The block after that one; undefined at the end, and where it does not stand. */
export function findNextWorkingBlock(
  db: Db,
  reportId: number,
  blockId: string,
): Promise<PlacedBlock | undefined> {
  return db
    .selectFrom('working_block')
    .select(blockColumns)
    .where('report_id', '=', reportId)
    .where('position', '>', (where) =>
      where
        .selectFrom('working_block as block')
        .select('block.position')
        .where('block.block_id', '=', blockId),
    )
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
}

/** Fills an empty working text, in the order given. */
export async function saveWorkingText(
  tx: Db,
  reportId: number,
  blocks: readonly Block[],
): Promise<void> {
  const rows = blocks.map((block, at) => ({
    report_id: reportId,
    position: at + 1,
    ...blockValues(block),
  }))
  for (const batch of inBatches(rows)) {
    const ids = batch.map((row) => ({ id: row.block_id, report_id: reportId }))
    await tx.insertInto('block').values(ids).execute()
    await tx.insertInto('working_block').values(batch).execute()
  }
}

export async function saveWorkingBlock(tx: Db, block: Block): Promise<void> {
  await tx
    .updateTable('working_block')
    .set(blockValues(block))
    .where('block_id', '=', block.id)
    .execute()
}

/** Makes the working text say `after` in the place of `before`; blocks that are the same object are left alone. */
export async function saveWorkingChanges(
  tx: Db,
  reportId: number,
  { before, after }: { before: readonly Block[]; after: readonly Block[] },
): Promise<void> {
  const known = new Map(before.map((block) => [block.id, block]))
  const kept = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) {
    await tx.deleteFrom('working_block').where('block_id', 'in', gone).execute()
  }
  const changed = after.filter((block) => known.get(block.id) !== block)
  await saveBlocks(tx, reportId, changed)
  await saveOrder(tx, reportId, after)
}

/** New ones and those that say something else by now, whether they stood there or are put back. */
async function saveBlocks(tx: Db, reportId: number, blocks: readonly Block[]): Promise<void> {
  // Any place will do for a new one: the order is written next, and compared when the transaction ends.
  const rows = blocks.map((block) => ({
    report_id: reportId,
    position: 1,
    ...blockValues(block),
  }))
  for (const batch of inBatches(rows)) {
    const ids = batch.map((row) => ({ id: row.block_id, report_id: reportId }))
    await tx
      .insertInto('block')
      .values(ids)
      .onConflict((known) => known.doNothing())
      .execute()
    await tx
      .insertInto('working_block')
      .values(batch)
      .onConflict((known) =>
        known.column('block_id').doUpdateSet((given) => ({
          kind: given.ref('excluded.kind'),
          level: given.ref('excluded.level'),
          number: given.ref('excluded.number'),
          text: given.ref('excluded.text'),
          marks: given.ref('excluded.marks'),
          sentences: given.ref('excluded.sentences'),
          next_sentence: given.ref('excluded.next_sentence'),
          picture: given.ref('excluded.picture'),
          sha256: given.ref('excluded.sha256'),
        })),
      )
      .execute()
  }
}

async function saveOrder(tx: Db, reportId: number, blocks: readonly Block[]): Promise<void> {
  const ids = blocks.map(({ id }) => id)
  await sql`update working_block set position = placed.position
    from unnest(${ids}::text[]) with ordinality as placed (id, position)
    where working_block.block_id = placed.id and working_block.report_id = ${reportId}
      and working_block.position <> placed.position`.execute(tx)
}

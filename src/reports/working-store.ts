import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import type { Block } from '../text/index.ts'
import { blockColumns, blockValues } from './block-columns-store.ts'
import type { PlacedBlock } from './report.ts'

export function listWorkingBlocks(db: Db, reportId: number): Promise<PlacedBlock[]> {
  return db
    .selectFrom('working_block')
    .select(blockColumns)
    .where('report_id', '=', reportId)
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

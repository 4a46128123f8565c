import type { Db } from '../platform/db/connect.ts'

/** Whether whoever contributes to a report has to say who they are, in private. */
export async function asksTrueNames(db: Db, reportId: number): Promise<boolean> {
  const row = await db
    .selectFrom('report')
    .select('true_names as trueNames')
    .where('id', '=', reportId)
    .executeTakeFirst()
  return row?.trueNames ?? false
}

export async function saveTrueNames(tx: Db, reportId: number, asked: boolean): Promise<void> {
  await tx.updateTable('report').set({ true_names: asked }).where('id', '=', reportId).execute()
}

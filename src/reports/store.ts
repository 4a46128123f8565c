import type { Db } from '../platform/db/connect.ts'
import type { Report } from './report.ts'

const columns = [
  'report.id',
  'report.slug',
  'report.title',
  'report.lang',
  'report.authors',
  'report.commissioner',
  'report.licence',
  'report.illustrative',
] as const

export async function listReports(db: Db): Promise<Report[]> {
  return reports(db).orderBy('report.title').execute()
}

export function findReport(db: Db, slug: string): Promise<Report | undefined> {
  return reports(db).where('report.slug', '=', slug).executeTakeFirst()
}

export function findReportById(db: Db, id: number): Promise<Report | undefined> {
  return reports(db).where('report.id', '=', id).executeTakeFirst()
}

/** Which report a block belongs to, whatever became of the block. */
export function findReportOfBlock(db: Db, blockId: string): Promise<Report | undefined> {
  return reports(db)
    .innerJoin('block', 'block.report_id', 'report.id')
    .where('block.id', '=', blockId)
    .executeTakeFirst()
}

/**
 * Holds the report until the transaction ends: one act at a time on its working text. What only points
 * at the report, as a new contribution does, need not wait.
 */
export async function lockReport(tx: Db, id: number): Promise<void> {
  await tx.selectFrom('report').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

export async function saveReport(
  tx: Db,
  report: Omit<Report, 'id'>,
  createdAt: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('report')
    .values({ ...report, created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function reports(db: Db) {
  return db.selectFrom('report').select(columns)
}

import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findEdition, findLatestEdition } from './edition-store.ts'
import type { Edition, Report } from './report.ts'
import { findReport } from './store.ts'

/** The report of that slug, or a page that says that there is none. */
export async function requireReport(db: Db, slug: string): Promise<Report> {
  const report = await findReport(db, slug)
  if (!report) throw new NotFound('report')
  return report
}

/** The edition of that number, or the one now read by default. */
export async function requireEdition(
  db: Db,
  slug: string,
  number: string,
): Promise<{ report: Report; edition: Edition }> {
  const report = await requireReport(db, slug)
  const edition =
    number === 'latest'
      ? await findLatestEdition(db, report.id)
      : await findNumbered(db, report.id, number)
  if (!edition) throw new NotFound('edition')
  return { report, edition }
}

function findNumbered(db: Db, reportId: number, number: string) {
  return /^[1-9]\d{0,8}$/.test(number)
    ? findEdition(db, reportId, Number(number))
    : Promise.resolve(undefined)
}

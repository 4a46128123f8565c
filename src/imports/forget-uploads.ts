import type { Db } from '../platform/db/connect.ts'
import { daysBefore, usualPeriods, type Periods } from '../platform/periods.ts'
import { deleteUploadsBefore } from './upload-store.ts'

/** Deletes the documents that nobody accepted in time. */
export function forgetUploads(
  db: Db,
  now: Date,
  { uploads }: Pick<Periods, 'uploads'> = usualPeriods,
): Promise<void> {
  return deleteUploadsBefore(db, daysBefore(now, uploads))
}

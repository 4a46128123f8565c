import type { Db } from '../platform/db/connect.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { deleteDraftsBefore } from './draft-store.ts'

/** Deletes the drafts that nobody has touched for so long. */
export function forgetDrafts(
  db: Db,
  now: Date,
  { drafts }: Pick<Periods, 'drafts'>,
): Promise<void> {
  return deleteDraftsBefore(db, daysBefore(now, drafts))
}

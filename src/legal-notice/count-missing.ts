import type { Db } from '../platform/db/connect.ts'
import { emptyNotice, missingIn } from './notice.ts'
import { findNotice } from './store.ts'

/** How much of what the law wants said of the site is missing. */
export async function countMissingInNotice(db: Db): Promise<number> {
  return missingIn((await findNotice(db))?.notice ?? emptyNotice).length
}

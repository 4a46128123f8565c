import type { Db } from '../platform/db/connect.ts'
import { deleteUploadsBefore } from './upload-store.ts'

/** Milliseconds: how long a document waits for its acceptance. */
const keptFor = 24 * 60 * 60 * 1000

/** Deletes the documents that nobody accepted within a day. */
export function forgetUploads(db: Db, now: Date): Promise<void> {
  return deleteUploadsBefore(db, new Date(now.getTime() - keptFor))
}

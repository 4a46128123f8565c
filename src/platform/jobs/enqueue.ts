import type { Db } from '../db/connect.ts'
import type { JsonObject } from '../db/schema.ts'
import { saveJob, saveLateJob } from './store.ts'

/**
 * Enqueues a task of `src/jobs.ts` in the caller's transaction: an act that is rolled back asks for
 * nothing. A job that waits under the same `key` is replaced.
 */
export function enqueue(
  tx: Db,
  task: string,
  payload: JsonObject,
  options: { runAt?: Date; key?: string } = {},
): Promise<void> {
  const { runAt = null, key = null } = options
  return saveJob(tx, { task, payload: JSON.stringify(payload), runAt, key })
}

/** For what can wait: after whatever else is due, and one such job after the other, so that other workers stay free. */
export function enqueueLater(tx: Db, task: string, payload: JsonObject): Promise<void> {
  return saveLateJob(tx, { task, payload: JSON.stringify(payload) })
}

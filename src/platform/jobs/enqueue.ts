import type { Db } from '../db/connect.ts'
import type { JsonObject } from '../db/schema.ts'
import { saveJob, saveJobs } from './store.ts'

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

/** The same task for many things; `later`: after whatever else is due. */
export function enqueueAll(
  tx: Db,
  task: string,
  payloads: readonly JsonObject[],
  { later }: { later: boolean },
): Promise<void> {
  return saveJobs(tx, { task, payloads, priority: later ? 10 : 0 })
}

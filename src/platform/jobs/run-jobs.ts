import { runOnce } from 'graphile-worker'
import { withWorkerPool, workerOptions, type Jobs } from './worker-options.ts'

/** Does what is due, one job after the other, until nothing is; a job that fails is due again later. */
export async function runJobs(jobs: Jobs): Promise<void> {
  await withWorkerPool(jobs, (pool) => runOnce({ ...workerOptions(jobs, pool), concurrency: 1 }))
}

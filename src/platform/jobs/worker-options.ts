import { Logger as GraphileLogger, type TaskList } from 'graphile-worker'
import { openPool } from '../db/connect.ts'
import type { Logger } from '../log.ts'
import type { JobContext, Tasks } from './task.ts'

/** Where jobs wait, which can be done, and with what. */
export type Jobs = JobContext & { url: string; tasks: Tasks }

/**
 * Lets graphile-worker have a few connections of its own while `work` lasts. `lost` is aborted when one
 * of them breaks: what was asked over it may have been done without its hearing of it.
 */
export async function withWorkerPool<T>(
  { url, log }: Jobs,
  work: (pgPool: WorkerPool, lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController()
  const pool = openPool(url, 4, (error) =>
    log.error({ reason: error.message }, 'a connection for jobs was lost'),
  )
  pool.on('connect', (client) => client.on('error', () => lost.abort()))
  try {
    return await work(pool, lost.signal)
  } finally {
    await pool.end()
  }
}

export type WorkerPool = ReturnType<typeof openPool>

/** What graphile-worker is given, however long it runs. */
export function workerOptions({ tasks, ...context }: Jobs, pgPool: WorkerPool) {
  return {
    pgPool,
    concurrency: 2,
    noHandleSignals: true,
    // Else a stop does not wait until it is written down that a job is done, or has failed.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: graphileLogger(context.log),
    taskList: listTasks(tasks, context),
  }
}

function listTasks(tasks: Tasks, context: JobContext): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, { run }]) => [
      name,
      (payload, { job, abortSignal }) => {
        const lastAttempt = job.attempts >= job.max_attempts
        return run({ ...context, lastAttempt, signal: abortSignal }, payload)
      },
    ]),
  )
}

/** Its chatter is for whoever debugs; a task that fails is a warning, since it is tried again. */
function graphileLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message, meta) => {
    const failedTask = meta?.['failure'] === true
    if (failedTask || level === 'warning') log.warn(message)
    else if (level === 'error') log.error(message)
    else log.debug(message)
  })
}

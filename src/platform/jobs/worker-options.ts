import { Logger as GraphileLogger, type TaskList } from 'graphile-worker'
import type { Logger } from '../log.ts'
import type { JobContext, Tasks } from './task.ts'

/** Where jobs wait, which can be done, and with what. */
export type Jobs = JobContext & { url: string; tasks: Tasks }

/** What graphile-worker is given, however long it runs; its own connections are a few. */
export function workerOptions({ url, tasks, ...context }: Jobs) {
  return {
    connectionString: url,
    maxPoolSize: 4,
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

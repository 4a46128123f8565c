import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { parseCronItems, run, type Runner } from 'graphile-worker'
import { inTransaction } from '../db/transaction.ts'
import { deleteHeartbeat, freeJobsOfTheDead, saveHeartbeat } from './store.ts'
import { withWorkerPool, workerOptions, type Jobs, type WorkerPool } from './worker-options.ts'

/** In milliseconds: after a kill, jobs are taken up within `silence` and one `watch`. */
export type Pulse = {
  /** How often a worker says that it is alive. */
  beat: number
  /** How often workers look for others that are not. */
  watch: number
  /** How long one is silent before it counts as dead. */
  silence: number
}

const usualPulse: Pulse = { beat: 1000, watch: 1000, silence: 5000 }

/** How long the start of a worker that ended, say because the database was away, is put off. */
const restartMs = 2000

/** Does jobs in this process until stopped; a stop waits five seconds for those that are being done. */
export async function startJobs(
  jobs: Jobs,
  pulse: Pulse = usualPulse,
): Promise<{ stop(): Promise<void> }> {
  await freeAbandoned(jobs, pulse)
  const watching = repeat(jobs, pulse.watch, () => freeAbandoned(jobs, pulse))
  const stopping = new AbortController()
  const working = keepWorking(jobs, pulse, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await watching.stop()
      await working
    },
  }
}

/**
 * One worker after another, should one end by itself or lose a connection: a job that was taken over it,
 * unheard, is freed only when its worker is gone.
 */
async function keepWorking(jobs: Jobs, pulse: Pulse, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await withWorkerPool(jobs, (pool, lost) =>
        work(jobs, pulse, AbortSignal.any([signal, lost]), pool),
      )
    } catch (error) {
      jobs.log.error({ err: error }, 'the worker ended')
    }
    await delay(restartMs, null, { signal }).catch(() => null)
  }
}

async function work(
  jobs: Jobs,
  pulse: Pulse,
  signal: AbortSignal,
  pool: WorkerPool,
): Promise<void> {
  const { runner, workerId } = await startRunner(jobs, pool)
  const beating = repeat(jobs, pulse.beat, () => saveHeartbeat(jobs.db, workerId))
  let stopped: Promise<unknown> = Promise.resolve()
  const stop = () => {
    stopped = runner.stop().catch(() => null)
  }
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    await runner.promise
  } finally {
    // Only then is it written down which jobs were done.
    await stopped
    signal.removeEventListener('abort', stop)
    await beating.stop()
    await deleteHeartbeat(jobs.db, workerId).catch(() => null)
  }
}

async function startRunner(
  jobs: Jobs,
  pool: WorkerPool,
): Promise<{ runner: Runner; workerId: string }> {
  const { log, tasks } = jobs
  const events = new EventEmitter()
  let workerId = ''
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    workerId = workerPool.id
  })
  const schedule = Object.entries(tasks).flatMap(([task, { at }]) =>
    at ? [{ task, match: at }] : [],
  )
  const runner = await run({
    ...workerOptions(jobs, pool),
    events,
    parsedCronItems: parseCronItems(schedule),
  })
  log.debug({ workerId }, 'jobs are being done')
  return { runner, workerId }
}

async function freeAbandoned({ db, log }: Jobs, { silence }: Pulse): Promise<void> {
  const dead = await inTransaction(db, (tx) => freeJobsOfTheDead(tx, silence))
  if (dead.length > 0) log.warn({ workers: dead }, 'jobs of workers that died are taken up')
}

/** At once and then every so often; a failure is logged, and the next time is not put off. */
function repeat({ log }: Jobs, everyMs: number, act: () => Promise<void>) {
  let running = Promise.resolve()
  const tick = () => {
    running = running
      .then(act)
      .catch((error: unknown) => log.error({ err: error }, 'a round failed'))
  }
  tick()
  const timer = setInterval(tick, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

import assert from 'node:assert/strict'
import { tasks } from '../src/jobs.ts'
import type { TaskContext } from '../src/platform/jobs/task.ts'
import { openLog } from '../src/platform/log.ts'
import { mailbox } from '../src/platform/mail/transport.ts'
import { usualPeriods, type Periods } from '../src/platform/periods.ts'
import { testFiles } from './test-files.ts'
import { testMailing, type World } from './world.ts'

/** What a job is given, as if it were that moment. */
export function contextAt(
  { db }: Pick<World, 'db'>,
  now: Date,
  periods: Partial<Periods> = {},
): TaskContext {
  return {
    db,
    mailing: testMailing,
    transport: mailbox,
    files: testFiles,
    periods: { ...usualPeriods, ...periods },
    log: openLog('silent'),
    now: () => now,
    lastAttempt: false,
    signal: new AbortController().signal,
  }
}

/** Does a job of the list as if it were that moment. */
export async function runTask(
  world: Pick<World, 'db'>,
  job: string,
  now: Date,
  periods: Partial<Periods> = {},
): Promise<void> {
  const task = tasks[job]
  assert.ok(task, job)
  await task.run(contextAt(world, now, periods), {})
}

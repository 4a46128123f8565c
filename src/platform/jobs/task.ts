import type { FileStore } from '../files/file-store.ts'
import type { Db } from '../db/connect.ts'
import type { Logger } from '../log.ts'
import type { Mailing } from '../mail/mail.ts'
import type { Periods } from '../periods.ts'
import type { MailTransport } from '../mail/transport.ts'

/** What every task is given. */
export type JobContext = {
  db: Db
  mailing: Mailing
  transport: MailTransport
  periods: Periods
  /** Where large files are. */
  files: FileStore
  log: Logger
  now: () => Date
}

/** The same, with what is particular to one run. */
export type TaskContext = JobContext & {
  /** It will not be tried again, should it fail now. */
  lastAttempt: boolean
  /** The program stops and waits no longer: fail, and the next start tries again. */
  signal: AbortSignal
}

/**
 * Does one job; it may run twice for the same job, so it finds out what is left to do. What it throws
 * is kept in the database and the log, and the job is tried again later, 25 times over some days.
 */
export type Task = (context: TaskContext, payload: unknown) => Promise<void>

/** The tasks by name; `at` is when one is enqueued by itself, as a crontab says it, in UTC. */
export type Tasks = Record<string, { run: Task; at?: string }>

import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { enqueue } from '../src/platform/jobs/enqueue.ts'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { startJobs, type Pulse } from '../src/platform/jobs/start-jobs.ts'
import type { Task, Tasks } from '../src/platform/jobs/task.ts'
import type { Jobs } from '../src/platform/jobs/worker-options.ts'
import { queueMail } from '../src/platform/mail/queue-mail.ts'
import { mailbox, openSmtp } from '../src/platform/mail/transport.ts'
import { createTestDatabase } from './database.ts'
import { jobsOf, mail, mailing } from './mail-jobs.ts'
import { headerOf, startMailServer } from './mail-server.ts'
import { finish, settingsFor, signal, spawnVivace } from './run-vivace.ts'

type Database = Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
before(async () => (database = await createTestDatabase()))
after(() => database.drop())

afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.stop()))
  await sql`truncate mail; truncate graphile_worker._private_jobs`.execute(database.db)
})

const quick: Pulse = { beat: 100, watch: 200, silence: 1000 }
const started: { stop(): Promise<void> }[] = []

/** Stopped after the test, if not before. */
async function startWorker(jobs: Jobs) {
  const worker = await startJobs(jobs, quick)
  started.push(worker)
  return worker
}

const jobsWith = (tasks: Tasks) => ({ ...jobsOf(database, mailbox), tasks })

test('a mail whose program is killed while the server answers is sent by the next one, the same', async (t) => {
  const neverAnswers = new Promise<void>(() => {})
  const deaf = await startMailServer(t, { hold: () => neverAnswers })
  const { url, db } = database
  const settings = { ...settingsFor(url), SMTP_URL: deaf.url, PORT: '0', HOST: '127.0.0.1' }
  const killed = spawnVivace(settings, ['start'])
  const gone = finish(killed)
  await queueMail(db, mailing, mail, new Date())
  await until(() => deaf.received.length === 1)
  signal(killed, 'SIGKILL')
  await gone

  const server = await startMailServer(t)
  const transport = openSmtp(server.url)
  const started = Date.now()
  const next = await startWorker(jobsOf(database, transport))
  await until(() => server.received.length === 1)
  // Silence and watch, the two seconds after which a worker looks again by itself, and some to spare.
  const bound = quick.silence + quick.watch + 2000 + 20_000
  assert.ok(Date.now() - started < bound, `${Date.now() - started} ms`)
  await until(async () => (await countJobs()) === 0)
  await next.stop()
  transport.close()

  const [first, second] = [deaf.received[0]?.bytes, server.received[0]?.bytes]
  assert.ok(first && second)
  assert.deepEqual(second, first)
  assert.match(headerOf(first, 'Message-ID'), /@vivace\.test>$/)
  assert.equal(server.received.length, 1)
  assert.deepEqual(await heartbeats(), [])
})

test('a job that takes long is left to its worker while that one is alive', async () => {
  let runs = 0
  const slow: Task = async () => {
    runs += 1
    await delay(3 * quick.silence)
  }
  const jobs = jobsWith({ slow: { run: slow } })
  const [one, other] = await Promise.all([startWorker(jobs), startWorker(jobs)])
  await enqueue(database.db, 'slow', {})
  await until(async () => runs > 0 && (await countJobs()) === 0)
  await Promise.all([one.stop(), other.stop()])
  assert.equal(runs, 1)
})

test('a worker is alive while it beats, and forgotten when it stops or dies', async () => {
  const { db } = database
  await sql`insert into worker_heartbeat values ('dead', now() - interval '1 hour')`.execute(db)
  const worker = await startWorker(jobsWith({}))
  await until(async () => (await heartbeats()).some((id) => id.startsWith('pool-')))
  assert.ok(!(await heartbeats()).includes('dead'))
  await worker.stop()
  assert.deepEqual(await heartbeats(), [])
})

test('a stop waits for the job that is being done', async () => {
  let done = false
  const begun = Promise.withResolvers<void>()
  const run: Task = async () => {
    begun.resolve()
    await delay(400)
    done = true
  }
  const worker = await startWorker(jobsWith({ unhurried: { run } }))
  await enqueue(database.db, 'unhurried', {})
  await begun.promise
  await worker.stop()
  assert.equal(done, true)
  assert.equal(await countJobs(), 0)
})

test('a stop does not wait for a mail server that says nothing', async (t) => {
  const deaf = await startMailServer(t, { hold: () => new Promise<void>(() => {}) })
  const transport = openSmtp(deaf.url)
  const worker = await startWorker(jobsOf(database, transport))
  await queueMail(database.db, mailing, mail, new Date())
  await until(() => deaf.received.length === 1)
  const asked = Date.now()
  await worker.stop()
  transport.close()
  assert.ok(Date.now() - asked < 30_000, `${Date.now() - asked} ms`)
  assert.equal(await countJobs(), 1)
})

test('a worker that lost its connections goes on when the database is back', async () => {
  let runs = 0
  const run: Task = async () => void (runs += 1)
  const worker = await startWorker(jobsWith({ counted: { run } }))
  await until(async () => (await heartbeats()).length === 1)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db)
  await delay(200)
  await enqueue(database.db, 'counted', {})
  await until(() => runs === 1)
  await worker.stop()
})

test('a job that was taken over a connection that broke, unheard, is taken up', async () => {
  let runs = 0
  const run: Task = async () => void (runs += 1)
  const worker = await startWorker(jobsWith({ counted: { run } }))
  await until(async () => (await heartbeats()).length === 1)
  const { db } = database
  const [taker = ''] = await heartbeats()
  await db.transaction().execute(async (tx) => {
    await enqueue(tx, 'counted', {})
    await sql`update graphile_worker._private_jobs
      set locked_by = ${taker}, locked_at = now(), attempts = 1`.execute(tx)
  })
  // A worker lives before it listens.
  await until(async () => {
    const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'LISTEN%'`.execute(db)
    return rows.length > 0
  })
  await until(() => runs === 1)
  await worker.stop()
})

test('of many mails one is under way, and one alone is sent again after a kill', async (t) => {
  const never = new Promise<void>(() => {})
  const deaf = await startMailServer(t, { hold: () => never })
  const { url, db } = database
  const settings = { ...settingsFor(url), SMTP_URL: deaf.url, PORT: '0', HOST: '127.0.0.1' }
  const killed = spawnVivace(settings, ['start'])
  const gone = finish(killed)
  for (let count = 0; count < 3; count += 1) await queueMail(db, mailing, mail, new Date())
  await until(() => deaf.received.length > 0)
  await until(async () => (await countLockedJobs()) === 2)
  // The other one would be there by now.
  await delay(500)
  signal(killed, 'SIGKILL')
  await gone
  assert.equal(deaf.received.length, 1)

  const server = await startMailServer(t)
  const transport = openSmtp(server.url)
  const next = await startWorker(jobsOf(database, transport))
  await until(async () => (await countJobs()) === 0)
  await next.stop()
  transport.close()
  const ids = server.received.map(({ bytes }) => headerOf(bytes, 'Message-ID'))
  assert.deepEqual([ids.length, new Set(ids).size], [3, 3])
})

test('a task with a time of its own is enqueued by itself, once for that time', async () => {
  const jobs = jobsWith({ hourly: { run: async () => {}, at: '17 * * * *' } })
  const workers = await Promise.all([startWorker(jobs), startWorker(jobs)])
  await until(async () => (await schedules()).includes('hourly'))
  assert.equal((await schedules()).filter((name) => name === 'hourly').length, 1)
  await Promise.all(workers.map((worker) => worker.stop()))
})

test('a job that waits under a key is replaced, and one of a later hour is not due', async () => {
  const seen: unknown[] = []
  const run: Task = async (_context, payload) => void seen.push(payload)
  const jobs = jobsWith({ noted: { run } })
  const { db } = database
  await enqueue(db, 'noted', { n: 1 }, { key: 'one' })
  await enqueue(db, 'noted', { n: 2 }, { key: 'one' })
  await enqueue(db, 'noted', { n: 3 }, { runAt: new Date(Date.now() + 3_600_000) })
  await runJobs(jobs)
  assert.deepEqual(seen, [{ n: 2 }])
})

async function countJobs(): Promise<number> {
  const { rows } = await sql`select 1 from graphile_worker._private_jobs`.execute(database.db)
  return rows.length
}

async function countLockedJobs(): Promise<number> {
  const { rows } =
    await sql`select 1 from graphile_worker._private_jobs where locked_at is not null`.execute(
      database.db,
    )
  return rows.length
}

async function schedules(): Promise<string[]> {
  const { rows } = await sql<{
    identifier: string
  }>`select identifier from graphile_worker._private_known_crontabs`.execute(database.db)
  return rows.map((row) => row.identifier)
}

async function heartbeats(): Promise<string[]> {
  const rows = await database.db.selectFrom('worker_heartbeat').select('worker_id').execute()
  return rows.map((row) => row.worker_id)
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`it never came true: ${String(holds)}`)
    await delay(50)
  }
}

import { testFiles } from '../../test/test-files.ts'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { makeDigests } from '../../src/notices/index.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { startJobs } from '../../src/platform/jobs/start-jobs.ts'
import type { Jobs } from '../../src/platform/jobs/worker-options.ts'
import { openLog } from '../../src/platform/log.ts'
import { deriveMailKey } from '../../src/platform/mail/seal.ts'
import { sendMail } from '../../src/platform/mail/send-mail.ts'
import { openSmtp } from '../../src/platform/mail/transport.ts'
import { usualPeriods } from '../../src/platform/periods.ts'
import { findReport } from '../../src/reports/index.ts'
import { startMailServer } from '../../test/mail-server.ts'
import { submitAt } from '../../test/take-part.ts'
import type { Benchmark, Figure } from './figure.ts'
import { editor, type Place, type Prepared } from './prepared.ts'
import { runCommand } from './program.ts'
import { median } from './statistics.ts'

const followers = 5000
const said = 40
const rounds = 3
const slug = 'petite-loi'

/** A day's digest for everybody who follows a report, from the entries of the journal to the mail server's answer. */
export const digest: Benchmark = {
  title: `digest: ${followers} people who follow a report in which ${said} contributions are new`,
  run: measure,
}

type Round = { made: number; sent: number }

async function measure(prepared: Prepared): Promise<Figure[]> {
  const place = await prepared.empty()
  const closing: (() => Promise<void>)[] = []
  const server = await startMailServer({ after: (act) => closing.push(act) })
  const transport = openSmtp(server.url)
  try {
    await fill(prepared, place)
    const times: Round[] = []
    for (let round = 0; round < rounds; round += 1) {
      await beginRound(place.db)
      server.received.length = 0
      times.push(await measureRound(jobsOf(place, transport), server.received))
    }
    const middle = (of: (round: Round) => number) => median(times.map(of))
    return [
      { what: 'made, each mail written down', value: middle(({ made }) => made), unit: 's' },
      {
        what: 'and taken by the mail server, all of them',
        value: middle(({ made, sent }) => made + sent),
        unit: 's',
        budget: { most: 60 },
      },
    ]
  } finally {
    transport.close()
    for (const close of closing) await close()
    await place.close()
  }
}

function jobsOf({ db, url }: Place, transport: Jobs['transport']): Jobs {
  return {
    db,
    url,
    transport,
    tasks: { 'mail.send': { run: sendMail } },
    mailing: {
      from: 'vivace@vivace.test',
      publicUrl: 'http://vivace.test',
      key: deriveMailKey('only for a benchmark'),
    },
    periods: usualPeriods,
    files: testFiles,
    log: openLog('silent'),
    now: () => new Date(),
  }
}

async function measureRound(jobs: Jobs, received: readonly unknown[]): Promise<Round> {
  const begun = performance.now()
  await makeDigests(jobs)
  const made = performance.now()
  const worker = await startJobs(jobs)
  while (received.length < followers) await delay(20)
  const sent = performance.now()
  await worker.stop()
  if (received.length > followers) throw new Error('a digest was sent twice')
  return { made: (made - begun) / 1000, sent: (sent - made) / 1000 }
}

/** As on the morning after: what is new was told to nobody. */
async function beginRound(db: Db): Promise<void> {
  await sql`truncate notice; truncate mail; truncate graphile_worker._private_jobs`.execute(db)
  await sql`update notice_setting set cadence = 'daily', digested_on = '2000-01-01', told_until = 0`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
}

async function fill(prepared: Prepared, { db, url }: Place): Promise<void> {
  const postmaster = await prepared.postmaster()
  const bill = fileURLToPath(new URL('../../test/fixtures/petite-loi.html', import.meta.url))
  const grant = [editor, 'editor-in-chief', '--report', slug, '--name', 'Editor']
  await runCommand(url, ['import', bill, '--report', slug], postmaster)
  await runCommand(url, ['people', 'grant', ...grant], postmaster)
  await runCommand(url, ['publish', '--report', slug, '--as', editor], postmaster)
  await sql`
    with follower as (
      insert into person (pseudonym, display_name, helix_side, locale, created_at)
      select gen_random_uuid(), 'Reader ' || i, 'citizen', (array['fr', 'en'])[1 + i % 2], now()
      from generate_series(1, ${followers}::integer) as i returning id
    ), reached as (
      insert into identity (person_id, provider, subject, created_at)
      select id, 'email', 'reader-' || id || '@example.org', now() from follower
    ), telling as (
      insert into notice_setting (person_id, told_until, digested_on)
      select id, 0, '2000-01-01' from follower
    )
    insert into subscription (person_id, kind, report_id, from_sequence, since)
    select follower.id, 'report', report.id, 0, now() from follower, report`.execute(db)
  await saySome(db)
}

async function saySome(db: Db): Promise<void> {
  const report = await findReport(db, slug)
  const authors = await sql<{ id: number; pseudonym: string }>`
    insert into person (pseudonym, display_name, helix_side, locale, created_at)
    select gen_random_uuid(), 'Author ' || i, 'academic', 'fr', now()
    from generate_series(1, ${said}::integer) as i returning id, pseudonym`.execute(db)
  if (!report) throw new Error('there is no report')
  for (const { id, pseudonym } of authors.rows) {
    const actor = { kind: 'person' as const, personId: id, pseudonym, grants: [], bans: [] }
    const sent = await submitAt({ db, report }, actor, new Date())
    if (!sent.ok) throw new Error('a contribution was not published')
  }
}

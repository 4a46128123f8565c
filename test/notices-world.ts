import assert from 'node:assert/strict'
import { simpleParser } from 'mailparser'
import { tasks } from '../src/jobs.ts'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { openContent } from '../src/platform/mail/content.ts'
import { mailbox } from '../src/platform/mail/transport.ts'
import { usualPeriods } from '../src/platform/periods.ts'
import { openLog } from '../src/platform/log.ts'
import { runTask } from './run-task.ts'
import { testFiles } from './test-files.ts'
import { testMailing, type World } from './world.ts'

/** A Monday in winter, seven o'clock in Paris and a little. */
export const monday = new Date('2031-01-06T06:10:00.000Z')

export const daysLater = (count: number, from = monday) =>
  new Date(from.getTime() + count * 24 * 3600 * 1000)

/** Does what acts asked for, and makes no digest. */
export async function doJobs(world: Pick<World, 'db' | 'url'>): Promise<void> {
  const { 'notices.make-digests': _, ...others } = tasks
  await runJobs({
    db: world.db,
    url: world.url,
    tasks: others,
    mailing: testMailing,
    transport: mailbox,
    periods: usualPeriods,
    files: testFiles,
    log: openLog('silent'),
    now: () => new Date(),
  })
}

export async function digest(world: Pick<World, 'db'>, now: Date): Promise<void> {
  await runTask(world, 'notices.make-digests', now)
}

/** The mails to an address, parsed as a reader's program does, the oldest first. */
export async function mailsOf({ db }: Pick<World, 'db'>, email: string) {
  const rows = await db.selectFrom('mail').select(['message_id', 'content']).orderBy('id').execute()
  const contents = rows.flatMap(({ message_id: id, content }) =>
    content ? [openContent(testMailing.key, id, content)] : [],
  )
  const theirs = contents.filter(({ to }) => to === email)
  return Promise.all(theirs.map(({ bytes }) => simpleParser(bytes)))
}

/** Digests alone. */
export async function digestsOf(world: Pick<World, 'db'>, email: string) {
  const mails = await mailsOf(world, email)
  return mails.filter(({ subject = '' }) => /nouveauté|new thing/.test(subject))
}

/** Follows it, as its page does. */
/** Sends the form that follows it, whatever is answered. */
export function askToFollow(
  world: Pick<World, 'post'>,
  as: { cookie: string },
  kind: string,
  id: string | number,
): Promise<Response> {
  return world.post(
    '/fr/account/subscriptions',
    [
      ['kind', kind],
      ['id', String(id)],
    ],
    as,
  )
}

export async function follow(...asked: Parameters<typeof askToFollow>): Promise<void> {
  const sent = await askToFollow(...asked)
  assert.equal(sent.status, 303, await sent.text())
}

export function setting(
  world: Pick<World, 'post'>,
  as: { cookie: string },
  fields: { cadence?: string; weekday?: string; answers?: string } = {},
): Promise<Response> {
  const asked = { cadence: 'daily', weekday: '1', answers: '1', ...fields }
  return world.post('/fr/account/notices/setting', Object.entries(asked), as)
}

export function unfollow(
  world: Pick<World, 'post'>,
  as: { cookie: string },
  kind: string,
  id: string | number,
): Promise<Response> {
  return world.post(
    '/fr/account/subscriptions/end',
    [
      ['kind', kind],
      ['id', String(id)],
    ],
    as,
  )
}

export function end(world: Pick<World, 'post'>, as: { cookie: string }): Promise<Response> {
  return world.post('/fr/account/notices/end', [], as)
}

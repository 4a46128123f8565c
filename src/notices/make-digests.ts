import { findHead, sealJournal } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { JobContext } from '../platform/jobs/task.ts'
import { queueMails, type Mailing } from '../platform/mail/queue-mail.ts'
import { isOffered } from '../platform/messages.ts'
import { dayBefore, digestDay, lastWeekdays } from './cadence.ts'
import { writeDigest } from './digest-mail.ts'
import {
  ensureSettings,
  findOldestDue,
  lockDue,
  saveDigests,
  saveTold,
  type Due,
  type DueDays,
} from './digest-store.ts'
import { describeTold, findDetails, type Details, type DigestPart } from './gather-details.ts'
import { listFollowers } from './list-followers.ts'
import { gatherNews, indexNews, type NewsIndex, type Told } from './news.ts'
import { listNews } from './news-store.ts'
import { nameFollow, type NamedFollow } from './name-follow.ts'

/** People whose digests are made in one transaction. */
const batchSize = 200

/** Things in one mail; the rest is on a page. */
export const shownAtMost = 30

/** Subscriptions that can be ended from one mail, each by itself. */
const endedAtMost = 10

/**
 * Makes the digests that are due: one a person and day, about what the journal has since the last one. What each
 * says, that it was made, and the job that sends it stand in one transaction: after a crash there is all of it or nothing.
 * Several processes share the work.
 */
export async function makeDigests({ db, mailing, now }: JobContext): Promise<void> {
  const moment = now()
  const days = { daily: digestDay(moment), weekly: lastWeekdays(moment) }
  await sealJournal(db, { wait: true })
  const head = (await findHead(db))?.sequence ?? 0
  await ensureSettings(db, dayBefore(moment))
  const oldest = await findOldestDue(db, days)
  if (oldest === undefined) return
  const news = await listNews(db, { after: oldest, until: head })
  const run = { index: indexNews(news), days, head, mailing }
  while ((await inTransaction(db, (tx) => makeBatch(tx, run, moment))) > 0);
}

type Run = { index: NewsIndex; days: DueDays; head: number; mailing: Mailing }

/** How many people were held. */
async function makeBatch(tx: Db, run: Run, now: Date): Promise<number> {
  const { index, days, head } = run
  const due = await lockDue(tx, days, batchSize)
  if (due.length === 0) return 0
  const reached = due.filter(({ email }) => email !== null)
  const followers = await listFollowers(tx, reached)
  const made = reached.flatMap((one) => {
    const follower = followers.get(one.personId)
    const told = follower ? gatherNews(index, follower) : []
    return told.length > 0 ? [{ due: one, told }] : []
  })
  await queueAll(tx, run, made, now)
  await saveTold(tx, due, head)
  return due.length
}

type Made = { due: Due; told: readonly Told[] }

async function queueAll(tx: Db, run: Run, made: readonly Made[], now: Date): Promise<void> {
  const { head, mailing } = run
  const shown = made.map(({ told }) => told.slice(0, shownAtMost))
  const details = await findDetails(tx, [...new Set(shown.flat())])
  const names = await nameFollow(tx, [...new Set(shown.flat().flatMap(({ by }) => by))])
  const described = made.flatMap((one) => describe(one, details))
  const ids = await saveDigests(
    tx,
    described.map((one) => rowOf(one, head)),
    now,
  )
  const mails = described.flatMap((one) => {
    const id = ids.get(one.due.personId)
    return id === undefined ? [] : compose(mailing, { ...one, id }, names, now)
  })
  await queueMails(tx, mailing, mails, now)
}

type Described = Made & { parts: DigestPart[] }

/** Nothing where all of it was hidden in the meantime. */
function describe({ due, told }: Made, details: Details): Described[] {
  const parts = describeTold(told.slice(0, shownAtMost), details)
  return parts.length > 0 ? [{ due, told, parts }] : []
}

function rowOf({ due, told }: Made, until: number) {
  const { personId, day, toldUntil: after } = due
  return { personId, day, after, until, count: told.length }
}

function compose(
  mailing: Mailing,
  { due, told, parts, id }: Described & { id: number },
  names: ReadonlyMap<number, NamedFollow>,
  now: Date,
) {
  if (due.email === null) return []
  const shown = told.slice(0, shownAtMost)
  const locale = isOffered(due.locale) ? due.locale : 'fr'
  const because = [...new Set(shown.flatMap(({ by }) => by))]
    .slice(0, endedAtMost)
    .flatMap((subscription) => {
      const name = names.get(subscription)?.(locale)
      return name === undefined ? [] : [{ id: subscription, name }]
    })
  const { personId, email } = due
  const count = told.length
  const digest = { id, personId, email, locale, count, shown: shown.length, parts, because }
  return [writeDigest(mailing, digest, now)]
}

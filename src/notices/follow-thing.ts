import { findContribution } from '../contributions/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { findReport, findReportOfBlock, listPastTexts } from '../reports/index.ts'
import { findTopic } from '../topics/index.ts'
import { digestDay } from './cadence.ts'
import {
  deleteSubscription,
  ensureSetting,
  findFollowed,
  lockSetting,
  saveSubscription,
} from './store.ts'
import { checkFollowed, type Asked, type Thing } from './subscription.ts'

/** Follows it from now on, once; what one wrote oneself is followed again. What cannot be followed is not found. */
export function followThing(db: Db, actor: Actor, asked: Asked, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const personId = await holdFollower(tx, actor)
    const { thing, own } = await requireThing(tx, personId, asked)
    await ensureSetting(tx, personId, digestDay(now))
    // Else a digest that is being made could leave out what comes meanwhile.
    await lockSetting(tx, personId)
    const followed = await findFollowed(tx, personId, thing)
    if (own) return deleteSubscription(tx, personId, thing)
    if (followed !== true) await saveSubscription(tx, { personId, thing, followed: true }, now)
  })
}

/** Follows it no longer, whoever follows it or not. */
export function endFollowing(db: Db, actor: Actor, asked: Asked, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const personId = await holdFollower(tx, actor)
    const { thing, own } = await requireThing(tx, personId, asked)
    await ensureSetting(tx, personId, digestDay(now))
    await lockSetting(tx, personId)
    if (own) await saveSubscription(tx, { personId, thing, followed: false }, now)
    else await deleteSubscription(tx, personId, thing)
  })
}

async function holdFollower(tx: Db, actor: Actor): Promise<number> {
  authorize(actor, 'subscription.keep', null)
  const person = actor.personId === null ? undefined : await lockPerson(tx, actor.personId)
  if (!person) throw new SignInNeeded()
  return person.id
}

type Found = { thing: Thing; own: boolean }

async function requireThing(tx: Db, personId: number, asked: Asked): Promise<Found> {
  const found = await findThing(tx, personId, asked)
  if (!found) throw new NotFound('what can be followed')
  return found
}

/** What is asked for, where everybody can read it. */
export async function findThing(
  db: Db,
  personId: number,
  { kind, id }: Asked,
): Promise<Found | undefined> {
  switch (kind) {
    case 'report': {
      const report = await findReport(db, id)
      return report && { thing: { kind, reportId: report.id }, own: false }
    }
    case 'topic':
      return findFollowedTopic(db, id)
    case 'passage': {
      const isRead = (await findReportOfBlock(db, id)) && (await listPastTexts(db, id)).length > 0
      return isRead ? { thing: { kind, blockId: id }, own: false } : undefined
    }
    case 'contribution':
    case 'person':
      return findFollowedWords(db, personId, { kind, id })
  }
}

type AskedWords = { kind: 'contribution' | 'person'; id: string }

async function findFollowedWords(
  db: Db,
  personId: number,
  { kind, id }: AskedWords,
): Promise<Found | undefined> {
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const said = await findContribution(db, number)
  if (!said || checkFollowed(kind, said, personId) !== null) return undefined
  return { thing: { kind, number }, own: kind === 'contribution' && said.authorId === personId }
}

async function findFollowedTopic(db: Db, id: string): Promise<Found | undefined> {
  const [slug = '', name = ''] = id.split('/')
  const report = await findReport(db, slug)
  const topic = report && (await findTopic(db, report.id, name))
  const isRead = topic && topic.state === 'published'
  return isRead ? { thing: { kind: 'topic', topicId: topic.id }, own: false } : undefined
}

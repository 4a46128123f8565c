import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { requirePersonId } from './record-own-act.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { listPhases, lockTopic, openPhase } from '../topics/index.ts'
import { lockContribution } from './store.ts'
import { countGivenSince, deleteSupport, saveSupport } from './support-store.ts'

export type SupportProblem =
  | 'own-contribution'
  | 'not-published'
  | 'topic-closed'
  | 'too-many-supports'

export type Supported = { ok: true } | { ok: false; problem: SupportProblem }

/** In one hour: somebody who reads a long consultation gives many, a program gives thousands. */
export const hourlySupports = 300

/**
 * Gives a support, once for each person whatever is clicked. It is not in the public journal: whom
 * somebody agrees with is theirs to tell (decision 8).
 */
export function supportContribution(
  db: Db,
  actor: Actor,
  number: number,
  now: Date,
): Promise<Supported> {
  return inTransaction(db, async (tx) => {
    const personId = requirePersonId(actor)
    // Whoever acts is held before what they act on, everywhere: two orders would wait for each other.
    await lockPerson(tx, personId)
    const said = await lockContribution(tx, number)
    if (!said) throw new NotFound('contribution')
    authorize(actor, 'contribution.support', said)
    if (said.authorId === personId) return { ok: false, problem: 'own-contribution' }
    if (said.state !== 'published') return { ok: false, problem: 'not-published' }
    if (said.topic && !(await isOpenNow(tx, said.topic.id, now))) {
      return { ok: false, problem: 'topic-closed' }
    }
    const since = new Date(now.getTime() - 3600 * 1000)
    if ((await countGivenSince(tx, personId, since)) >= hourlySupports) {
      return { ok: false, problem: 'too-many-supports' }
    }
    await saveSupport(tx, { number, personId, at: now })
    return { ok: true }
  })
}

/** Nobody closes the topic before what is said of it is written down. */
async function isOpenNow(tx: Db, topicId: number, now: Date): Promise<boolean> {
  await lockTopic(tx, topicId, 'to-speak')
  return openPhase(await listPhases(tx, topicId), dayInParis(now)) !== undefined
}

/** Takes a support back; nothing happens where there is none. */
export function withdrawSupport(db: Db, actor: Actor, number: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    const personId = requirePersonId(actor)
    await lockPerson(tx, personId)
    const said = await lockContribution(tx, number)
    if (!said) throw new NotFound('contribution')
    authorize(actor, 'support.withdraw', said)
    await deleteSupport(tx, number, personId)
  })
}

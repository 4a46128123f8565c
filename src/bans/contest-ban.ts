import { recordAct } from '../journal/index.ts'
import { requirePerson } from '../moderation/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { thingOf } from '../roles/index.ts'
import {
  checkContest,
  checkOutcome,
  isInForce,
  payloadOfContest,
  payloadOfOutcome,
  type Ban,
  type ContestOutcome,
  type ContestProblem,
  type OutcomeProblem,
} from './ban.ts'
import { holdBan, settleChain } from './lift-ban.ts'
import { queueBanNotice } from './queue-notice.ts'
import { listChain, saveContest, saveEnd, saveOutcome } from './store.ts'

export type Contested = { ok: true } | { ok: false; problem: ContestProblem }

/** What the journal calls whoever is banned: their pseudonym there would say who it is. */
const unnamed = 'concerned'

/**
 * Somebody says against their own ban what there is to say: another moderator than who set it decides. The same words
 * sent twice are said once.
 */
export function contestBan(
  db: Db,
  actor: Actor,
  { id, words }: { id: number; words: string },
  now: Date,
): Promise<Contested> {
  return inTransaction(db, async (tx) => {
    const ban = await holdBan(tx, id)
    const role = authorize(actor, 'ban.contest', { concernedId: ban.personId })
    const said = words.trim()
    if (ban.contest?.words === said) return { ok: true }
    const problem = checkContest(words, ban, now)
    if (problem) return { ok: false, problem }
    await saveContest(tx, id, now, said)
    await recordAct(
      tx,
      { at: now, role, actor: unnamed, action: 'ban.contested', object: `ban/${id}` },
      payloadOfContest(said),
    )
    return { ok: true }
  })
}

export type Outcome = { ok: true } | { ok: false; problem: OutcomeProblem }

type Deciding = {
  id: number
  outcome: ContestOutcome | null
  reason: string
  mailing: Mailing
}

/**
 * Decides on what somebody says against their ban; where it is ended, at once, and so is the one that replaced it
 * meanwhile. They are told, with the reason.
 */
export function decideContest(
  db: Db,
  actor: Actor,
  { id, outcome, reason, mailing }: Deciding,
  now: Date,
): Promise<Outcome> {
  return inTransaction(db, async (tx) => {
    const ban = await holdBan(tx, id)
    const role = authorize(actor, 'ban.decide-contest', thingOf(ban.scope))
    const by = requirePerson(actor)
    const later = await listLater(tx, ban)
    const problem = checkOutcome({ outcome, reason, deciderId: by }, ban, later)
    if (problem || outcome === null) return { ok: false, problem: problem ?? 'no-outcome' }
    const said = reason.trim()
    await saveOutcome(tx, id, { at: now, by, outcome, reason: said })
    const ended = outcome === 'ended' ? [ban, ...later].find((one) => isInForce(one, now)) : null
    if (ended) {
      await saveEnd(tx, ended.id, { at: now, kind: 'contested', by, reason: null })
      await settleChain(tx, id, now)
    }
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'ban.contest-decided',
        object: `ban/${id}`,
      },
      payloadOfOutcome(outcome, said, ended && ended.id !== id ? ended.id : null),
    )
    await queueBanNotice(tx, mailing, { kind: outcome, id }, now)
    return { ok: true }
  })
}

/** What replaced it, one after the other; the last may be in force. */
export async function listLater(db: Db, { id }: Pick<Ban, 'id'>): Promise<Ban[]> {
  return (await listChain(db, id)).filter((ban) => ban.id > id)
}

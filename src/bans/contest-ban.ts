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
  type ContestOutcome,
  type ContestProblem,
  type OutcomeProblem,
} from './ban.ts'
import { holdBan } from './lift-ban.ts'
import { queueBanNotice } from './queue-notice.ts'
import { saveContest, saveEnd, saveOutcome } from './store.ts'

export type Contested = { ok: true } | { ok: false; problem: ContestProblem }

/** What the journal calls whoever is banned: their pseudonym there would say who it is. */
const unnamed = 'concerned'

/** Somebody says against their own ban what there is to say: another moderator than who set it decides. */
export function contestBan(
  db: Db,
  actor: Actor,
  { id, words }: { id: number; words: string },
  now: Date,
): Promise<Contested> {
  return inTransaction(db, async (tx) => {
    const ban = await holdBan(tx, id)
    const role = authorize(actor, 'ban.contest', { concernedId: ban.personId })
    const problem = checkContest(words, ban, now)
    if (problem) return { ok: false, problem }
    const said = words.trim()
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

/** Decides on what somebody says against their ban; where it is ended, at once. They are told, with the reason. */
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
    const problem = checkOutcome({ outcome, reason, deciderId: by }, ban)
    if (problem || outcome === null) return { ok: false, problem: problem ?? 'no-outcome' }
    const said = reason.trim()
    await saveOutcome(tx, id, { at: now, by, outcome, reason: said })
    if (outcome === 'ended' && isInForce(ban, now))
      await saveEnd(tx, id, { at: now, kind: 'contested', by, reason: null })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'ban.contest-decided',
        object: `ban/${id}`,
      },
      payloadOfOutcome(outcome, said),
    )
    await queueBanNotice(tx, mailing, { kind: outcome, id }, now)
    return { ok: true }
  })
}

import { recordAct } from '../journal/index.ts'
import { requirePerson } from '../moderation/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { thingOf } from '../roles/index.ts'
import { checkReason, hashWords, isInForce, type Ban, type ReasonProblem } from './ban.ts'
import { queueBanNotice } from './queue-notice.ts'
import { findBan, listChain, lockBan, saveEnd, settleContests } from './store.ts'

export type LiftProblem = 'ended-already' | 'yourself' | ReasonProblem
export type Lifted = { ok: true } | { ok: false; problem: LiftProblem }

type Lifting = { id: number; reason: string; mailing: Mailing }

/**
 * Ends a ban before its time, with a reason; the person is told. What they say against it, or against one that it
 * replaced, has nothing left to be decided on. Nobody lifts their own.
 */
export function liftBan(
  db: Db,
  actor: Actor,
  { id, reason, mailing }: Lifting,
  now: Date,
): Promise<Lifted> {
  return inTransaction(db, async (tx) => {
    const ban = await holdBan(tx, id)
    const role = authorize(actor, 'ban.lift', thingOf(ban.scope))
    const by = requirePerson(actor)
    if (ban.personId === by) return { ok: false, problem: 'yourself' }
    if (!isInForce(ban, now)) return { ok: false, problem: 'ended-already' }
    const problem = checkReason(reason)
    if (problem) return { ok: false, problem }
    const said = reason.trim()
    await saveEnd(tx, id, { at: now, kind: 'lifted', by, reason: said })
    await settleChain(tx, id, now)
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'ban.lifted', object: `ban/${id}` },
      { reason: hashWords(said) },
    )
    await queueBanNotice(tx, mailing, { kind: 'lifted', id }, now)
    return { ok: true }
  })
}

/** Once it has ended for good, nothing that was said against it or what it replaced waits. */
export async function settleChain(tx: Db, id: number, now: Date): Promise<void> {
  const chain = await listChain(tx, id)
  const ids = chain.map((ban) => ban.id)
  await settleContests(tx, ids, now)
}

/** Whoever it is about is held first, as where one is set. */
export async function holdBan(tx: Db, id: number): Promise<Ban> {
  const found = await findBan(tx, id)
  if (found) await lockPerson(tx, found.personId)
  const ban = found && (await lockBan(tx, id))
  if (!ban) throw new NotFound('ban')
  return ban
}

import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { findHolding, saveConsent } from './store.ts'
import { readConsent, type ConsentProblem } from './terms.ts'

export type Accepted = { ok: true } | { ok: false; problem: ConsentProblem }

/**
 * Keeps that somebody accepts the version that they ticked, once; refused where they ticked none, or one that
 * another has taken the place of, which asks anew.
 */
export function acceptTerms(db: Db, actor: Actor, ticked: string, now: Date): Promise<Accepted> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'terms.accept', null)
    if (actor.personId === null) throw new SignInNeeded()
    const read = readConsent(ticked, await findHolding(tx))
    if (!read.ok) return read
    const { version } = read
    const saved = await saveConsent(tx, actor.personId, { version, acceptedAt: now })
    if (!saved) return { ok: true }
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'terms.accepted',
        object: `terms/${version}`,
      },
      { version },
    )
    return { ok: true }
  })
}

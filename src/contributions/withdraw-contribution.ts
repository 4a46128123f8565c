import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { isOpen } from './contribution.ts'
import { recordOwnAct } from './record-own-act.ts'
import { saveWithdrawal } from './save-store.ts'
import { lockContribution } from './store.ts'

export type Withdrawn = { ok: true } | { ok: false; problem: 'not-published' }

/** Takes one's own contribution back, for good: it is marked as withdrawn, and its number stays. */
export function withdrawContribution(
  db: Db,
  actor: Actor,
  number: number,
  now: Date,
): Promise<Withdrawn> {
  return inTransaction(db, async (tx) => {
    if (actor.personId !== null) await lockPerson(tx, actor.personId)
    const said = await lockContribution(tx, number)
    if (!said) throw new NotFound('contribution')
    const role = authorize(actor, 'contribution.withdraw', said)
    if (said.withdrawnAt && said.state !== 'withheld') return { ok: true }
    if (!isOpen(said)) return { ok: false, problem: 'not-published' }
    await saveWithdrawal(tx, said, now)
    await recordOwnAct(
      tx,
      { actor, role, action: 'contribution.withdrawn', number },
      { number },
      now,
    )
    return { ok: true }
  })
}

import { recordAct } from '../journal/index.ts'
import { operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { findDomain } from './find-domain.ts'
import { takeEnded } from './store.ts'

/** Writes in the journal that roles have ended whose time was over: nobody acted, it is the site that says so. */
export function noteEnds(db: Db, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    for (const { role, pseudonym, scope, at } of await takeEnded(tx, now)) {
      const { object } = await findDomain(tx, scope)
      await recordAct(
        tx,
        { at: now, role: 'operator', actor: operator.pseudonym, action: 'role.ended', object },
        { role, person: pseudonym, until: at.toISOString() },
      )
    }
  })
}

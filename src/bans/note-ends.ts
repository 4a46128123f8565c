import { recordAct } from '../journal/index.ts'
import { operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockOver, saveEnd } from './store.ts'

/** Writes in the journal that bans are over whose time has come: nobody acted, it is the site that says so. */
export function noteBanEnds(db: Db, now: Date): Promise<void> {
  return inTransaction(db, (tx) => endOver(tx, now))
}

/** The same, within an act that needs them ended. */
export async function endOver(tx: Db, now: Date): Promise<void> {
  for (const { id, until } of await lockOver(tx, now)) {
    await saveEnd(tx, id, { at: now, kind: 'over', by: null, reason: null })
    await recordAct(
      tx,
      {
        at: now,
        role: 'operator',
        actor: operator.pseudonym,
        action: 'ban.over',
        object: `ban/${id}`,
      },
      { until: until.toISOString() },
    )
  }
}

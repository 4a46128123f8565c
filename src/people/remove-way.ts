import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { lockPerson } from './store.ts'
import { tellOfChange } from './way-mail.ts'
import { deleteWay, listWays } from './way-store.ts'
import { isLastWay, isRemovable, type Means } from './way.ts'

type Removing = { personId: number; id: number; way: string; means: Means; mailing: Mailing }

export type RemovedWay = { ok: true } | { ok: false; problem: 'last-way' }

/** Takes one of somebody's own ways in away, never the last; `way` is what it is called. */
export function removeWay(db: Db, removing: Removing, now: Date): Promise<RemovedWay> {
  const { personId, id, way, means, mailing } = removing
  return inTransaction(db, async (tx) => {
    await lockPerson(tx, personId)
    const ways = await listWays(tx, personId)
    const found = ways.find((known) => known.id === id)
    if (!found || !isRemovable(found)) throw new NotFound('way in')
    if (isLastWay(id, ways, means)) return { ok: false, problem: 'last-way' }
    await deleteWay(tx, id)
    const isAddress = found.provider === 'email'
    const change = { what: 'removed', kind: isAddress ? 'email' : 'provider', way } as const
    // Whoever reads that mailbox, too.
    const also = isAddress ? [found.subject] : []
    await tellOfChange(tx, mailing, { personId, change, also }, now)
    return { ok: true }
  })
}

import { recordAct } from '../journal/index.ts'
import type { Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { countMissing, payloadOfAudit } from './audit.ts'
import { countCriteria } from './conformity.ts'
import { lockOpen, requireKeeper } from './enter-audit.ts'
import { listFindings, savePublication } from './store.ts'

export type Published = { ok: true } | { ok: false; problem: 'not-whole' | 'nothing-applies' }

/**
 * Publishes an audit that is entered whole: the site declares what follows from it, and it stays as it is. Refused while a
 * criterion is left out on a page, since a rate of what was chosen would say nothing.
 */
export function publishAudit(db: Db, actor: Actor, id: number, now: Date): Promise<Published> {
  return inTransaction(db, async (tx) => {
    const { role, by } = requireKeeper(actor)
    const audit = await lockOpen(tx, id)
    const findings = await listFindings(tx, id)
    const missing = [...countMissing(audit, findings).values()]
    if (missing.some((count) => count > 0)) return { ok: false, problem: 'not-whole' }
    const counted = countCriteria(findings)
    if (counted.applicable === 0) return { ok: false, problem: 'nothing-applies' }
    await savePublication(tx, id, counted, { by, at: now })
    const act = { at: now, role, actor: actor.pseudonym, object: `audit/${id}` }
    const payload = payloadOfAudit(audit, findings, counted)
    await recordAct(tx, { ...act, action: 'audit.published' }, payload)
    return { ok: true }
  })
}

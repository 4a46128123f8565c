import { listActs, recordAct } from '../journal/index.ts'
import type { Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { dayInParis, type Day } from '../platform/paris-days.ts'
import { countMissing, hashOfAudit, payloadOfAudit, type Audit, type Finding } from './audit.ts'
import { countCriteria } from './conformity.ts'
import { requireAudit, requireKeeper } from './enter-audit.ts'
import { deleteAudit, listFindings, lockAudit, savePublication } from './store.ts'

export type Hindrance = 'not-whole' | 'nothing-applies' | 'past-dates'
export type Published =
  | { ok: true; already: boolean }
  | { ok: false; problem: Hindrance | 'changed-since' }

/** `read`: the hash of what was shown before it was asked for. */
type Publishing = { id: number; read: string }

/**
 * Publishes an audit that is entered whole, as it was shown: the site declares what follows from it, and it stays as it is.
 * Refused while a criterion is left out on a page, since a rate of what was chosen would say nothing.
 */
export function publishAudit(
  db: Db,
  actor: Actor,
  { id, read }: Publishing,
  now: Date,
): Promise<Published> {
  return inTransaction(db, async (tx) => {
    const { role, by } = requireKeeper(actor)
    const audit = await requireAudit(tx, id)
    if (audit.publishedAt) return { ok: true, already: true }
    const findings = await listFindings(tx, id)
    const problem = hindranceOf(audit, findings, dayInParis(now))
    if (problem) return { ok: false, problem }
    if (hashOfAudit(audit, findings) !== read) return { ok: false, problem: 'changed-since' }
    const counted = countCriteria(findings)
    await savePublication(tx, id, counted, { by, at: now })
    const act = { at: now, role, actor: actor.pseudonym, object: `audit/${id}` }
    const payload = payloadOfAudit(audit, findings, counted)
    await recordAct(tx, { ...act, action: 'audit.published' }, payload)
    return { ok: true, already: false }
  })
}

/** Why an audit cannot be published as it stands; null where it can. */
export function hindranceOf(
  { pages }: Audit,
  findings: readonly Finding[],
  today: Day,
): Hindrance | null {
  const missing = [...countMissing(pages, findings).values()]
  if (missing.some((count) => count > 0)) return 'not-whole'
  if (countCriteria(findings).applicable === 0) return 'nothing-applies'
  const past = findings.some(({ remedyOn }) => remedyOn !== null && remedyOn < today)
  return past ? 'past-dates' : null
}

/** Throws an audit away that nobody has read; one that is published stays. */
export function removeAudit(
  db: Db,
  actor: Actor,
  id: number,
  now: Date,
): Promise<'removed' | 'removed-already' | 'published-since'> {
  return inTransaction(db, async (tx) => {
    const { role } = requireKeeper(actor)
    const audit = await lockAudit(tx, id)
    if (!audit && (await wasRemoved(tx, id))) return 'removed-already'
    if (!audit) throw new NotFound(`audit ${id}`)
    if (audit.publishedAt) return 'published-since'
    await deleteAudit(tx, id)
    const act = { at: now, role, actor: actor.pseudonym, object: `audit/${id}` }
    await recordAct(tx, { ...act, action: 'audit.removed' }, { audit: id })
    return 'removed'
  })
}

async function wasRemoved(db: Db, id: number): Promise<boolean> {
  const removed = await listActs(db, ['audit.removed'])
  return removed.some(({ object }) => object === `audit/${id}`)
}

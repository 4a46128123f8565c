import { lockContribution, saveWithheld } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { queueNotice } from './queue-notice.ts'
import { saveRelease, saveWithholding } from './store.ts'
import { checkReason, type WithholdingProblem } from './withholding.ts'

export type Withheld = { ok: true } | { ok: false; problem: WithholdingProblem }

type Withholding = {
  number: number
  reason: string
  /** Null where nobody is told: in the past that the demonstration is given. */
  mailing: Mailing | null
}

/** Takes a contribution out of sight, with a reason that stays public and that its author is told. */
export function withholdContribution(
  db: Db,
  actor: Actor,
  { number, reason, mailing }: Withholding,
  now: Date,
): Promise<Withheld> {
  return inTransaction(db, async (tx) => {
    const said = await lockContribution(tx, number)
    if (!said) throw new NotFound('contribution')
    const role = authorize(actor, 'contribution.withhold', { reportId: said.reportId })
    const problem = checkReason(reason)
    if (problem) return { ok: false, problem }
    if (said.state === 'withheld') return { ok: false, problem: 'withheld-already' }

    const kept = reason.trim()
    const by = { contributionNumber: number, reason: kept, withheldAt: now }
    const id = await saveWithholding(tx, { ...by, withheldBy: requirePerson(actor) })
    await saveWithheld(tx, number, true)
    const object = `contribution/${number}`
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'contribution.withheld', object },
      { withholding: id, reason: sha256(kept).toString('hex') },
    )
    if (mailing) await queueNotice(tx, mailing, { said, kind: 'withheld', reason: kept }, now)
    return { ok: true }
  })
}

/** Shows a withheld contribution again; the trace that it was withheld stays. */
export function releaseContribution(
  db: Db,
  actor: Actor,
  { number, mailing }: { number: number; mailing: Mailing },
  now: Date,
): Promise<Withheld> {
  return inTransaction(db, async (tx) => {
    const said = await lockContribution(tx, number)
    if (!said) throw new NotFound('contribution')
    const role = authorize(actor, 'contribution.withhold', { reportId: said.reportId })
    const release = {
      contributionNumber: number,
      releasedBy: requirePerson(actor),
      releasedAt: now,
    }
    const released = await saveRelease(tx, release)
    if (!released) return { ok: false, problem: 'not-withheld' }
    await saveWithheld(tx, number, false)
    const object = `contribution/${number}`
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'contribution.released', object },
      { withholding: released.id },
    )
    await queueNotice(tx, mailing, { said, kind: 'released', reason: released.reason }, now)
    return { ok: true }
  })
}

function requirePerson({ personId }: Actor): number {
  if (personId === null) throw new SignInNeeded()
  return personId
}

import { findContribution } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { requireCharter, requirePerson } from '../moderation/index.ts'
import { hasWayIn, lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newSalt } from '../platform/ids.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { hashConcerned } from './ban.ts'
import { queueWarningNotice } from './queue-notice.ts'
import {
  checkWarning,
  isGivenAgain,
  payloadOfWarning,
  type TypedWarning,
  type WarningProblem,
} from './warning.ts'
import { findNewestWarning, saveWarning } from './warning-store.ts'

export type Warned = { ok: true; id: number } | { ok: false; problems: WarningProblem[] }

type Giving = { number: number; typed: TypedWarning; mailing: Mailing | null }

/** Once for each form that is sent: tells whoever wrote a contribution which rule they broke, and that they may be kept from taking part next time. */
export function giveWarning(
  db: Db,
  actor: Actor,
  { number, typed, mailing }: Giving,
  now: Date,
): Promise<Warned> {
  return inTransaction(db, async (tx) => {
    const said = await findContribution(tx, number)
    if (!said) throw new NotFound('contribution')
    const person = await lockPerson(tx, said.authorId)
    const role = authorize(actor, 'warning.give', { reportId: said.reportId })
    const charter = await requireCharter(tx)
    const giverId = requirePerson(actor)
    const newest = await findNewestWarning(tx, { ...said, personId: said.authorId })
    if (newest && isGivenAgain(typed, { giverId, number, newest }))
      return { ok: true, id: newest.id }
    const problems = checkWarning(typed, {
      newest,
      giverId,
      personId: said.authorId,
      hasAccount: await hasWayIn(tx, said.authorId),
      rules: charter.rules.map((rule) => rule.number),
    })
    if (problems.length > 0 || !person) return { ok: false, problems }
    const salt = newSalt()
    const warning = {
      personId: said.authorId,
      reportId: said.reportId,
      contributionNumber: number,
      version: charter.version,
      rule: typed.rule ?? 0,
      reason: typed.reason.trim(),
      givenAt: now,
    }
    const id = await saveWarning(tx, { ...warning, givenById: giverId, salt })
    const concerned = hashConcerned(salt, { pseudonym: person.pseudonym, contribution: number })
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'warning.given', object: `warning/${id}` },
      payloadOfWarning({ ...warning, concerned }),
    )
    if (mailing) await queueWarningNotice(tx, mailing, warning, now)
    return { ok: true, id }
  })
}

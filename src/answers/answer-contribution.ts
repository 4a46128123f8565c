import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  isAmendment,
  holdContribution,
  requireReadBlock,
  saveSettled,
  type Amendment,
  type Contribution,
} from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import {
  lockReport,
  replaceInWorkingText,
  type Report,
  type ReplacementProblem,
} from '../reports/index.ts'
import { checkAnswer, type AnswerProblem, type Decision } from './answer.ts'
import { queueAnswerNotice } from './queue-notice.ts'
import { findAnswerTo, saveAnswer } from './store.ts'

export type GivenAnswer = {
  report: Report
  contribution: Contribution
  /** The revision of it that was read. */
  read: number
  decision: Decision | null
  reason: string
  /** Null where nobody is told: in the past that the demonstration is given. */
  mailing: Mailing | null
}

export type Answered = { ok: true } | { ok: false; problems: AnswerProblem[] }

/** Answers a contribution once, as it was read; accepting an amendment changes the working text, with it as the cause. */
export async function answerContribution(
  db: Db,
  actor: Actor,
  given: GivenAnswer,
  now: Date,
): Promise<Answered> {
  const { report, contribution, read, decision, reason, mailing } = given
  const role = authorize(actor, 'contribution.answer', { reportId: report.id })
  const problems = checkAnswer(decision, reason)
  if (decision === null || problems.length > 0) return { ok: false, problems }
  const kept = reason.trim()

  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const known = await findAnswerTo(tx, contribution.number)
    if (known) return { ok: false, problems: ['answered-already'] }
    const moved = await holdContribution(tx, { number: contribution.number, revision: read })
    if (moved) return { ok: false, problems: [moved] }
    if (decision === 'accepted' && isAmendment(contribution)) {
      const changed = await mergeAmendment(tx, report, contribution, now)
      if (!changed.ok) return { ok: false, problems: [changed.problem] }
    }
    const id = await saveAnswer(tx, {
      reportId: report.id,
      decision,
      reason: kept,
      answeredBy: requirePerson(actor),
      answeredAt: now,
      contributionNumbers: [contribution.number],
    })
    await saveSettled(tx, [contribution.number], now)
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'contribution.answered',
        object: `contribution/${contribution.number}`,
      },
      { answer: id, decision, reason: sha256(kept).toString('hex') },
    )
    if (mailing) await queueAnswerNotice(tx, mailing, { contribution, decision, reason: kept }, now)
    return { ok: true }
  })
}

async function mergeAmendment(
  tx: Db,
  report: Report,
  amendment: Amendment,
  now: Date,
): Promise<{ ok: true } | { ok: false; problem: ReplacementProblem }> {
  const {
    number,
    base: { sentences },
    content: { wording },
  } = amendment
  const block = await requireReadBlock(tx, amendment)
  const cause = { kind: 'contribution' as const, contributionNumber: number }
  return replaceInWorkingText(tx, { report, base: block, sentences, wording }, [cause], now)
}

function requirePerson(actor: Actor): number {
  if (actor.personId === null) throw new SignInNeeded()
  return actor.personId
}

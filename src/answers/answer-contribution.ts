import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { requireReadBlock, type Amendment } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import {
  lockReport,
  replaceInWorkingText,
  type Report,
  type ReplacementProblem,
} from '../reports/index.ts'
import { checkAnswer, type AnswerProblem, type Decision } from './answer.ts'
import { findAnswerTo, saveAnswer } from './store.ts'

export type GivenAnswer = {
  report: Report
  contribution: Amendment
  decision: Decision | null
  reason: string
}

export type Answered = { ok: true } | { ok: false; problems: AnswerProblem[] }

/** Answers a contribution once; accepting an amendment changes the working text, with it as the cause. */
export async function answerContribution(
  db: Db,
  actor: Actor,
  given: GivenAnswer,
  now: Date,
): Promise<Answered> {
  const { report, contribution, decision, reason } = given
  const role = authorize(actor, 'contribution.answer', { reportId: report.id })
  const problems = checkAnswer(decision, reason)
  if (decision === null || problems.length > 0) return { ok: false, problems }

  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const known = await findAnswerTo(tx, contribution.number)
    if (known) return { ok: false, problems: ['answered-already'] }
    if (decision === 'accepted') {
      const changed = await mergeAmendment(tx, report, contribution, now)
      if (!changed.ok) return { ok: false, problems: [changed.problem] }
    }
    const id = await saveAnswer(tx, {
      reportId: report.id,
      decision,
      reason: reason.trim(),
      answeredBy: requirePerson(actor),
      answeredAt: now,
      contributionNumbers: [contribution.number],
    })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'contribution.answered',
        object: `contribution/${contribution.number}`,
      },
      { answer: id, decision, reason: sha256(reason.trim()).toString('hex') },
    )
    return { ok: true }
  })
}

async function mergeAmendment(
  tx: Db,
  report: Report,
  amendment: Amendment,
  now: Date,
): Promise<{ ok: true } | { ok: false; problem: ReplacementProblem }> {
  const { number, sentences, wording } = amendment
  const base = await requireReadBlock(tx, amendment)
  const cause = { kind: 'contribution' as const, contributionNumber: number }
  return replaceInWorkingText(tx, { report, base, sentences, wording }, [cause], now)
}

function requirePerson(actor: Actor): number {
  if (actor.personId === null) throw new SignInNeeded()
  return actor.personId
}

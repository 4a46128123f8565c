import { listAnswerAccounts, payloadOfAbout, type AnswerAccount } from '../answers/index.ts'
import { listSettled } from '../contributions/index.ts'
import { listActs } from '../journal/index.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountProblem } from './verify-accounts.ts'

export type AnswerFinding = {
  kind: 'answer'
  object: string
  problem: AccountProblem | 'without-contribution' | 'of-another-report' | 'settled-otherwise'
}

/** Every answer stands in the journal once for each contribution that it answers, decision and reason. */
export async function verifyAnswers(db: Db): Promise<AnswerFinding[]> {
  const rows = await listAnswerAccounts(db)
  const acts = await listActs(db, ['contribution.answered'])
  const findings = [
    ...rows.flatMap(findMisplaced),
    ...compareSettled(rows, await listSettled(db)),
    ...compareAccounts(rows.flatMap(toAccount), acts),
  ]
  return findings.map((finding) => ({ kind: 'answer', ...finding }))
}

function findMisplaced(row: AnswerAccount): Omit<AnswerFinding, 'kind'>[] {
  const { id, contributionNumber, reportId, contributionReportId } = row
  if (contributionNumber === null) {
    return [{ object: `answer/${id}`, problem: 'without-contribution' }]
  }
  if (reportId === contributionReportId) return []
  return [{ object: `contribution/${contributionNumber}`, problem: 'of-another-report' }]
}

/** Words are held from the moment of their answer on, and from no other. */
function compareSettled(
  rows: readonly AnswerAccount[],
  settled: ReadonlyMap<number, Date>,
): Omit<AnswerFinding, 'kind'>[] {
  const answered = new Map(rows.map((row) => [row.contributionNumber, Number(row.answeredAt)]))
  const numbers = new Set([...answered.keys(), ...settled.keys()])
  return [...numbers].flatMap((number) =>
    number === null || answered.get(number) === Number(settled.get(number))
      ? []
      : [{ object: `contribution/${number}`, problem: 'settled-otherwise' as const }],
  )
}

function toAccount(row: AnswerAccount): Account[] {
  const { id, contributionNumber, decision, reason, answeredAt, answerer, about } = row
  if (contributionNumber === null) return []
  return [
    {
      object: `contribution/${contributionNumber}`,
      at: answeredAt,
      actor: answerer,
      says: {
        answer: id,
        decision,
        reason: sha256(reason).toString('hex'),
        // What the row does not name must not be in the journal either.
        group: null,
        controversy: null,
        ...payloadOfAbout(about),
      },
    },
  ]
}

import type { Contribution } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Decision } from './decision.ts'

/** Every decision on a contribution, the newest first. */
export function listDecisions(db: Db, contributionNumber: number): Promise<Decision[]> {
  return decisions(db)
    .where('decision.contribution_number', '=', contributionNumber)
    .orderBy('decision.decided_at', 'desc')
    .orderBy('decision.id', 'desc')
    .execute()
}

export type NewDecision = Omit<Decision, 'id' | 'decidedBy' | 'decidedById' | 'asWithholding'> & {
  decidedById: number
}

export async function saveDecision(tx: Db, decision: NewDecision): Promise<number> {
  const { id } = await tx
    .insertInto('moderation_decision')
    .values({
      contribution_number: decision.contributionNumber,
      outcome: decision.outcome,
      ends: decision.ends,
      hold_id: decision.holdId,
      revision: decision.revision,
      reason: decision.reason,
      decided_by: decision.decidedById,
      decided_at: decision.decidedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A decision as its row says it, for comparing with the journal. */
export type DecisionAccount = Decision & {
  /** What its contribution is now. */
  state: Contribution['state']
  /** The pseudonym of whoever decided. */
  pseudonym: string | null
}

export function listDecisionAccounts(db: Db): Promise<DecisionAccount[]> {
  return decisions(db)
    .innerJoin('contribution', 'contribution.number', 'decision.contribution_number')
    .select(['contribution.state', 'person.pseudonym'])
    .orderBy('decision.id')
    .execute()
}

function decisions(db: Db) {
  return db
    .selectFrom('moderation_decision as decision')
    .leftJoin('person', 'person.id', 'decision.decided_by')
    .select(['decision.id', 'decision.contribution_number as contributionNumber'])
    .select(['decision.outcome', 'decision.ends', 'decision.hold_id as holdId'])
    .select(['decision.revision', 'decision.reason', 'decision.decided_by as decidedById'])
    .select(['person.display_name as decidedBy', 'decision.decided_at as decidedAt'])
    .select('decision.as_withholding as asWithholding')
}

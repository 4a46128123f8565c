import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Range } from './cut.ts'
import type { Decision, Ground } from './decision.ts'

/** Every decision on a contribution, the newest first. */
export async function listDecisions(db: Db, contributionNumber: number): Promise<Decision[]> {
  const rows = await decisions(db)
    .where('decision.contribution_number', '=', contributionNumber)
    .orderBy('decision.decided_at', 'desc')
    .orderBy('decision.id', 'desc')
    .execute()
  return rows.map(fromRow)
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
      ...groundValues(decision.ground),
      decided_by: decision.decidedById,
      decided_at: decision.decidedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const cuts = decision.cuts.map(({ start, end }) => ({
    decision_id: id,
    start_offset: start,
    end_offset: end,
  }))
  if (cuts.length > 0) await tx.insertInto('moderation_cut').values(cuts).execute()
  const files = decision.files.map((position) => ({ decision_id: id, position }))
  if (files.length > 0) await tx.insertInto('moderation_cut_file').values(files).execute()
  return id
}

export function groundValues(ground: Ground | null) {
  if (ground === null) return {}
  if ('law' in ground) return { law: ground.law }
  return { charter_version: ground.version, rule: ground.rule }
}

/** A decision as its row says it, for comparing with the journal. */
export type DecisionAccount = Decision & {
  /** Which decision's cuts its contribution is shown with. */
  cutBy: number | null
  /** The pseudonym of whoever decided. */
  pseudonym: string | null
}

export async function listDecisionAccounts(db: Db): Promise<DecisionAccount[]> {
  const rows = await decisions(db)
    .innerJoin('contribution', 'contribution.number', 'decision.contribution_number')
    .select(['contribution.cut_by as cutBy', 'person.pseudonym'])
    .orderBy('decision.id')
    .execute()
  return rows.map(({ cutBy, pseudonym, ...row }) => ({ ...fromRow(row), cutBy, pseudonym }))
}

function decisions(db: Db) {
  return db
    .selectFrom('moderation_decision as decision')
    .leftJoin('person', 'person.id', 'decision.decided_by')
    .select(['decision.id', 'decision.contribution_number as contributionNumber'])
    .select(['decision.outcome', 'decision.ends', 'decision.hold_id as holdId'])
    .select(['decision.charter_version as version', 'decision.rule', 'decision.law'])
    .select(['decision.revision', 'decision.reason', 'decision.decided_by as decidedById'])
    .select(['person.display_name as decidedBy', 'decision.decided_at as decidedAt'])
    .select('decision.as_withholding as asWithholding')
    .select(
      sql<Range[] | null>`(
        select json_agg(json_build_object('start', start_offset, 'end', end_offset) order by start_offset)
        from moderation_cut where decision_id = decision.id
      )`.as('cuts'),
    )
    .select(
      sql<number[] | null>`(
        select json_agg(position order by position)
        from moderation_cut_file where decision_id = decision.id
      )`.as('files'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>

function fromRow({ version, rule, law, cuts, files, ...row }: Row): Decision {
  const ground = groundOf({ version, rule, law })
  return { ...row, ground, cuts: cuts ?? [], files: files ?? [] }
}

type GroundColumns = { version: number | null; rule: number | null; law: string | null }

/** A ground as its columns have it. */
export function groundOf({ version, rule, law }: GroundColumns): Ground | null {
  if (law !== null) return { law }
  return version !== null && rule !== null ? { version, rule } : null
}

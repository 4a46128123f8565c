import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/** Of one helix side, or of those who said none: each contribution is counted once beside the sum. */
export type BalanceRow = {
  side: string | null
  received: number
  published: number
  waiting: number
  withheld: number
  withdrawn: number
}

/** What became of everything that a report received. */
export async function balanceContributions(db: Db, reportId: number): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select helix_side as side, count(*)::integer as received,
      count(*) filter (where state = 'published' and withdrawn_at is null)::integer as published,
      count(*) filter (where state = 'pending' and withdrawn_at is null)::integer as waiting,
      count(*) filter (where state = 'withheld' and withdrawn_at is null)::integer as withheld,
      count(*) filter (where withdrawn_at is not null)::integer as withdrawn
    from contribution where report_id = ${reportId} group by helix_side order by helix_side`.execute(
    db,
  )
  return rows
}

/** How many the journal says were received for that report, and how many of them came with consultations. */
export async function countJournalled(
  db: Db,
  reportId: number,
): Promise<{ journalled: number; imported: number }> {
  const { rows } = await sql<{ journalled: number; imported: number }>`
    select (
        select count(distinct contribution.number)::integer from contribution
        join journal_entry on journal_entry.object = 'contribution/' || contribution.number
          and journal_entry.action in ('contribution.published', 'contribution.received')
        where contribution.report_id = ${reportId}
      ) as journalled, (
        select count(*)::integer from contribution
        where report_id = ${reportId} and origin = 'import'
      ) as imported`.execute(db)
  return rows[0] ?? { journalled: 0, imported: 0 }
}

/** What waited, or waits, for longer than is promised now. */
export type LateHold = { number: number; heldAt: Date; endedAt: Date | null }

type Late = { reportId: number; promisedDays: number; now: Date; limit: number }

/** The longest first. */
export function listLateHolds(
  db: Db,
  { reportId, promisedDays, now, limit }: Late,
): Promise<LateHold[]> {
  const waited = sql<number>`coalesce(hold.ended_at, ${now}::timestamptz) - hold.held_at`
  return db
    .selectFrom('moderation_hold as hold')
    .innerJoin('contribution', 'contribution.number', 'hold.contribution_number')
    .select(['contribution.number', 'hold.held_at as heldAt', 'hold.ended_at as endedAt'])
    .where('contribution.report_id', '=', reportId)
    .where((where) =>
      where.or([
        where('hold.ended_at', 'is not', null),
        where('contribution.withdrawn_at', 'is', null),
      ]),
    )
    .where(sql<boolean>`${waited} > make_interval(days => ${promisedDays})`)
    .orderBy(waited, 'desc')
    .limit(limit)
    .execute()
}

/** A decision that was taken back: when, and its reasons where it has any; `readable`: its words do not wait. */
export type Undone = { id: number; number: number; at: Date; reasoned: boolean; readable: boolean }

/** The newest first. */
export function listUndone(db: Db, reportId: number, limit: number): Promise<Undone[]> {
  return db
    .selectFrom('moderation_decision as undoing')
    .innerJoin('moderation_decision as undone', 'undone.id', 'undoing.ends')
    .innerJoin('contribution', 'contribution.number', 'undone.contribution_number')
    .select(['undone.id', 'contribution.number', 'undoing.decided_at as at'])
    .select(sql<boolean>`undone.reason <> ''`.as('reasoned'))
    .select(sql<boolean>`contribution.state <> 'pending'`.as('readable'))
    .where('contribution.report_id', '=', reportId)
    .where('undoing.outcome', '=', 'undone')
    .orderBy('undoing.decided_at', 'desc')
    .limit(limit)
    .execute()
}

/** `readable`: it does not wait for a moderator, as it may have when it was withdrawn. */
export type Withdrawn = { number: number; withdrawnAt: Date; readable: boolean }

/** The newest first. */
export async function listWithdrawn(db: Db, reportId: number, limit: number): Promise<Withdrawn[]> {
  const rows = await db
    .selectFrom('contribution')
    .select(['number', 'withdrawn_at as withdrawnAt', 'state'])
    .where('report_id', '=', reportId)
    .where('withdrawn_at', 'is not', null)
    .orderBy('withdrawn_at', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ number, withdrawnAt, state }) =>
    withdrawnAt ? [{ number, withdrawnAt, readable: state !== 'pending' }] : [],
  )
}

/** A decision that somebody contested; `outcome` null: it waits. */
export type ContestedDecision = {
  id: number
  number: number
  receivedAt: Date
  decidedAt: Date | null
  outcome: 'confirmed' | 'reversed' | null
}

/** Those that wait first, then the newest; what was withdrawn is none. */
export function listContested(
  db: Db,
  reportId: number,
  limit: number,
): Promise<ContestedDecision[]> {
  return db
    .selectFrom('appeal')
    .innerJoin('contribution', 'contribution.number', 'appeal.contribution_number')
    .select(['appeal.id', 'contribution.number', 'appeal.received_at as receivedAt'])
    .select(['appeal.decided_at as decidedAt', 'appeal.outcome'])
    .where('contribution.report_id', '=', reportId)
    .where('appeal.withdrawn_at', 'is', null)
    .orderBy(sql`appeal.decided_at is not null`)
    .orderBy('appeal.id', 'desc')
    .limit(limit)
    .execute()
}

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Candidate } from './cause.ts'

/**
 * What is known of the contributions of these numbers. In an act their rows are held until it ends, in
 * one order for all: nobody withdraws what a change is being made for.
 */
export async function listCandidates(db: Db, numbers: readonly number[]): Promise<Candidate[]> {
  if (numbers.length === 0) return []
  const asked = db
    .selectFrom('contribution')
    .select(['number', 'report_id as reportId', 'state'])
    .select(wasDeclined.as('declined'))
    .where('number', 'in', numbers)
    .orderBy('number')
  return (db.isTransaction ? asked.forNoKeyUpdate() : asked).execute()
}

const wasDeclined = sql<boolean>`exists (
  select from answer_contribution link join answer on answer.id = link.answer_id
  where link.contribution_number = contribution.number and answer.decision = 'declined')`

/** Which of these changes put a block back that had been taken out before, by their ids. */
export async function listReturns(db: Db, changeIds: readonly number[]): Promise<Set<number>> {
  if (changeIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('change')
    .select('id')
    .where('id', 'in', changeIds)
    .where(
      sql<boolean>`exists (select from change as earlier
        where earlier.block_id = change.block_id and earlier.id < change.id
          and earlier.operation = 'remove-block')`,
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

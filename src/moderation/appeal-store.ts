import { sql } from 'kysely'
import { rolesFor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Appeal } from './appeal.ts'
import { flaggerId } from './flag-store.ts'

type NewAppeal = Pick<
  Appeal,
  | 'contributionNumber'
  | 'decisionId'
  | 'flagId'
  | 'verdictId'
  | 'contestedById'
  | 'reason'
  | 'receivedAt'
>

export async function saveAppeal(tx: Db, appeal: NewAppeal): Promise<number> {
  const { id } = await tx
    .insertInto('appeal')
    .values({
      contribution_number: appeal.contributionNumber,
      decision_id: appeal.decisionId,
      flag_id: appeal.flagId,
      verdict_id: appeal.verdictId,
      contested_by: appeal.contestedById,
      reason: appeal.reason,
      received_at: appeal.receivedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveAppealWithdrawal(tx: Db, id: number, now: Date): Promise<void> {
  await tx.updateTable('appeal').set({ withdrawn_at: now }).where('id', '=', id).execute()
}

type Answer = Pick<Appeal, 'outcome' | 'answer' | 'decidedById' | 'decidedAt' | 'resultId'>

export async function saveAnswer(tx: Db, id: number, answer: Answer): Promise<void> {
  await tx
    .updateTable('appeal')
    .set({
      outcome: answer.outcome,
      answer: answer.answer,
      decided_by: answer.decidedById,
      decided_at: answer.decidedAt,
      result_id: answer.resultId,
    })
    .where('id', '=', id)
    .execute()
}

export function findAppeal(db: Db, id: number): Promise<Appeal | undefined> {
  return appeals(db).where('appeal.id', '=', id).executeTakeFirst()
}

/** Every appeal on a contribution, the newest first. */
export function listAppeals(db: Db, contributionNumber: number): Promise<Appeal[]> {
  return appeals(db)
    .where('appeal.contribution_number', '=', contributionNumber)
    .orderBy('appeal.id', 'desc')
    .execute()
}

/** Those that wait for somebody to decide. */
export function listOpenAppeals(db: Db, contributionNumber: number): Promise<Appeal[]> {
  return appeals(db)
    .where('appeal.contribution_number', '=', contributionNumber)
    .where('appeal.withdrawn_at', 'is', null)
    .where('appeal.decided_at', 'is', null)
    .orderBy('appeal.id')
    .execute()
}

/** Those of a report that wait, the longest first. */
export function listAppealsOf(db: Db, reportId: number): Promise<Appeal[]> {
  return appeals(db)
    .where('contribution.report_id', '=', reportId)
    .where('appeal.withdrawn_at', 'is', null)
    .where('appeal.decided_at', 'is', null)
    .orderBy('appeal.received_at')
    .orderBy('appeal.id')
    .execute()
}

function appeals(db: Db) {
  return db
    .selectFrom('appeal')
    .innerJoin('contribution', 'contribution.number', 'appeal.contribution_number')
    .leftJoin('flag', 'flag.id', 'appeal.flag_id')
    .select(['appeal.id', 'appeal.contribution_number as contributionNumber'])
    .select(['appeal.decision_id as decisionId', 'appeal.flag_id as flagId'])
    .select(['appeal.verdict_id as verdictId', 'appeal.contested_by as contestedById'])
    .select(['appeal.reason', 'appeal.received_at as receivedAt'])
    .select(['appeal.withdrawn_at as withdrawnAt', 'appeal.outcome', 'appeal.answer'])
    .select(['appeal.decided_by as decidedById', 'appeal.decided_at as decidedAt'])
    .select('appeal.result_id as resultId')
    .select(
      sql<number | null>`case when appeal.flag_id is null
        then contribution.author_id else ${flaggerId} end`.as('appellantId'),
    )
}

/** How many who moderate the report could decide, whom it does not concern. */
export async function countDeciders(
  db: Db,
  { reportId, except }: { reportId: number; except: readonly number[] },
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(distinct person_id) as count from role_grant
    where role::text = any(${[...rolesFor('contribution.moderate')]}::text[])
      and (scope_kind = 'site' or (scope_kind = 'report' and scope_id = ${reportId}))
      and from_at <= ${now} and (until_at is null or until_at > ${now})
      and person_id <> all(${[...except]}::integer[])`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** `reference`: of its flag; `author`, `by`: the pseudonyms of who wrote what it is about, and of who decided. */
export type AppealAccount = Appeal & {
  reference: string | null
  author: string
  by: string | null
}

export function listAppealAccounts(db: Db): Promise<AppealAccount[]> {
  return appeals(db)
    .innerJoin('person as author', 'author.id', 'contribution.author_id')
    .leftJoin('person as decider', 'decider.id', 'appeal.decided_by')
    .select(['flag.reference', 'decider.pseudonym as by', 'author.pseudonym as author'])
    .orderBy('appeal.id')
    .execute()
}

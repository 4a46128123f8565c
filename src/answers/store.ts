import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { toAbout, type About, type Answer, type Decision } from './answer.ts'

export async function findAnswerTo(
  db: Db,
  contributionNumber: number,
): Promise<Answer | undefined> {
  const row = await answers(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('answer_contribution as given')
          .select('given.answer_id')
          .whereRef('given.answer_id', '=', 'answer.id')
          .where('given.contribution_number', '=', contributionNumber),
      ),
    )
    .executeTakeFirst()
  return row && toAnswer(row)
}

/** An answer of a report, by its id. */
export async function findAnswer(
  db: Db,
  reportId: number,
  id: number,
): Promise<Answer | undefined> {
  const row = await answers(db)
    .where('answer.report_id', '=', reportId)
    .where('answer.id', '=', id)
    .executeTakeFirst()
  return row && toAnswer(row)
}

/** Answers given to a group or a controversy as a whole, in order. */
export async function listAnswersAbout(db: Db, { kind, id }: About): Promise<Answer[]> {
  const column = kind === 'group' ? 'answer.group_id' : 'answer.controversy_id'
  const rows = await answers(db).where(column, '=', id).execute()
  return rows.map(toAnswer)
}

type SameAnswer = Omit<NewAnswer, 'reportId' | 'answeredAt' | 'about'>

/** The answer that says just this, of the same person to just these contributions: a form sent twice. */
export async function findSameAnswer(
  db: Db,
  reportId: number,
  { decision, reason, answeredBy, contributionNumbers }: SameAnswer,
): Promise<number | undefined> {
  const found = await answers(db)
    .where('answer.report_id', '=', reportId)
    .where('answer.decision', '=', decision)
    .where('answer.reason', '=', reason)
    .where('answer.answered_by', '=', answeredBy)
    .execute()
  const wanted = contributionNumbers.toSorted((one, other) => one - other).join()
  return found.find((answer) => answer.contributionNumbers.join() === wanted)?.id
}

/** What was decided on those of these contributions that have an answer. */
export async function listDecisions(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, Decision>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('answer_contribution as link')
    .innerJoin('answer', 'answer.id', 'link.answer_id')
    .select(['link.contribution_number as number', 'answer.decision'])
    .where('link.contribution_number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ number, decision }) => [number, decision]))
}

/** Those of these contributions that are named as the cause of a change. */
export async function listCausing(db: Db, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('change_cause')
    .select('contribution_number as number')
    .distinct()
    .where('contribution_number', 'in', numbers)
    .where('withdrawn_at', 'is', null)
    .orderBy('contribution_number')
    .execute()
  return rows.flatMap(({ number }) => number ?? [])
}

/** Answers given since the last edition, or frozen by that one. */
export async function listAnswers(
  db: Db,
  reportId: number,
  editionId: number | null,
): Promise<Answer[]> {
  const found = answers(db).where('answer.report_id', '=', reportId)
  const rows =
    editionId === null
      ? await found.where('answer.edition_id', 'is', null).execute()
      : await found.where('answer.edition_id', '=', editionId).execute()
  return rows.map(toAnswer)
}

export type NewAnswer = {
  reportId: number
  decision: Decision
  reason: string
  answeredBy: number
  answeredAt: Date
  contributionNumbers: number[]
  about: About | null
}

export async function saveAnswer(tx: Db, answer: NewAnswer): Promise<number> {
  const { id } = await tx
    .insertInto('answer')
    .values({
      report_id: answer.reportId,
      decision: answer.decision,
      reason: answer.reason,
      answered_by: answer.answeredBy,
      answered_at: answer.answeredAt,
      group_id: answer.about?.kind === 'group' ? answer.about.id : null,
      controversy_id: answer.about?.kind === 'controversy' ? answer.about.id : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const links = answer.contributionNumbers.map((number) => ({
    answer_id: id,
    contribution_number: number,
  }))
  await tx.insertInto('answer_contribution').values(links).execute()
  return id
}

/** Puts what was answered since the last edition into the one being published. */
export async function freezeAnswers(tx: Db, reportId: number, editionId: number): Promise<void> {
  await tx
    .updateTable('answer')
    .set({ edition_id: editionId })
    .where('report_id', '=', reportId)
    .where('edition_id', 'is', null)
    .execute()
}

/** What the journal says of an answer, as its rows say it; once for each contribution answered. */
export type AnswerAccount = {
  id: number
  decision: Decision
  reason: string
  answeredAt: Date
  answerer: string
  contributionNumber: number | null
  reportId: number
  contributionReportId: number | null
  about: About | null
}

export async function listAnswerAccounts(db: Db): Promise<AnswerAccount[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('person', 'person.id', 'answer.answered_by')
    .leftJoin('answer_contribution as link', 'link.answer_id', 'answer.id')
    .leftJoin('contribution', 'contribution.number', 'link.contribution_number')
    .select(['answer.id', 'answer.decision', 'answer.reason', 'answer.answered_at as answeredAt'])
    .select(['person.pseudonym as answerer', 'link.contribution_number as contributionNumber'])
    .select(['answer.report_id as reportId', 'contribution.report_id as contributionReportId'])
    .select(['answer.group_id as groupId', 'answer.controversy_id as controversyId'])
    .orderBy('answer.id')
    .execute()
  return rows.map(({ groupId, controversyId, ...row }) => ({
    ...row,
    about: toAbout(groupId, controversyId),
  }))
}

type AnswerRow = Omit<Answer, 'about'> & { groupId: number | null; controversyId: number | null }

function toAnswer({ groupId, controversyId, ...answer }: AnswerRow): Answer {
  return { ...answer, about: toAbout(groupId, controversyId) }
}

function answers(db: Db) {
  return db
    .selectFrom('answer')
    .innerJoin('person', 'person.id', 'answer.answered_by')
    .innerJoin('answer_contribution', 'answer_contribution.answer_id', 'answer.id')
    .leftJoin('edition', 'edition.id', 'answer.edition_id')
    .select([
      'answer.id',
      'answer.report_id as reportId',
      'answer.decision',
      'answer.reason',
      'person.display_name as answeredBy',
      'answer.answered_at as answeredAt',
      'edition.number as editionNumber',
      'answer.group_id as groupId',
      'answer.controversy_id as controversyId',
      sql<number[]>`array_agg(answer_contribution.contribution_number
        order by answer_contribution.contribution_number)`.as('contributionNumbers'),
    ])
    .groupBy(['answer.id', 'person.display_name', 'edition.number'])
    .orderBy('answer.id')
}

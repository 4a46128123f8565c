import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { passedOn } from '../reports/index.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Follow } from './news.ts'
import { firstActs } from './store.ts'

/** Until which day each digest can be made: a daily one, and weekly ones from Monday to Sunday. */
export type DueDays = { daily: Day; weekly: readonly Day[] }

const dueDay = ({ daily, weekly }: DueDays) => sql<Day>`
  (case setting.cadence when 'daily' then ${daily}::date
    else (${[...weekly]}::date[])[setting.weekday] end)`

const isDue = (days: DueDays) =>
  sql`setting.cadence <> 'none' and setting.digested_on < ${dueDay(days)}`

/**
 * Whoever wrote something since the last time has what it takes to be told of what comes of it: from when they first
 * wrote on.
 */
export async function ensureSettings(tx: Db, digestedOn: Day): Promise<void> {
  await sql`
    insert into notice_setting (person_id, told_until, digested_on)
    select author_id, min(sequence), ${digestedOn}::date
    from (${firstActs}) first join person on person.id = author_id and erased_at is null
    where not exists (select from notice_setting where person_id = author_id)
    group by author_id
    on conflict do nothing`.execute(tx)
}

/** After which entry the first of those begins whose digest is due; undefined where none is. */
export async function findOldestDue(db: Db, days: DueDays): Promise<number | undefined> {
  const { rows } = await sql<{ oldest: number | null }>`
    select min(told_until) as oldest from notice_setting setting where ${isDue(days)}`.execute(db)
  return rows[0]?.oldest ?? undefined
}

export type Due = {
  personId: number
  toldUntil: number
  answersAtOnce: boolean
  /** Of the digest. */
  day: Day
  locale: string
  /** Null where they have no address. */
  email: string | null
}

/** Holds some of those whose digest is due and whom nobody else holds. */
export async function lockDue(tx: Db, days: DueDays, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select setting.person_id as "personId", setting.told_until as "toldUntil",
      setting.answers as "answersAtOnce", ${dueDay(days)}::text as day, person.locale,
      (select subject from identity where identity.person_id = setting.person_id and provider = 'email'
        order by created_at, subject limit 1) as email
    from notice_setting setting join person on person.id = setting.person_id
    where ${isDue(days)}
    order by setting.told_until, setting.person_id limit ${limit}
    for update of setting skip locked`.execute(tx)
  return rows
}

/** They were told of all up to that entry, or there was nothing to tell. */
export async function saveTold(tx: Db, due: readonly Due[], toldUntil: number): Promise<void> {
  await sql`
    update notice_setting set told_until = greatest(told_until, ${toldUntil}), digested_on = told.day
    from unnest(${due.map(({ personId }) => personId)}::integer[], ${due.map(({ day }) => day)}::date[])
      as told (person_id, day)
    where notice_setting.person_id = told.person_id`.execute(tx)
}

export type NewDigest = { personId: number; day: Day; after: number; until: number; count: number }

/** Their ids, by person; nobody's who has one of that day already. */
export async function saveDigests(
  tx: Db,
  digests: readonly NewDigest[],
  now: Date,
): Promise<Map<number, number>> {
  if (digests.length === 0) return new Map()
  const rows = await tx
    .insertInto('notice')
    .values(
      digests.map(({ personId, day, after, until, count }) => ({
        person_id: personId,
        day,
        after_sequence: after,
        until_sequence: until,
        count,
        made_at: now,
      })),
    )
    .onConflict((on) => on.columns(['person_id', 'day']).doNothing())
    .returning(['id', 'person_id as personId'])
    .execute()
  return new Map(rows.map(({ id, personId }) => [personId, id]))
}

/** Notes that somebody is told of an answer; false where they were told before. */
export async function saveAnswerTold(
  tx: Db,
  { personId, answerId }: { personId: number; answerId: number },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('notice')
    .values({ person_id: personId, answer_id: answerId, made_at: now })
    .onConflict((on) => on.columns(['person_id', 'answer_id']).doNothing())
    .executeTakeFirst()
  return (inserted ?? 0n) > 0n
}

export type Window = { after: number; until: number; day: Date; madeAt: Date }

/** What one of somebody's digests was about; undefined where it is not theirs, or is forgotten. */
export async function findDigest(
  db: Db,
  personId: number,
  id: number,
): Promise<Window | undefined> {
  const row = await db
    .selectFrom('notice')
    .select(['after_sequence as after', 'until_sequence as until', 'day', 'made_at as madeAt'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row || row.after === null || row.until === null || row.day === null) return undefined
  return { after: row.after, until: row.until, day: row.day, madeAt: row.madeAt }
}

export type FollowRow = Follow & { personId: number; followed: boolean }

/** What these people said that they follow, or no longer follow, with what each passage became. */
export async function listFollows(db: Db, personIds: readonly number[]): Promise<FollowRow[]> {
  const { rows } = await sql<FollowRow>`
    with recursive own as (
      select * from subscription where person_id = any(${[...personIds]}::integer[])
    ), heir (root, block_id) as (
      select distinct block_id, block_id from own where block_id is not null
      union
      select heir.root, passed.reached from heir join ${passedOn} passed on passed.left = heir.block_id
    ), heirs as (
      select root, array_agg(block_id) as blocks from heir group by root
    )
    select own.id, own.person_id as "personId", own.kind, own.report_id as "reportId", own.topic_id as "topicId", own.followed,
      coalesce(heirs.blocks, '{}') as blocks, own.contribution_number as number,
      case when own.kind = 'person' then ${voice} end as voice, own.from_sequence as "from"
    from own
    left join heirs on heirs.root = own.block_id
    left join contribution on contribution.number = own.contribution_number`.execute(db)
  return rows
}

/** By whom something is said as it is shown: the same person under another name, or for others, is another. */
export const voice = sql<string | null>`(case when contribution.author_name <> '' then
  contribution.author_id || ' ' || coalesce(contribution.spoken_for, '') || ' ' || contribution.author_name end)`

import { sql } from 'kysely'
import type { ContributionKind } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Cadence, Weekday } from './cadence.ts'
import type { Asked, Thing } from './subscription.ts'

export type Setting = { cadence: Cadence; weekday: Weekday; answers: boolean }

/** Of whoever has said nothing. */
export const usualSetting: Setting = { cadence: 'weekly', weekday: 1, answers: true }

export async function findSetting(db: Db, personId: number): Promise<Setting> {
  const row = await db
    .selectFrom('notice_setting')
    .select(['cadence', 'weekday', 'answers'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? { ...row, weekday: toWeekday(row.weekday) } : usualSetting
}

const toWeekday = (number: number): Weekday =>
  ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => day === number) ?? 1

/** The newest entry that is sealed; nothing is told by its time, which may be earlier than when it could be read. */
const head = sql<number>`(select coalesce(max(sequence), 0) from journal_entry)`

/** Who wrote which of the journal's contributions. */
export const firstActs = sql`
  select author_id, sequence from contribution
  join journal_entry on object = 'contribution/' || contribution.number
    and action in ('contribution.published', 'contribution.received') and sequence is not null
  where origin = 'online'`

/** Begins to keep what somebody was told: from their first words on, else from now on. */
export async function ensureSetting(tx: Db, personId: number, digestedOn: Day): Promise<void> {
  await tx
    .insertInto('notice_setting')
    .values({
      person_id: personId,
      told_until: sql<number>`coalesce((
        select min(sequence) from (${firstActs}) first where author_id = ${personId}), ${head})`,
      digested_on: digestedOn,
    })
    .onConflict((on) => on.column('person_id').doNothing())
    .execute()
}

/** Holds it, so that no digest is being made of what is changed. */
export async function lockSetting(tx: Db, personId: number): Promise<Setting> {
  await tx
    .selectFrom('notice_setting')
    .select('person_id')
    .where('person_id', '=', personId)
    .forUpdate()
    .execute()
  return findSetting(tx, personId)
}

export async function saveSetting(
  tx: Db,
  personId: number,
  { cadence, weekday, answers }: Setting,
): Promise<void> {
  await tx
    .updateTable('notice_setting')
    .set({ cadence, weekday, answers })
    .where('person_id', '=', personId)
    .execute()
}

/** Whoever was told nothing for a time is not told of it later. */
export async function beginAnew(tx: Db, personId: number, digestedOn: Day): Promise<void> {
  await tx
    .updateTable('notice_setting')
    .set({ told_until: head, digested_on: digestedOn })
    .where('person_id', '=', personId)
    .execute()
}

/** As the columns of a subscription say it. */
function columnsOf(thing: Thing) {
  return {
    kind: thing.kind,
    report_id: thing.kind === 'report' ? thing.reportId : null,
    topic_id: thing.kind === 'topic' ? thing.topicId : null,
    block_id: thing.kind === 'passage' ? thing.blockId : null,
    contribution_number: 'number' in thing ? thing.number : null,
  }
}

type Own = { personId: number; thing: Thing; followed: boolean }

export async function saveSubscription(
  tx: Db,
  { personId, thing, followed }: Own,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('subscription')
    .values({
      ...columnsOf(thing),
      person_id: personId,
      followed,
      from_sequence: head,
      since: now,
    })
    .onConflict((on) =>
      on
        .columns(['person_id', 'kind', 'report_id', 'topic_id', 'block_id', 'contribution_number'])
        .doUpdateSet({ followed, from_sequence: head, since: now })
        .where('subscription.followed', '<>', followed),
    )
    .execute()
}

export async function deleteSubscription(tx: Db, personId: number, thing: Thing): Promise<void> {
  await tx
    .deleteFrom('subscription')
    .where('person_id', '=', personId)
    .where('kind', '=', thing.kind)
    .where(isOf(thing))
    .execute()
}

/** Ends all that somebody follows, but for what they wrote. */
export async function deleteSubscriptionsOf(tx: Db, personId: number): Promise<void> {
  await tx
    .deleteFrom('subscription')
    .where('person_id', '=', personId)
    .where('followed', '=', true)
    .execute()
}

/** Nobody follows any more whoever is erased. */
export async function forgetFollowersOf(tx: Db, personId: number): Promise<void> {
  await tx
    .deleteFrom('subscription')
    .where('kind', '=', 'person')
    .where('contribution_number', 'in', (own) =>
      own.selectFrom('contribution').select('number').where('author_id', '=', personId),
    )
    .execute()
}

/** What somebody said of following that; undefined where they said nothing. */
export async function findFollowed(
  db: Db,
  personId: number,
  thing: Thing,
): Promise<boolean | undefined> {
  const row = await db
    .selectFrom('subscription')
    .select('followed')
    .where('person_id', '=', personId)
    .where('kind', '=', thing.kind)
    .where(isOf(thing))
    .limit(1)
    .executeTakeFirst()
  return row?.followed
}

/** Somebody is the same where they speak by the same name for the same, and no other name of theirs is. */
function isOf(thing: Thing) {
  switch (thing.kind) {
    case 'report':
      return sql<boolean>`subscription.report_id = ${thing.reportId}`
    case 'topic':
      return sql<boolean>`subscription.topic_id = ${thing.topicId}`
    case 'passage':
      return sql<boolean>`subscription.block_id = ${thing.blockId}`
    case 'contribution':
      return sql<boolean>`subscription.contribution_number = ${thing.number}`
    case 'person':
      return sql<boolean>`subscription.contribution_number in (
        select alike.number from contribution shown join contribution alike
          on (alike.author_id, alike.author_name) = (shown.author_id, shown.author_name)
          and alike.spoken_for is not distinct from shown.spoken_for
        where shown.number = ${thing.number})`
  }
}

/** Of a subscription that a mail names; undefined where it has ended. */
export function findSubscription(
  db: Db,
  id: number,
): Promise<{ id: number; personId: number } | undefined> {
  return db
    .selectFrom('subscription')
    .select(['id', 'person_id as personId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function deleteSubscriptionById(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('subscription').where('id', '=', id).where('followed', '=', true).execute()
}

/** Whether somebody is told anything at all, or was; false once they are erased. */
export async function hasSetting(db: Db, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('notice_setting')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** What somebody follows, as a page lists it. */
export type Followed = Asked & {
  /** Of the report that it is in. */
  reportId: number
  /** The topic's title, the beginning of the passage, or the author's name. */
  text: string
  /** What kind of contribution it is. */
  said: ContributionKind | null
  own: boolean
}

type Paged = { limit: number; offset: number }

/** By report, and in it by kind: what they wrote themselves last, the newest first. */
export async function listFollowed(
  db: Db,
  personId: number,
  { limit, offset }: Paged,
): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    select kind::text as kind, id, report_id as "reportId", text, said, own from (${followedBy(personId)}) followed
    order by report_id, own, followed.kind, number desc, id limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

export async function countFollowed(db: Db, personId: number): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from (${followedBy(personId)}) followed`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

function followedBy(personId: number) {
  return sql`
    select kind, report.slug as id, report.id as report_id, '' as text, null::contribution_kind as said,
      false as own, 0 as number
    from subscription join report on report.id = subscription.report_id
    where person_id = ${personId}
    union all
    select kind, report.slug || '/' || topic.slug, report.id, topic.title, null, false, 0
    from subscription join topic on topic.id = subscription.topic_id
    join report on report.id = topic.report_id
    where person_id = ${personId}
    union all
    select kind, block.id, block.report_id, coalesce((
        select left(edition_block.text, 200) from edition_block
        join edition on edition.id = edition_id
        where edition_block.block_id = block.id order by edition.number desc limit 1), ''), null, false, 0
    from subscription join block on block.id = subscription.block_id
    where person_id = ${personId}
    union all
    select subscription.kind, contribution.number::text, contribution.report_id,
      author_name, contribution.kind, author_id = ${personId}, contribution.number
    from subscription join contribution on number = contribution_number
    where person_id = ${personId} and followed
    union all
    select 'contribution', number::text, report_id, author_name, kind, true, number
    from contribution where author_id = ${personId} and origin = 'online' and not exists (
      select from subscription where person_id = ${personId} and kind = 'contribution'
        and contribution_number = contribution.number)`
}

export type Kept = {
  id: number
  madeAt: Date
  day: Date | null
  count: number | null
  answerId: number | null
}

/** What somebody was sent, the newest first. */
export function listNotices(db: Db, personId: number, limit: number): Promise<Kept[]> {
  return db
    .selectFrom('notice')
    .select(['id', 'made_at as madeAt', 'day', 'count', 'answer_id as answerId'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function deleteNoticesBefore(tx: Db, before: Date): Promise<void> {
  await tx.deleteFrom('notice').where('made_at', '<', before).execute()
}

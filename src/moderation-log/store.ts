import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Asked, Ended, LogEntry } from './log.ts'

type Shown = { limit: number; offset: number }

/**
 * The newest day first. Within a day bans come last, in an order that says nothing of when in it they were set or which
 * decision they followed.
 */
export async function listEntries(
  db: Db,
  reportId: number,
  asked: Asked,
  { limit, offset }: Shown,
): Promise<LogEntry[]> {
  // Who decided in which role is in the journal alone.
  const { rows } = await sql<LogEntry>`
    with shown as (
      select * from (${linesOf(reportId)}) line where ${matching(asked)}
      order by ${inOrder} limit ${limit} offset ${offset}
    )
    select line.id, case when banned is null then line.at else ${dayOf} end as at, line.outcome,
      line.number, readable, held, version, rule, law, received_at as "receivedAt", days, banned,
      became, (
        select actor_role from journal_entry
        where journal_entry.object = line.object and journal_entry.at = line.at
          and journal_entry.action = any(line.actions)
        order by journal_entry.id limit 1
      ) as role
    from shown line order by ${inOrder}`.execute(db)
  return rows
}

export async function countEntries(db: Db, reportId: number, asked: Asked): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from (${linesOf(reportId)}) line where ${matching(asked)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** The months in which anything was done, as YYYY-MM in Paris, the newest first. */
export async function listMonths(db: Db, reportId: number): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct ${monthOf} as month from (${linesOf(reportId)}) line order by month desc`.execute(
    db,
  )
  return rows.map(({ month }) => month)
}

const dayOf = sql`date_trunc('day', line.at, 'Europe/Paris')`
const inOrder = sql`${dayOf} desc, (line.banned is not null),
  case when line.banned is null then line.at end desc,
  case when line.banned is not null then md5(line.object || line.outcome) end,
  line.rank desc, line.id desc`
const monthOf = sql`to_char(line.at at time zone 'Europe/Paris', 'YYYY-MM')`

function matching({ outcome, month }: Asked): RawBuilder<boolean> {
  const ofOutcome = outcome === null ? sql`true` : sql`line.outcome = ${outcome}`
  const ofMonth = month === null ? sql`true` : sql`${monthOf} = ${month}`
  return sql<boolean>`${ofOutcome} and ${ofMonth}`
}

/**
 * Every decision that somebody took here, every waiting, every ban, of the whole site too, with what became of it. What
 * is said against bans is told in sums alone. What was hidden already in a consultation that was imported nobody here decided.
 */
function linesOf(reportId: number) {
  return sql`
    select decision.id, decision.decided_at as at, 2 as rank, decision.outcome::text as outcome,
      contribution.number, contribution.state = 'published' as readable, null::text as held,
      charter_version as version, rule, law, hold.held_at as received_at, null::integer as days,
      null::text as banned, case when ${isUndone} then 'undone' end as became,
      'contribution/' || contribution.number as object,
      array['contribution.released', 'contribution.cut', 'contribution.withheld',
        'contribution.decision-undone'] as actions
    from moderation_decision decision
    join contribution on contribution.number = decision.contribution_number
    left join moderation_hold hold on hold.id = decision.hold_id
    where contribution.report_id = ${reportId} and decision.decided_by is not null
    union all
    select hold.id, hold.held_at, 1, 'held', contribution.number, contribution.state = 'published',
      hold.ground::text, null, null, null, null, null, null, null,
      'contribution/' || contribution.number, array['contribution.held']
    from moderation_hold hold
    join contribution on contribution.number = hold.contribution_number
    where contribution.report_id = ${reportId}
    union all
    select ban.id, act.at, 3, act.outcome, null, false, null, charter_version, rule, null,
      null, act.days, ban.scope_kind, act.became, 'ban/' || ban.id, array[act.action]
    from ban cross join lateral (values
      (from_at, case when prolongs is null then 'banned' else 'ban-replaced' end, ${daysSet},
        case end_kind when 'prolonged' then 'replaced' when 'lifted' then 'lifted'
          when 'contested' then 'annulled' end, 'ban.set'),
      (case when end_kind = 'lifted' then ended_at end, 'ban-lifted', null, null, 'ban.lifted')
    ) act (at, outcome, days, became, action)
    where (ban.scope_kind = 'site' or ban.scope_id = ${reportId}) and act.at is not null`
}

/** Of a decision: another took it back. */
const isUndone = sql<boolean>`exists (
  select from moderation_decision undoing
  where undoing.ends = decision.id and undoing.outcome = 'undone')`

/** In Paris, with the first and the last. */
const daysSet = sql`((until_at - interval '1 millisecond') at time zone 'Europe/Paris')::date
  - (from_at at time zone 'Europe/Paris')::date + 1`

/** Decisions that ended a waiting, since that moment; what was taken back ended none. */
export async function listEnded(db: Db, reportId: number, since: Date): Promise<Ended[]> {
  const rows = await db
    .selectFrom('moderation_decision as decision')
    .innerJoin('moderation_hold as hold', 'hold.id', 'decision.hold_id')
    .innerJoin('contribution', 'contribution.number', 'hold.contribution_number')
    .select('decision.decided_at as at')
    .select(
      sql<number>`extract(epoch from decision.decided_at - hold.held_at)::float8 / 3600`.as(
        'hours',
      ),
    )
    .where('contribution.report_id', '=', reportId)
    .where('decision.decided_at', '>', since)
    .where(sql<boolean>`not ${isUndone}`)
    .execute()
  return rows
}

/** How many wait for a decision, and since when the first of them does. */
export async function findWaiting(
  db: Db,
  reportId: number,
): Promise<{ count: number; oldest: Date | null }> {
  const row = await db
    .selectFrom('moderation_hold as hold')
    .innerJoin('contribution', 'contribution.number', 'hold.contribution_number')
    .select((the) => [
      the.fn.countAll<string>().as('count'),
      the.fn.min('hold.held_at').as('oldest'),
    ])
    .where('hold.ended_at', 'is', null)
    .where('contribution.withdrawn_at', 'is', null)
    .where('contribution.report_id', '=', reportId)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldest: row.oldest }
}

/** So many of something in a year of Paris. */
export type YearCount = { year: number; what: string; count: number }

/** Decisions that hold, those that were taken back, waitings and bans; on what ground words were hidden; warnings. */
export async function countYears(db: Db, reportId: number): Promise<YearCount[]> {
  const counted = [countLines, countGrounds, countWarnings].map((count) => count(db, reportId))
  return (await Promise.all(counted)).flat()
}

function countLines(db: Db, reportId: number) {
  const lines = sql`
    select at, case when banned = 'site' then 'site-' else '' end || outcome as what
    from (${linesOf(reportId)}) line where became is distinct from 'undone'`
  return countOf(db, lines)
}

/** Words that were hidden, whole or in part: because of a rule, or of a law. */
function countGrounds(db: Db, reportId: number) {
  return countOf(
    db,
    sql`select at, case when law is null then 'by-rule' else 'by-law' end as what
      from (${linesOf(reportId)}) line
      where outcome in ('cut', 'withheld') and became is distinct from 'undone'`,
  )
}

function countWarnings(db: Db, reportId: number) {
  return countOf(
    db,
    sql`select given_at as at, 'warned' as what from warning where report_id = ${reportId}`,
  )
}

/** `acts`: a moment `at`, and `what` was done then. */
export async function countOf(db: Db, acts: RawBuilder<unknown>): Promise<YearCount[]> {
  const { rows } = await sql<{ year: number; what: string; count: string }>`
    select extract(year from at at time zone 'Europe/Paris')::integer as year, what, count(*)
    from (${acts}) act group by 1, 2 order by 1 desc, 2`.execute(db)
  return rows.map(({ year, what, count }) => ({ year, what, count: Number(count) }))
}

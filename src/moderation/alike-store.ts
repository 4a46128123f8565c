import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Alike, Batch, InPattern } from './alike.ts'

type Place = { reportId: number; pattern: string }

/** What is held for the same pattern, at least two of a kind; the largest first. */
export async function listPatterns(db: Db, reportId: number, limit: number): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    select pattern, count(*)::integer as count, min(number) as first,
      json_agg(signs order by number) -> 0 as signs
    from (${held(reportId)}) as held
    group by pattern having count(*) > 1
    order by count(*) desc, min(number) limit ${limit}`.execute(db)
  return rows
}

/** What is held for one pattern, as it stood at that moment: what came or was changed since is not among it. */
export async function listAlike(
  db: Db,
  { reportId, pattern }: Place,
  { until, limit }: { until: Date; limit: number },
): Promise<InPattern[]> {
  const { rows } = await sql<InPattern>`
    select number, revision, signs, (
        select id from moderation_decision as decision where contribution_number = held.number
          and not exists (select from moderation_decision as later where later.ends = decision.id)
      ) as seen
    from (${held(reportId)}) as held
    where pattern = ${pattern} and at <= ${until}
    order by number limit ${limit}`.execute(db)
  return rows
}

export async function countAlike(
  db: Db,
  { reportId, pattern }: Place,
  until: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${held(reportId)}) as held
    where pattern = ${pattern} and at <= ${until}`.execute(db)
  return rows[0]?.count ?? 0
}

/** What somebody decided on several of one pattern at once, and still holds; the newest first. */
export async function listBatches(
  db: Db,
  { reportId, pattern }: Place,
  limit: number,
): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    select decided_at as "decidedAt", outcome::text as outcome, count(*)::integer as count
    from (${decided(reportId, pattern)}) as decided
    group by decided_at, outcome having count(*) > 1
    order by decided_at desc limit ${limit}`.execute(db)
  return rows
}

/** The decisions of one of those. */
export async function listBatch(
  db: Db,
  { reportId, pattern }: Place,
  decidedAt: Date,
): Promise<{ number: number; decision: number }[]> {
  const { rows } = await sql<{ number: number; decision: number }>`
    select number, decision from (${decided(reportId, pattern)}) as decided
    where decided_at = ${decidedAt} order by number`.execute(db)
  return rows
}

/** What the defence holds back in a report, with the pattern of the words that stand now. */
function held(reportId: number) {
  return sql`
    select number, post.revision, post.pattern, post.at, hold.signs
    from moderation_hold as hold
      join contribution on number = hold.contribution_number
      join spam_post as post on post.contribution_number = number and post.revision = contribution.revision
    where hold.ended_at is null and hold.ground = 'spam-defence'
      and report_id = ${reportId} and withdrawn_at is null`
}

function decided(reportId: number, pattern: string) {
  return sql`
    select number, decision.id as decision, decided_at, outcome
    from moderation_decision as decision
      join contribution on number = decision.contribution_number
      join spam_post as post on post.contribution_number = number and post.revision = decision.revision
    where decision.hold_id is not null and decision.outcome in ('published', 'withheld')
      and report_id = ${reportId} and pattern = ${pattern}
      and not exists (select from moderation_decision as later where later.ends = decision.id)`
}

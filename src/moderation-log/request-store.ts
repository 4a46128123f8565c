import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { requestKinds, type RequestKind, type RequestSum } from './log.ts'
import { countOf, type YearCount } from './store.ts'

/**
 * Flags, appeals and contested bans of a report: when each came, when it was decided by the decision that holds, and whether as it
 * was asked for; or when nothing was left to decide on. Of nobody by name; what was withdrawn is none.
 */
function requestsOf(reportId: number) {
  return sql`
    select 'flag' as what, flag.received_at, verdict.decided_at,
      verdict.outcome = 'upheld' as granted, null::timestamptz as settled_at
    from flag join contribution on contribution.number = flag.contribution_number
    left join flag_verdict verdict on verdict.id = flag.verdict_id
    where contribution.report_id = ${reportId}
    union all
    select 'appeal', appeal.received_at, appeal.decided_at, appeal.outcome = 'reversed', null
    from appeal join contribution on contribution.number = appeal.contribution_number
    where contribution.report_id = ${reportId} and appeal.withdrawn_at is null
    union all
    select case scope_kind when 'site' then 'site-ban-contest' else 'ban-contest' end,
      contested_at, decided_at, outcome = 'ended', settled_at
    from ban where (scope_kind = 'site' or scope_id = ${reportId}) and contested_at is not null`
}

type Row = Omit<RequestSum, 'delays'> & {
  median: number | null
  ninth: number | null
  longest: number | null
}

/** Each kind of request since that moment, and what waits now; medians as `sumUpDelays` has them. */
export async function sumUpRequests(db: Db, reportId: number, since: Date): Promise<RequestSum[]> {
  const { rows } = await sql<Row>`
    select what, waiting::integer, oldest, received::integer, granted::integer, refused::integer,
      closed::integer,      median, ninth, longest
    from (
      select what, count(*) filter (where decided_at is null and settled_at is null) as waiting,
        min(received_at) filter (where decided_at is null and settled_at is null) as oldest,
        count(*) filter (where received_at > ${since}) as received,
        count(*) filter (where decided_at > ${since} and granted) as granted,
        count(*) filter (where decided_at > ${since} and not granted) as refused,
        count(*) filter (where settled_at > ${since}) as closed,
        percentile_disc(0.5) within group (order by hours) filter (where decided_at > ${since}) as median,
        percentile_disc(0.9) within group (order by hours) filter (where decided_at > ${since}) as ninth,
        max(hours) filter (where decided_at > ${since}) as longest
      from (
        select *, extract(epoch from decided_at - received_at)::float8 / 3600 as hours
        from (${requestsOf(reportId)}) request
      ) timed group by what
    ) summed`.execute(db)
  return requestKinds.map((what) =>
    toSum(
      what,
      rows.find((row) => row.what === what),
    ),
  )
}

function toSum(what: RequestKind, row: Row | undefined): RequestSum {
  if (!row) {
    const none = { received: 0, granted: 0, refused: 0, closed: 0, waiting: 0 }
    return { what, ...none, delays: null, oldest: null }
  }
  const { median, ninth, longest, ...sum } = row
  const delays =
    median === null || ninth === null || longest === null ? null : { median, ninth, longest }
  return { ...sum, delays }
}

/** Year by year: received, decided one way or the other, and closed. */
export function countRequests(db: Db, reportId: number): Promise<YearCount[]> {
  const requests = requestsOf(reportId)
  return countOf(
    db,
    sql`select received_at as at, what || '-received' as what from (${requests}) received
      union all
      select decided_at, what || case when granted then '-granted' else '-refused' end
      from (${requests}) decided where decided_at is not null
      union all
      select settled_at, what || '-closed' from (${requests}) closed where settled_at is not null`,
  )
}

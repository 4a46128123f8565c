import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { flaggerId } from './flag-store.ts'
import type { AuthorHistory, QueueGround, Waiting } from './waiting.ts'

type Asked = {
  reportId: number
  ground?: QueueGround | null
  /** Whoever would decide: without what is theirs to leave to somebody else. */
  deciderId?: number
}

/** The longest waiting first; what its author took back before anybody read it waits for nobody. */
export async function listWaiting(
  db: Db,
  { reportId, ground = null, deciderId }: Asked,
  { limit, offset }: { limit: number; offset: number },
): Promise<Waiting[]> {
  const chosen = ground === null ? sql`true` : sql`ground = ${ground}`
  const open =
    deciderId === undefined ? sql`true` : sql`not (${deciderId}::integer = any(concerned))`
  const { rows } = await sql<Waiting>`
    select number, ground, signs, held_at as "heldAt", flags, appeal_id as "appealId"
    from (${waiting(reportId)}) as waiting where ${chosen} and ${open}
    order by held_at, number, ground limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** How many wait on each ground that any waits on. */
export async function countWaiting(db: Db, reportId: number): Promise<Map<QueueGround, number>> {
  const { rows } = await sql<{ ground: QueueGround; count: string }>`
    select ground, count(*) as count from (${waiting(reportId)}) as waiting
    group by ground order by min(place)`.execute(db)
  return new Map(rows.map(({ ground, count }) => [ground, Number(count)]))
}

/** What is held back, one line a contribution that is flagged, and one an appeal; `concerned`: whose it is. */
function waiting(reportId: number) {
  return sql`
    select number, hold.ground::text as ground, hold.signs, hold.held_at, 0 as flags,
      null::integer as appeal_id, array[author_id] as concerned,
      case hold.ground when 'before-publication' then 0 else 1 end as place
    from moderation_hold as hold join contribution on number = hold.contribution_number
    where hold.ended_at is null and report_id = ${reportId} and withdrawn_at is null
    union all
    select number, 'flagged',
      array(select distinct unnest(suspect.signs) from flag as suspect
        where suspect.contribution_number = number and suspect.verdict_id is null),
      min(flag.received_at),
      count(distinct coalesce(flag.person_id::text, flag.email, flag.reference))::integer,
      null, array[author_id] || array_agg(${flaggerId}), 2
    from flag join contribution on number = flag.contribution_number
    where flag.verdict_id is null and report_id = ${reportId}
    group by number
    union all
    select number, 'contested', '{}', appeal.received_at, 0, appeal.id,
      array[author_id, appeal.contested_by]
        || array(select ${flaggerId} from flag where contribution_number = number), 3
    from appeal join contribution on number = appeal.contribution_number
    where appeal.withdrawn_at is null and appeal.decided_at is null and report_id = ${reportId}`
}

export async function countHistory(db: Db, authorId: number): Promise<AuthorHistory> {
  const row = await db
    .selectFrom('contribution')
    .select((the) => [
      the.fn.countAll<string>().as('said'),
      the.fn.countAll<string>().filterWhere('state', '=', 'withheld').as('hidden'),
      the.fn.countAll<string>().filterWhere('cut_by', 'is not', null).as('cut'),
    ])
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow()
  return { said: Number(row.said), hidden: Number(row.hidden), cut: Number(row.cut) }
}

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'

export async function saveVisit(db: Db, topicId: number, day: Day, visitor: Buffer): Promise<void> {
  await sql`insert into topic_visitor (topic_id, day, visitor)
    values (${topicId}, ${day}::date, ${visitor}) on conflict do nothing`.execute(db)
}

/** Of each of these topics: visitors of all days, one who comes back the next day counted anew. */
export async function countVisitors(
  db: Db,
  topicIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ topicId: number; count: string }>`
    select topic_id as "topicId", sum(visitors) as count from (
      select topic_id, visitors from topic_visit_count
      union all select topic_id, count(*) from topic_visitor group by topic_id
    ) every where topic_id = any(${[...topicIds]}::integer[]) group by topic_id`.execute(db)
  return new Map(rows.map(({ topicId, count }) => [topicId, Number(count)]))
}

/** Of the days before that one nothing is kept but how many visitors there were. */
export async function foldVisits(tx: Db, before: Day): Promise<void> {
  await sql`with gone as (
      delete from topic_visitor where day < ${before}::date returning topic_id, day
    )
    insert into topic_visit_count (topic_id, day, visitors)
    select topic_id, day, count(*) from gone group by topic_id, day
    on conflict (topic_id, day) do update
      set visitors = topic_visit_count.visitors + excluded.visitors`.execute(tx)
}

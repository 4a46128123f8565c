import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/**
 * Numbers of contributions to a report that nobody has answered yet, neither the editors nor a reader, in an order that their numbers
 * and the draw decide and nothing else: neither when they came, nor by whom they are, nor how many support them. Each has the same
 * chance to be among the first, and the same draw gives the same list as long as nothing is answered.
 */
export async function drawUnanswered(
  db: Db,
  reportId: number,
  { draw, limit }: { draw: string; limit: number },
): Promise<{ numbers: number[]; count: number }> {
  const { rows } = await sql<{ number: number; count: string }>`
    select number, count(*) over () as count from contribution
    where report_id = ${reportId} and state = 'published' and reply_to is null
      and settled_at is null
      and not exists (
        select from contribution as reply
        where reply.thread = contribution.number and reply.state = 'published')
    order by md5(number || ':' || ${draw}), number limit ${limit}`.execute(db)
  return { numbers: rows.map(({ number }) => number), count: Number(rows[0]?.count ?? 0) }
}

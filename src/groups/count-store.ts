import { sql } from 'kysely'
import type { ContributionKind } from '../contributions/index.ts'
import type { HelixSide } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'

/** What of a group everybody can read. `supports`: in all, and never more than an indication. */
export type MemberCounts = {
  open: number
  /** Withdrawn by their authors, or withheld: listed without their words. */
  hidden: number
  supports: number
  kinds: { kind: ContributionKind; count: number }[]
  /** As shown; null where none was said. */
  sides: { side: HelixSide | null; count: number }[]
}

/** Of these contributions; what waits for a moderator is in no count, as it is in no list. */
export async function countMembers(db: Db, numbers: readonly number[]): Promise<MemberCounts> {
  const { rows } = await sql<{
    kind: ContributionKind
    side: HelixSide | null
    open: boolean
    count: number
    supports: number
  }>`
    select kind, helix_side as side, state = 'published' as open,
      count(*)::integer as count, sum(supports)::integer as supports
    from contribution
    where number = any(${[...numbers]}::integer[]) and state <> 'pending'
    group by kind, helix_side, state = 'published'`.execute(db)
  const open = rows.filter((row) => row.open)
  const by = <Key extends ContributionKind | HelixSide | null>(
    keyOf: (row: (typeof rows)[0]) => Key,
  ) => [...Map.groupBy(open, keyOf)].map(([key, some]): [Key, number] => [key, total(some)])
  return {
    open: total(open),
    hidden: total(rows.filter((row) => !row.open)),
    supports: open.reduce((sum, { supports }) => sum + supports, 0),
    kinds: by(({ kind }) => kind).map(([kind, count]) => ({ kind, count })),
    sides: by(({ side }) => side).map(([side, count]) => ({ side, count })),
  }
}

/** How many contributions of each of these groups everybody can read, by group. */
export async function countOpenIn(
  db: Db,
  groupIds: readonly number[],
): Promise<Map<number, number>> {
  if (groupIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('group_member')
    .innerJoin('contribution', 'number', 'contribution_number')
    .select((the) => ['group_id as id', the.fn.countAll<string>().as('count')])
    .where('group_id', 'in', groupIds)
    .where('state', '=', 'published')
    .groupBy('group_id')
    .execute()
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

function total(some: readonly { count: number }[]): number {
  return some.reduce((sum, { count }) => sum + count, 0)
}

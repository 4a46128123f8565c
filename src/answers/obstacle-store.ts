import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { passedOn } from '../reports/index.ts'
import type { Obstacle } from './selection.ts'

export type Obstacles = {
  number: number
  /** Numbers of those that wait and rewrite the same sentences in other words; in the same. */
  rivals: number[]
  equals: number[]
  /** The working text no longer says the words that it replaces; it no longer has the passage. */
  changed: boolean
  gone: boolean
}

/** What stands in the way of these amendments; nothing of one that can be taken as it is. */
export async function listObstacles(
  db: Db,
  reportId: number,
  numbers: readonly number[],
): Promise<Map<number, Obstacles>> {
  if (numbers.length === 0) return new Map()
  const these = sql`any(${[...numbers]}::integer[])`
  const { rows } = await sql<Obstacles>`
    with recursive waiting as materialized (${waitingOf(reportId)}
      and block_id in (select block_id from passage where contribution_number = ${these})), ${heirs}
    select this.number, bool_or(${isGone}) as gone, bool_or(${isChanged}) as changed,
      coalesce(array_agg(other.number order by other.number)
        filter (where not ${sameWording}), '{}') as rivals,
      coalesce(array_agg(other.number order by other.number)
        filter (where ${sameWording}), '{}') as equals
    from waiting as this left join waiting as other on ${meets}
    where this.number = ${these} group by this.number`.execute(db)
  return new Map(
    rows
      .filter(({ rivals, equals, changed, gone }) => changed || gone || rivals[0] || equals[0])
      .map((row) => [row.number, row]),
  )
}

/** Numbers of all amendments that wait with such an obstacle. */
export async function listObstructed(
  db: Db,
  reportId: number,
  obstacle: Obstacle,
): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    with recursive waiting as materialized (${waitingOf(reportId)}), ${heirs}
    select this.number from waiting as this where ${conditions[obstacle]}`.execute(db)
  return rows.map(({ number }) => number)
}

/** Amendments that are owed an answer, with what they say now; no-break spaces are spaces. */
function waitingOf(reportId: number) {
  return sql`
    select number, block_id, sentences, base_sha256, wording, ${plain(sql`exact`)} as exact
    from contribution
    join amendment on amendment.contribution_number = number
    join passage on passage.contribution_number = number
    join revision on (revision.contribution_number, revision.revision) = (number, contribution.revision)
    where report_id = ${reportId} and settled_at is null and state = 'published' and reply_to is null`
}

function plain(text: ReturnType<typeof sql>) {
  return sql`rtrim(translate(${text}, ${'\u00A0\u202F'}, '  '), ${' \n'})`
}

/** Two that rewrite the same sentences. */
const meets = sql`other.block_id = this.block_id and other.number <> this.number
  and other.sentences && this.sentences`
const sameWording = sql`(other.sentences, other.exact, other.wording)
  = (this.sentences, this.exact, this.wording)`
/** The passages in which the words of each of their passages can stand by now (`listHeirs`). */
const heirs = sql`heir (block_id, stands_id) as (
    select distinct block_id, block_id from waiting
    union select heir.block_id, reached from heir join ${passedOn} as passed on passed.left = heir.stands_id),
  stands as (select heir.block_id, sha256, text from heir join working_block on working_block.block_id = stands_id)`
const standing = sql`from stands where stands.block_id = this.block_id`
const isGone = sql<boolean>`not exists (select ${standing})`
const isChanged = sql<boolean>`(not ${isGone} and not exists (select ${standing}
  and (stands.sha256 = this.base_sha256 or strpos(${plain(sql`stands.text`)}, this.exact) > 0)))`

const conditions = {
  rivals: sql<boolean>`exists (select from waiting as other where ${meets} and not ${sameWording})`,
  equals: sql<boolean>`exists (select from waiting as other where ${meets} and ${sameWording})`,
  changed: isChanged,
  gone: isGone,
}

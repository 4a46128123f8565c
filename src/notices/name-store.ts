import { sql } from 'kysely'
import type { ContributionKind } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Kind } from './subscription.ts'

export type Named = {
  id: number
  kind: Kind
  /** A report's or a topic's title, the beginning of a passage, an author's name. */
  text: string
  said: { number: number; kind: ContributionKind } | null
}

export async function listNamed(db: Db, ids: readonly number[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select subscription.id, subscription.kind,
      coalesce(report.title, topic.title, author_name, (
        select left(edition_block.text, 200) from edition_block
        join edition on edition.id = edition_id
        where edition_block.block_id = subscription.block_id
        order by edition.number desc limit 1), '') as text,
      case when number is not null
        then json_build_object('number', number, 'kind', contribution.kind) end as said
    from subscription
    left join report on report.id = subscription.report_id
    left join topic on topic.id = subscription.topic_id
    left join contribution on number = contribution_number
    where subscription.id = any(${[...ids]}::integer[])`.execute(db)
  return rows
}

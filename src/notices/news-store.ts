import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { voice } from './digest-store.ts'
import type { About, News } from './news.ts'

/** After the one entry of the journal, up to the other. */
export type Between = { after: number; until: number }

/** What makes a contribution be read by everybody, for the first time. */
const shown = sql`('contribution.published', 'contribution.released', 'contribution.cut')`

/**
 * All that the journal has between these entries and that can be read now: contributions from when everybody could first
 * read them, answers, editions, and the passages whose text an edition changed.
 */
export async function listNews(db: Db, between: Between): Promise<News[]> {
  const [said, answered, published] = await Promise.all([
    listSaid(db, between),
    listAnswered(db, between),
    listPublished(db, between),
  ])
  return [...said, ...answered, ...published]
}

const entries = ({ after, until }: Between, actions: ReturnType<typeof sql>) => sql`
  entry as materialized (
    select sequence, object, actor from journal_entry
    where sequence > ${after} and sequence <= ${until} and action in ${actions}
  )`

/** A contribution and all that it replies to, its passage, and where that stands in the newest edition. */
const aboutColumns = sql`
  contribution.number, contribution.author_id as "authorId", contribution.report_id as "reportId",
  ${voice} as voice, contribution.topic_id as "topicId",
  (with recursive above (number, author_id, reply_to) as (
      select contribution.number, contribution.author_id, contribution.reply_to
      union all
      select upper.number, upper.author_id, upper.reply_to
      from above join contribution upper on upper.number = above.reply_to
    ) select json_agg(json_build_object('number', number, 'authorId', author_id)) from above) as thread,
  array_remove(array[
    (select block_id from passage
      where contribution_number = coalesce(contribution.thread, contribution.number)),
    (select anchor.block_id from anchor join edition on edition.id = anchor.edition_id
      where anchor.contribution_number = coalesce(contribution.thread, contribution.number)
        and current and anchor.block_id is not null
      order by edition.number desc limit 1)
  ], null) as blocks`

type Row = About & { sequence: number; reportId: number }

async function listSaid(db: Db, between: Between): Promise<News[]> {
  const { rows } = await sql<Row>`
    with ${entries(between, shown)}, first as (
      select min(sequence) as sequence, substring(object from 14)::integer as number from entry
      where not exists (
        select from journal_entry earlier where earlier.object = entry.object
          and earlier.sequence <= ${between.after} and earlier.action in ${shown})
      group by object
    )
    select first.sequence, ${aboutColumns}
    from first join contribution on contribution.number = first.number
    where contribution.state = 'published' and contribution.origin = 'online'`.execute(db)
  return rows.map(({ sequence, reportId, ...about }) => ({
    what: 'contribution',
    sequence,
    reportId,
    id: about.number,
    actorId: about.authorId,
    about: [about],
    blockId: null,
  }))
}

async function listAnswered(db: Db, between: Between): Promise<News[]> {
  const { rows } = await sql<Row & { answerId: number; actorId: number }>`
    with ${entries(between, sql`('contribution.answered')`)}
    select entry.sequence, answer.id as "answerId", answer.answered_by as "actorId", ${aboutColumns}
    from entry
    join contribution on contribution.number = substring(entry.object from 14)::integer
    join answer_contribution on contribution_number = contribution.number
    join answer on answer.id = answer_id
    where contribution.state = 'published'
    order by contribution.number`.execute(db)
  return [...Map.groupBy(rows, ({ answerId }) => answerId)].flatMap(([id, [first, ...rest]]) =>
    first
      ? [
          {
            what: 'answer' as const,
            sequence: Math.max(...[first, ...rest].map(({ sequence }) => sequence)),
            reportId: first.reportId,
            id,
            actorId: first.actorId,
            about: [first, ...rest].map(
              ({ number, authorId, voice: by, topicId, blocks, thread }) => ({
                number,
                authorId,
                voice: by,
                topicId,
                blocks,
                thread,
              }),
            ),
            blockId: null,
          },
        ]
      : [],
  )
}

type EditionRow = {
  sequence: number
  id: number
  reportId: number
  actorId: number
  changed: string[]
}

/** What was merged into another passage is told with that one. */
async function listPublished(db: Db, between: Between): Promise<News[]> {
  const { rows } = await sql<EditionRow>`
    with ${entries(between, sql`('edition.published')`)}
    select entry.sequence, edition.id, edition.report_id as "reportId",
      edition.published_by as "actorId",
      (select coalesce(array_agg(was.block_id), '{}')
        from edition before
        join edition_block was on was.edition_id = before.id
        left join edition_block now on now.edition_id = edition.id and now.block_id = was.block_id
        where before.report_id = edition.report_id and before.number = edition.number - 1
          and now.sha256 is distinct from was.sha256
          and (now.block_id is not null or not exists (
            select from change where operation = 'merge-blocks' and other_block ->> 'id' = was.block_id))
      ) as changed
    from entry
    join report on split_part(entry.object, '/', 2) = report.slug
    join edition on edition.report_id = report.id
      and edition.number = split_part(entry.object, '/', 3)::integer`.execute(db)
  return rows.flatMap(({ changed, ...edition }) => [
    { ...edition, what: 'edition' as const, about: [], blockId: null },
    ...changed.map((blockId) => ({ ...edition, what: 'passage' as const, about: [], blockId })),
  ])
}

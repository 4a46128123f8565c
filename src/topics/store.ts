import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Extract, Testimony, Topic, TopicFacts } from './topic.ts'

/** A report's topics, the first that was begun first. */
export async function listTopics(db: Db, reportId: number): Promise<Topic[]> {
  const rows = await topics(db)
    .where('topic.report_id', '=', reportId)
    .orderBy('topic.id')
    .execute()
  return rows.map(fromRow)
}

export async function findTopic(
  db: Db,
  reportId: number,
  slug: string,
): Promise<Topic | undefined> {
  const row = await topics(db)
    .where('topic.report_id', '=', reportId)
    .where('topic.slug', '=', slug)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function findTopicById(db: Db, id: number): Promise<Topic | undefined> {
  const row = await topics(db).where('topic.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** What the form of that key has begun. */
export async function findBegun(db: Db, reportId: number, key: string): Promise<Topic | undefined> {
  const row = await topics(db)
    .where('topic.report_id', '=', reportId)
    .where('topic.key', '=', key)
    .executeTakeFirst()
  return row && fromRow(row)
}

type Begun = { reportId: number; slug: string; key: string }

export async function saveTopic(tx: Db, { reportId, ...begun }: Begun, facts: TopicFacts) {
  const { id } = await tx
    .insertInto('topic')
    .values({ ...valuesOf(facts), ...begun, report_id: reportId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveParts(tx, id, facts)
}

export async function updateTopic(
  tx: Db,
  { id, revision }: Pick<Topic, 'id' | 'revision'>,
  facts: TopicFacts,
): Promise<void> {
  await tx
    .updateTable('topic')
    .set({ ...valuesOf(facts), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('topic_extract').where('topic_id', '=', id).execute()
  await tx.deleteFrom('topic_testimony').where('topic_id', '=', id).execute()
  await saveParts(tx, id, facts)
}

export async function savePublication(tx: Db, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('topic')
    .set({ state: 'published', published_at: now })
    .where('id', '=', id)
    .execute()
}

/** Held until the transaction is over, so that what is said of a topic is said while it is open. */
export async function lockTopic(tx: Db, id: number, how: 'to-change' | 'to-speak'): Promise<void> {
  const locked = tx.selectFrom('topic').select('id').where('id', '=', id)
  await (how === 'to-change' ? locked.forNoKeyUpdate() : locked.forShare()).execute()
}

async function saveParts(tx: Db, topicId: number, { extracts, testimonies }: TopicFacts) {
  for (const [at, { editionNumber, blockId, ranges }] of extracts.entries()) {
    await sql`insert into topic_extract (topic_id, position, edition_id, block_id, starts, ends)
      select ${topicId}, ${at + 1}, edition.id, ${blockId},
        ${ranges.map(({ start }) => start)}::integer[], ${ranges.map(({ end }) => end)}::integer[]
      from topic join edition using (report_id)
      where topic.id = ${topicId} and edition.number = ${editionNumber}`.execute(tx)
  }
  for (const [at, testimony] of testimonies.entries()) {
    await tx
      .insertInto('topic_testimony')
      .values({ ...testimony, topic_id: topicId, position: at + 1 })
      .execute()
  }
}

function valuesOf({ title, assertion, questions, beforePublication }: TopicFacts) {
  return { title, assertion, questions, before_publication: beforePublication }
}

function topics(db: Db) {
  return db
    .selectFrom('topic')
    .select(['topic.id', 'topic.report_id as reportId', 'topic.slug', 'topic.state', 'topic.title'])
    .select(['topic.assertion', 'topic.questions', 'topic.before_publication as beforePublication'])
    .select(['topic.revision', 'topic.published_at as publishedAt'])
    .select(extractsOf.as('extracts'))
    .select(testimoniesOf.as('testimonies'))
}

const extractsOf = sql<(Omit<Extract, 'ranges'> & { starts: number[]; ends: number[] })[] | null>`(
  select json_agg(json_build_object('editionNumber', edition.number, 'blockId', block_id,
    'starts', starts, 'ends', ends) order by position)
  from topic_extract join edition on edition.id = edition_id where topic_id = topic.id)`

const testimoniesOf = sql<Testimony[] | null>`(
  select json_agg(json_build_object('name', name, 'about', about, 'place', place, 'lang', lang,
    'words', words) order by position)
  from topic_testimony where topic_id = topic.id)`

type Row = Awaited<ReturnType<ReturnType<typeof topics>['executeTakeFirstOrThrow']>>

function fromRow({ extracts, testimonies, ...row }: Row): Topic {
  return {
    ...row,
    extracts: (extracts ?? []).map(({ starts, ends, ...extract }) => ({
      ...extract,
      ranges: starts.map((start, at) => ({ start, end: ends[at] ?? start })),
    })),
    testimonies: testimonies ?? [],
  }
}

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/** Of a topic, of what is published: first words, replies, supports given here, people who did any of it, and those of them who wrote. */
export type TopicCounts = {
  contributions: number
  replies: number
  supports: number
  participants: number
  authors: number
}

/** What each of these topics has; one on which nobody has spoken is not in it. */
export async function countOfTopics(
  db: Db,
  topicIds: readonly number[],
): Promise<Map<number, TopicCounts>> {
  if (topicIds.length === 0) return new Map()
  const { rows } = await sql<{ topicId: number } & Record<keyof TopicCounts, string>>`
    with said as (
      select topic_id, number, author_id, reply_to from contribution
      where topic_id = any(${[...topicIds]}::integer[]) and state = 'published'
    ), supported as (
      select topic_id, person_id from said join support on contribution_number = number
    ), people as (
      select topic_id, author_id as person_id from said union select topic_id, person_id from supported
    )
    select topic_id as "topicId",
      count(*) filter (where reply_to is null) as contributions,
      count(*) filter (where reply_to is not null) as replies,
      count(distinct author_id) as authors,
      (select count(*) from supported where supported.topic_id = said.topic_id) as supports,
      (select count(*) from people where people.topic_id = said.topic_id) as participants
    from said group by topic_id`.execute(db)
  return new Map(
    rows.map(({ topicId, ...counts }) => [
      topicId,
      {
        contributions: Number(counts.contributions),
        replies: Number(counts.replies),
        supports: Number(counts.supports),
        participants: Number(counts.participants),
        authors: Number(counts.authors),
      },
    ]),
  )
}

/** Somebody who wrote on a topic, as they were named there last, and how much of theirs is public. */
export type TopicAuthor = {
  name: string
  organisation: string | null
  contributions: number
  replies: number
}

/** Who wrote on a topic, who began first. Erased authors have no name. */
export async function listTopicAuthors(
  db: Db,
  topicId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<TopicAuthor[]> {
  const { rows } = await sql<{
    name: string
    organisation: string | null
    contributions: string
    replies: string
  }>`
    select
      (array_agg(author_name order by number desc))[1] as name,
      (array_agg(organisation order by number desc))[1] as organisation,
      count(*) filter (where reply_to is null) as contributions,
      count(*) filter (where reply_to is not null) as replies
    from contribution
    where topic_id = ${topicId} and state = 'published'
    group by author_id order by min(number) limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ contributions, replies, ...author }) => ({
    ...author,
    contributions: Number(contributions),
    replies: Number(replies),
  }))
}

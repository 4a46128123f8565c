import { sql } from 'kysely'
import { hex } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'
import { listPhasesOf } from './phase-store.ts'
import { hashTopic } from './record-topic.ts'
import { listTopics } from './store.ts'
import type { Topic } from './topic.ts'

/** What the journal says of a topic, as its rows say it. */
export type TopicAccount = {
  /** As entries name it. */
  object: string
  state: Topic['state']
  revision: number
  sha256: string
  phases: readonly { number: number; opensOn: Day; closesOn: Day; revision: number }[]
  /** What people are told of changes of dates. */
  changes: readonly { phase: number; at: Date; closesOn: Day }[]
}

export async function listTopicAccounts(db: Db): Promise<TopicAccount[]> {
  const reports = await db
    .selectFrom('topic')
    .innerJoin('report', 'report.id', 'topic.report_id')
    .select(['report.id', 'report.slug'])
    .distinct()
    .orderBy('report.id')
    .execute()
  const accounts = await Promise.all(
    reports.map(async ({ id, slug }) => {
      const topics = await listTopics(db, id)
      const ids = topics.map((topic) => topic.id)
      const phases = await listPhasesOf(db, ids)
      const changes = Map.groupBy(await listChangesOf(db, ids), ({ topicId }) => topicId)
      return topics.map((topic) => ({
        object: `topic/${slug}/${topic.slug}`,
        state: topic.state,
        revision: topic.revision,
        sha256: hex(hashTopic(topic)),
        phases: phases.get(topic.id) ?? [],
        changes: changes.get(topic.id) ?? [],
      }))
    }),
  )
  return accounts.flat()
}

function listChangesOf(db: Db, topicIds: readonly number[]) {
  return db
    .selectFrom('topic_date_change')
    .select(['topic_id as topicId', 'phase', 'at'])
    .select(sql<Day>`to_char(closes_on, 'YYYY-MM-DD')`.as('closesOn'))
    .where('topic_id', 'in', topicIds)
    .execute()
}

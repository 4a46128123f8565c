import type { Child } from 'hono/jsx'
import type { Report } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import type { Phase } from './phase.ts'
import type { Topic } from './topic.ts'

/** A topic with its phases, by their dates. */
export type TopicOfReport = { topic: Topic; phases: readonly Phase[] }
export type TopicSubject = TopicOfReport & { report: Report }

/** What stands beside each of these topics in a list, by topic id. */
export type Tallies = (
  viewing: Viewing,
  report: Report,
  topics: readonly Topic[],
) => Promise<Map<number, Child>>

/** Where later modules set their pieces into the pages of topics. */
export type TopicPanels = {
  /** The first button of an open topic. */
  topicLead: readonly Panel<TopicSubject>[]
  /** What is counted of a topic, each as an item of one list. */
  topicCounters: readonly Panel<TopicSubject>[]
  /** Below what is put to debate. */
  topic: readonly Panel<TopicSubject>[]
  topicTallies: Tallies
}

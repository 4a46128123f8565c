import type { Child } from 'hono/jsx'
import { languageTags, type Locale } from '../platform/messages.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Panel } from '../request.ts'
import {
  openPhase,
  topicAddresses,
  type Tallies,
  type Topic,
  type TopicSubject,
} from '../topics/index.ts'
import type { Report } from '../reports/index.ts'
import { ContributionList } from './contributions-page.tsx'
import { listPage } from './list-entries.ts'
import { countOfTopics, type TopicCounts } from './topic-store.ts'
import { words } from './words.ts'

/** How many a topic shows of what was said of it; the rest is on the list. */
const shownHere = 10

const nothing: TopicCounts = {
  contributions: 0,
  replies: 0,
  supports: 0,
  participants: 0,
  authors: 0,
}

/** Where everything that was said of a topic is listed. */
function listOf(locale: Locale, report: Report, topic: Topic, order?: 'supported'): string {
  const list = `/${locale}/reports/${report.slug}/contributions?topic=${topic.slug}`
  return order ? `${list}&order=${order}` : list
}

/** The first button of an open topic. */
export const speakOfTopic: Panel<TopicSubject> = async ({ locale }, { report, topic }) => (
  <a class="button" href={`${topicAddresses(locale, report).topic(topic)}/contribution`}>
    {words(locale)('answer-topic')}
  </a>
)

/** How many took part in a topic, and how much they said; each leads to the list that it counts. */
export const topicCounters: Panel<TopicSubject> = async ({ db, locale }, { report, topic }) => {
  const say = words(locale)
  const counts = (await countOfTopics(db, [topic.id])).get(topic.id) ?? nothing
  const { contributions, replies, supports, participants } = counts
  const people = `${topicAddresses(locale, report).topic(topic)}/participants`
  return (
    <>
      <Counter locale={locale} count={participants} href={people}>
        {say('counter-participants', { count: participants })}
      </Counter>
      <Counter locale={locale} count={contributions} href={listOf(locale, report, topic)}>
        {say('counter-contributions', { count: contributions })}
      </Counter>
      <Counter locale={locale} count={supports} href={listOf(locale, report, topic, 'supported')}>
        {say('counter-supports', { count: supports })}
      </Counter>
      {replies > 0 && (
        <Counter locale={locale} count={replies} href={null}>
          {say('counter-replies', { count: replies })}
        </Counter>
      )}
    </>
  )
}

type CounterProps = { locale: Locale; count: number; href: string | null; children: Child }

/** A number leads to what it counts, where there is anything. */
function Counter({ locale, count, href, children }: CounterProps) {
  const shown = (
    <>
      <b>{new Intl.NumberFormat(languageTags[locale]).format(count)}</b> {children}
    </>
  )
  return <li>{href !== null && count > 0 ? <a href={href}>{shown}</a> : shown}</li>
}

/** What was said of a topic, the newest first, and an invitation where nobody has spoken. */
export const saidOfTopic: Panel<TopicSubject> = async (
  { db, locale, now },
  { report, topic, phases },
) => {
  const say = words(locale)
  const { listed, count } = await listPage(
    db,
    { reportId: report.id, topicId: topic.id },
    { order: 'newest', limit: shownHere, offset: 0 },
  )
  const open = openPhase(phases, dayInParis(now)) !== undefined
  return (
    <section aria-labelledby="contributions">
      <h2 id="contributions">{say('said-of-topic')}</h2>
      {count === 0 ? (
        <p class="empty">{say(open ? 'first-on-topic' : 'none-on-topic')}</p>
      ) : (
        <ContributionList locale={locale} listed={listed} />
      )}
      {count > shownHere && (
        <p>
          <a href={listOf(locale, report, topic)}>{say('see-all', { count })}</a>
        </p>
      )}
    </section>
  )
}

/** In a list of topics: what was said of each. */
export const topicTallies: Tallies = async ({ db, locale }, _report, topics) => {
  const say = words(locale)
  const counts = await countOfTopics(
    db,
    topics.map(({ id }) => id),
  )
  return new Map(
    topics.map(({ id }) => [
      id,
      say('tally', {
        contributions: counts.get(id)?.contributions ?? 0,
        participants: counts.get(id)?.participants ?? 0,
      }),
    ]),
  )
}

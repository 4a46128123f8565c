import { can } from '../permissions.ts'
import { inLanguage } from '../platform/messages.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { topicAddresses } from './addresses.ts'
import { openPhase, stateOf } from './phase.ts'
import { listPhasesOf } from './phase-store.ts'
import { sayState } from './say-phase.ts'
import { listTopics } from './store.ts'
import { words } from './words.ts'

/** In the workshop: the way to the report's topics. */
export const topicsLink: Panel<{ report: Report }> = async ({ locale }, { report }) => (
  <p>
    <a class="button quiet" href={topicAddresses(locale, report).workshop}>
      {words(locale)('keep-topics')}
    </a>
  </p>
)

/** Topics on a front page; the others are on a page of their own. */
const shownHere = 6

/** On the front page: what is put to debate now, the first to close first, and what will be. */
export const topicsHere: Panel<{ report: Report }> = async (
  { db, locale, actor, now },
  { report },
) => {
  const topics = (await listTopics(db, report.id)).filter(({ state }) => state === 'published')
  const mayKeep = can(actor, 'topic.keep', { reportId: report.id })
  if (topics.length === 0 && !mayKeep) return null
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const today = dayInParis(now)
  const phases = await listPhasesOf(
    db,
    topics.map(({ id }) => id),
  )
  const told = topics
    .flatMap((topic) => {
      const own = phases.get(topic.id) ?? []
      const phase = openPhase(own, today) ?? own.find((one) => stateOf(one, today) === 'ahead')
      return phase ? [{ topic, phase }] : []
    })
    .toSorted((one, other) => (one.phase.closesOn < other.phase.closesOn ? -1 : 1))
  return (
    <section aria-labelledby="topics-title">
      <h2 id="topics-title">{say('topics')}</h2>
      {told.length === 0 && topics.length > 0 && <p>{say('none-open')}</p>}
      {told.length > 0 && (
        <ul class="plain">
          {told.slice(0, shownHere).map(({ topic, phase }) => (
            <li>
              <a href={there.topic(topic)} {...inLanguage(report.lang)}>
                {topic.title}
              </a>
              <p class="fine">{sayState(locale, phase, today)}</p>
            </li>
          ))}
        </ul>
      )}
      <p>
        {topics.length > 0 && (
          <a href={there.topics}>{say('all-topics', { count: topics.length })}</a>
        )}{' '}
        {mayKeep && <a href={there.workshop}>{say('keep-topics')}</a>}
      </p>
    </section>
  )
}

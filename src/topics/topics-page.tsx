import type { Child } from 'hono/jsx'
import { inLanguage } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import { stateOf, topicStateOf, type PhaseState } from './phase.ts'
import { PhasesFigure } from './phases-figure.tsx'
import { sayState } from './say-phase.ts'
import type { TopicOfReport } from './subject.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  topics: readonly TopicOfReport[]
  tallies: Map<number, Child>
  today: Day
  /** For editors: the way to where topics are kept. */
  mayKeep: boolean
}

const groups = ['open', 'ahead', 'over'] as const

/** What a report puts to debate: what is open, what will be, what was, and all of it on one calendar. */
export function TopicsPage(props: Props) {
  const { frame, report, topics, today, mayKeep } = props
  const { locale } = frame
  const say = words(locale)
  const there = topicAddresses(locale, report)
  return (
    <Layout frame={frame} title={say('topics-of', { name: report.title })}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <h1>{say('topics')}</h1>
      {topics.length === 0 ? (
        <p class="empty">
          {say('no-topics')}{' '}
          <a href={`${there.front}/contributions`}>{say('what-is-said-without')}</a>
        </p>
      ) : (
        <p class="lead">{say('topics-lead')}</p>
      )}
      {mayKeep && (
        <p class="actions">
          <a class="button quiet" href={there.workshop}>
            {say('keep-topics')}
          </a>
        </p>
      )}
      {groups.map((state) => (
        <TopicGroup {...props} state={state} />
      ))}
      {topics.length > 0 && (
        <PhasesFigure locale={locale} report={report} topics={topics} today={today} />
      )}
    </Layout>
  )
}

function TopicGroup(props: Props & { state: PhaseState }) {
  const { frame, topics, state, today } = props
  const chosen = topics.filter(({ phases }) => topicStateOf(phases, today) === state)
  if (chosen.length === 0) return null
  return (
    <section aria-labelledby={`topics-${state}`}>
      <h2 id={`topics-${state}`}>{words(frame.locale)(`group-${state}`)}</h2>
      <ul class="topics">
        {chosen.map((entry) => (
          <TopicItem {...props} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function TopicItem({ frame, report, tallies, today, entry }: Props & { entry: TopicOfReport }) {
  const { locale } = frame
  const { topic, phases } = entry
  const { topic: address } = topicAddresses(locale, report)
  const told =
    phases.find((phase) => stateOf(phase, today) === 'open') ??
    phases.find((phase) => stateOf(phase, today) === 'ahead') ??
    phases.at(-1)
  const own = inLanguage(report.lang)
  return (
    <li>
      <h3>
        <a href={address(topic)} {...own}>
          {topic.title}
        </a>
      </h3>
      {topic.assertion !== null && (
        <p class="assertion" {...own}>
          {topic.assertion}
        </p>
      )}
      <p class="fine">
        {told && sayState(locale, told, today)}
        {tallies.has(topic.id) && ' · '}
        {tallies.get(topic.id)}
      </p>
    </li>
  )
}

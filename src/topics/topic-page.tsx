import type { Child } from 'hono/jsx'
import { inLanguage, languageTags, sayDate, type Locale } from '../platform/messages.ts'
import { dayInParis, type Day } from '../platform/paris-days.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import type { ExtractOfPassage } from './gather-extracts.ts'
import { daysOpen, openPhase, stateOf } from './phase.ts'
import type { DateChange } from './phase-store.ts'
import { PutToDebate } from './put-to-debate.tsx'
import { nameOfPhase, sayDates, sayState } from './say-phase.ts'
import type { TopicSubject } from './subject.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  subject: TopicSubject
  extracts: readonly ExtractOfPassage[]
  changes: readonly DateChange[]
  visitors: number
  today: Day
  mayKeep: boolean
  lead: Child[]
  counters: Child[]
  panels: Child[]
}

/** One topic: what it asks, until when, who has taken part so far, what the report and others say of it. */
export function TopicPage(props: Props) {
  const { frame, subject, today, panels, extracts } = props
  const { report, topic } = subject
  const { locale } = frame
  const say = words(locale)
  const there = topicAddresses(locale, report)
  return (
    <Layout frame={frame} title={topic.title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.topics, label: say('topics') }]}
      />
      {topic.state === 'draft' && <p class="notice">{say('seen-by-editors-only')}</p>}
      <h1 {...inLanguage(report.lang)}>{topic.title}</h1>
      <Now {...props} />
      <PutToDebate locale={locale} report={report} topic={topic} extracts={extracts} />
      <Counters {...props} />
      {panels}
      <Phases locale={locale} {...subject} today={today} changes={props.changes} />
      {props.mayKeep && (
        <p class="actions">
          <a class="button quiet" href={there.edited(topic)}>
            {say('keep-topic')}
          </a>
        </p>
      )}
    </Layout>
  )
}

/** Until when something can be said, what is asked now, and the way to say it. */
function Now({ frame, subject, today, lead }: Props) {
  const { locale } = frame
  const { phases, report } = subject
  const phase = openPhase(phases, today)
  if (!phase) {
    const next = phases.find((one) => stateOf(one, today) === 'ahead') ?? phases.at(-1)
    return <p class="lead">{next ? sayState(locale, next, today) : words(locale)('no-dates')}</p>
  }
  return (
    <div class="open-now">
      <p>
        <strong>{sayState(locale, phase, today)}</strong>
      </p>
      {phase.prompt !== null && <p {...inLanguage(report.lang)}>{phase.prompt}</p>}
      <p class="actions">{lead}</p>
    </div>
  )
}

function Counters({ frame, subject, visitors, today, counters }: Props) {
  const { locale } = frame
  const say = words(locale)
  const numbers = new Intl.NumberFormat(languageTags[locale])
  const { phases, topic } = subject
  const days = daysOpen(phases, dayInParis(topic.publishedAt ?? new Date(today)), today)
  return (
    <section aria-labelledby="counters-title">
      <h2 id="counters-title">{say('counters')}</h2>
      <ul class="counters of-topic">
        {counters}
        <li>
          <b>{numbers.format(days)}</b> {say('counter-days', { count: days })}
        </li>
        <li>
          <b>{numbers.format(visitors)}</b> {say('counter-visitors', { count: visitors })}
        </li>
      </ul>
      <details>
        <summary>{say('how-counted')}</summary>
        <p class="fine">{say('how-counted-text')}</p>
      </details>
    </section>
  )
}

type PhasesProps = Omit<TopicSubject, 'topic'> & {
  locale: Locale
  report: Report
  today: Day
  changes: readonly DateChange[]
}

/** Every phase, and what became of dates that people had been told. */
function Phases({ locale, report, phases, today, changes }: PhasesProps) {
  const say = words(locale)
  if (phases.length === 0) return null
  return (
    <section aria-labelledby="when">
      <h2 id="when">{say('when')}</h2>
      <ul class="phase-list">
        {phases.map((phase) => {
          const name = nameOfPhase(locale, phase, phases)
          return (
            <li class={stateOf(phase, today)}>
              <b {...(name.own ? inLanguage(report.lang) : {})}>{name.text}</b>
              {' · '}
              {sayDates(locale, phase)}
              {' · '}
              {say('state-now', { state: stateOf(phase, today) })}
              {changes
                .filter((change) => change.phase === phase.number)
                .map((change) => (
                  <p class="fine">{sayChange(locale, change)}</p>
                ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function sayChange(locale: Locale, { at, deed, before, after }: DateChange): string {
  const date = (day: Day) => sayDate(locale, new Date(day))
  return words(locale)('date-change', {
    deed,
    date: date(dayInParis(at)),
    opened: date(before.opensOn),
    opens: date(after.opensOn),
    closed: date(before.closesOn),
    closes: date(after.closesOn),
  })
}

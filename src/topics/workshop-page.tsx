import { inLanguage } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import { stateOf, topicStateOf } from './phase.ts'
import { sayState } from './say-phase.ts'
import type { TopicOfReport } from './subject.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  topics: readonly TopicOfReport[]
  today: Day
}

/** For editors: every topic, drafts too, and the way to begin one. */
export function WorkshopPage({ frame, report, topics, today }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = topicAddresses(locale, report)
  return (
    <FormFrame {...{ frame, report }} title={say('topics')} topic={null} problems={[]}>
      <p class="lead">{say(topics.length === 0 ? 'workshop-empty' : 'workshop-lead')}</p>
      <p class="actions">
        <a class="button" href={there.beginning}>
          {say('begin-title')}
        </a>
        <a class="button quiet" href={there.topics}>
          {say('as-read')}
        </a>
      </p>
      <ul class="topics">
        {topics.map(({ topic, phases }) => {
          const told =
            phases.find((phase) => stateOf(phase, today) === topicStateOf(phases, today)) ?? null
          return (
            <li>
              <h2>
                <a href={there.edited(topic)} {...inLanguage(report.lang)}>
                  {topic.title}
                </a>
              </h2>
              <p class="fine">
                {say('state-of-topic', { state: topic.state })}
                {' · '}
                {told ? sayState(locale, told, today) : say('no-dates')}
              </p>
            </li>
          )
        })}
      </ul>
    </FormFrame>
  )
}

import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Report } from '../reports/index.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import type { Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { ExtractOfPassage } from './gather-extracts.ts'
import { stateOf, type Phase } from './phase.ts'
import { PutToDebate } from './put-to-debate.tsx'
import { nameOfPhase, sayDates } from './say-phase.ts'
import type { TopicSubject } from './subject.ts'
import { words } from './words.ts'

export const topicDeeds = [
  'begun',
  'kept',
  'published',
  'phase-added',
  'phase-kept',
  'phase-closed',
  'phase-removed',
] as const

type Props = {
  frame: Frame
  subject: TopicSubject
  extracts: readonly ExtractOfPassage[]
  today: Day
  done: (typeof topicDeeds)[number] | null
}

/** For editors: one topic, what it says and when it is open, and what can be done with it next. */
export function EditedPage({ frame, subject, extracts, today, done }: Props) {
  const { locale } = frame
  const { report, topic, phases } = subject
  const say = words(locale)
  const there = topicAddresses(locale, report)
  return (
    <FormFrame
      {...{ frame, report }}
      title={say('edited-title', { name: topic.title })}
      notice={<DoneNotice sentence={done && say(`done-${done}`)} />}
      topic={null}
      problems={[]}
    >
      <p class="notice">
        {say('state-of-topic', { state: topic.state })}{' '}
        {topic.state === 'published' && <a href={there.topic(topic)}>{say('as-read')}</a>}
        {topic.state === 'draft' && say('next-step', { phases: phases.length })}
      </p>
      {topic.state === 'draft' && phases.length > 0 && (
        <p class="actions">
          <a class="button" href={there.publication(topic)}>
            {say('publish')}
          </a>
        </p>
      )}
      <section aria-labelledby="when">
        <h2 id="when">{say('when')}</h2>
        {phases.length === 0 ? (
          <p class="empty">{say('no-phases')}</p>
        ) : (
          <ul class="phase-list">
            {phases.map((phase) => (
              <PhaseItem {...{ locale, report, subject, phase, today }} />
            ))}
          </ul>
        )}
        <p class="actions">
          <a class="button quiet" href={there.newPhase(topic)}>
            {say('add-phase')}
          </a>
        </p>
      </section>
      <section aria-labelledby="put-to-debate">
        <h2 id="put-to-debate">{say('put-to-debate')}</h2>
        <p class="actions">
          <a class="button quiet" href={there.words(topic)}>
            {say('words-title')}
          </a>
        </p>
        <div class="preview">
          <PutToDebate {...{ locale, report, topic, extracts }} level={3} />
        </div>
      </section>
    </FormFrame>
  )
}

type ItemProps = {
  locale: Locale
  report: Report
  subject: TopicSubject
  phase: Phase
  today: Day
}

function PhaseItem({ locale, report, subject, phase, today }: ItemProps) {
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const { topic, phases } = subject
  const name = nameOfPhase(locale, phase, phases)
  const state = stateOf(phase, today)
  return (
    <li class={state}>
      <b {...(name.own ? inLanguage(report.lang) : {})}>{name.text}</b>
      {' · '}
      {sayDates(locale, phase)}
      {' · '}
      {say('state-now', { state })}
      <p class="actions">
        <a href={there.phase(topic, phase.number)}>{say('change-phase', { state })}</a>
        {state !== 'over' && (
          <a href={there.phaseEnd(topic, phase.number)}>{say('end-phase', { state })}</a>
        )}
      </p>
    </li>
  )
}

import type { Day } from '../platform/paris-days.ts'
import type { Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { ExtractOfPassage } from './gather-extracts.ts'
import type { PublishTopicProblem } from './publish-topic.ts'
import { PutToDebate } from './put-to-debate.tsx'
import { nameOfPhase, sayDates, sayState } from './say-phase.ts'
import type { TopicSubject } from './subject.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  subject: TopicSubject
  extracts: readonly ExtractOfPassage[]
  today: Day
  problem: PublishTopicProblem | null
}

/** Asks whether a topic is to be shown to everybody, as it then reads. */
export function PublicationPage({ frame, subject, extracts, today, problem }: Props) {
  const { locale } = frame
  const { report, topic, phases } = subject
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const problems = problem ? [{ field: 'as-it-reads', sentence: say(`publish-${problem}`) }] : []
  return (
    <FormFrame {...{ frame, report, topic, problems }} title={say('publish-title')}>
      <p class="lead">{say('publish-lead')}</p>
      <section class="preview" aria-labelledby="as-it-reads" tabindex={-1}>
        <h2 id="as-it-reads">{topic.title}</h2>
        <ul>
          {phases.map((phase) => (
            <li>
              {nameOfPhase(locale, phase, phases).text}
              {' · '}
              {sayDates(locale, phase)}
              {' · '}
              {sayState(locale, phase, today)}
            </li>
          ))}
        </ul>
        <PutToDebate {...{ locale, report, topic, extracts }} level={3} />
      </section>
      <form method="post" action={there.publication(topic)}>
        <input type="hidden" name="revision" value={String(topic.revision)} />
        <div class="actions">
          <button type="submit">{say('publish')}</button>
          <a href={there.edited(topic)}>{say('give-up')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

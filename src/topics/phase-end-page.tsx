import type { Day } from '../platform/paris-days.ts'
import type { Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import type { EndPhaseProblem } from './end-phase.ts'
import { FormFrame } from './form-frame.tsx'
import { stateOf, type Phase } from './phase.ts'
import { nameOfPhase, sayDates, sayState } from './say-phase.ts'
import type { TopicSubject } from './subject.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  subject: TopicSubject
  phase: Phase
  today: Day
  problem: EndPhaseProblem | null
}

/** Asks whether a phase is to be closed today or, before it began, taken out. */
export function PhaseEndPage({ frame, subject, phase, today, problem }: Props) {
  const { locale } = frame
  const { report, topic, phases } = subject
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const state = stateOf(phase, today)
  const problems = problem ? [{ field: 'phase', sentence: say(`end-${problem}`) }] : []
  return (
    <FormFrame {...{ frame, report, topic, problems }} title={say('end-phase', { state })}>
      <p class="preview" id="phase" tabindex={-1}>
        <b>{nameOfPhase(locale, phase, phases).text}</b>
        {' · '}
        {sayDates(locale, phase)}
        {' · '}
        {sayState(locale, phase, today)}
      </p>
      <p>{say('end-lead', { state })}</p>
      {state !== 'over' && (
        <form method="post" action={there.phaseEnd(topic, phase.number)}>
          <input type="hidden" name="revision" value={String(phase.revision)} />
          <button type="submit">{say('end-phase', { state })}</button>
        </form>
      )}
      <p>
        <a href={there.edited(topic)}>{say('give-up')}</a>
      </p>
    </FormFrame>
  )
}

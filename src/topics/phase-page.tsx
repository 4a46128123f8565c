import { inLanguage } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import { ChangedSince } from '../ui/changed-since.tsx'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { KeepPhaseProblem } from './keep-phase.ts'
import { phaseLimits, stateOf, type Phase, type TypedPhase } from './phase.ts'
import { problemOf, sayPhaseProblems } from './say-problem.ts'
import { sayDates } from './say-phase.ts'
import type { TopicSubject } from './subject.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  subject: TopicSubject
  /** As it stands now, or the key under which one is added. */
  known: Phase | { key: string }
  typed: TypedPhase
  today: Day
  problems: readonly KeepPhaseProblem[]
}

/** When a topic is open: a phase to be added, prolonged, shortened, or opened again. */
export function PhasePage(props: Props) {
  const { frame, subject, known, today } = props
  const { locale } = frame
  const { report, topic, phases } = subject
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const isNew = 'key' in known
  const state = isNew ? 'ahead' : stateOf(known, today)
  const problems = sayPhaseProblems(locale, props.problems)
  const others = phases.filter((phase) => isNew || phase.number !== known.number)
  return (
    <FormFrame
      {...{ frame, report, topic, problems }}
      title={isNew ? say('add-phase') : say('change-phase', { state })}
    >
      {props.problems.includes('changed-since') && (
        <ChangedSince locale={locale} href={there.edited(topic)} by={null} />
      )}
      <p class="lead">{say('phase-lead')}</p>
      {others.length > 0 && (
        <p>
          {say('other-phases')} {others.map((phase) => sayDates(locale, phase)).join(' ; ')}
        </p>
      )}
      <form
        method="post"
        action={isNew ? there.phases(topic) : there.phase(topic, known.number)}
        class="stacked"
      >
        <PhaseFields {...props} problemOf={problemOf(problems)} />
        {isNew ? (
          <input type="hidden" name="key" value={known.key} />
        ) : (
          <input type="hidden" name="revision" value={String(known.revision)} />
        )}
        <div class="actions">
          <button type="submit">{say(isNew ? 'add' : 'save')}</button>
          <a href={there.edited(topic)}>{say('give-up')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

function PhaseFields({
  frame,
  subject,
  typed,
  problemOf: of,
}: Props & { problemOf: (field: string) => string | undefined }) {
  const say = words(frame.locale)
  const own = inLanguage(subject.report.lang)
  return (
    <>
      {(['opensOn', 'closesOn'] as const).map((field) => (
        <FormField id={field} label={say(field)} hint={say(`${field}-hint`)} problem={of(field)}>
          {(described) => (
            <input
              {...described}
              type="date"
              name={field}
              value={typed[field]}
              dir="ltr"
              required
            />
          )}
        </FormField>
      ))}
      <FormField
        id="label"
        label={say('label')}
        hint={say('label-hint', { limit: phaseLimits.label })}
        problem={of('label')}
      >
        {(described) => (
          <input {...described} type="text" name="label" value={typed.label} {...own} />
        )}
      </FormField>
      <FormField
        id="prompt"
        label={say('prompt')}
        hint={say('prompt-hint', { limit: phaseLimits.prompt })}
        problem={of('prompt')}
      >
        {(described) => (
          <textarea {...described} name="prompt" rows={4} {...own}>
            {typed.prompt}
          </textarea>
        )}
      </FormField>
    </>
  )
}

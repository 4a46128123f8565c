import { isAmendment, showRows, unitOf, type Amendment } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { decisions, reasonLimit } from './answer.ts'
import type { AnswerProps } from './answer-props.ts'
import type { Said } from './gather-group.ts'
import { commonKind } from './say-decision.ts'
import { sayProblem } from './say-problem.ts'
import { words } from './words.ts'

/** The decision, in what words where it is taken in part, and the reason. */
export function AnswerFields(props: AnswerProps) {
  const { frame, form, group } = props
  const say = words(frame.locale)
  const problemOf = problemFinder(props)
  const amended = group.said.filter(({ contribution }) => isAmendment(contribution))
  const [only, ...others] = amended
  return (
    <>
      <Decisions {...props} problem={problemOf(['no-decision'])} />
      {only && others.length === 0 && (
        <PartField {...props} one={only} problem={problemOf(partProblems)} />
      )}
      <FormField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint', { count: group.said.length, limit: reasonLimit })}
        problem={problemOf(['no-reason', 'reason-too-long'])}
      >
        {(described) => (
          <textarea {...described} name="reason" rows={6} required>
            {form.reason}
          </textarea>
        )}
      </FormField>
      <button type="submit">{say('give-answer')}</button>
    </>
  )
}

const partProblems = [
  'no-wording',
  'wording-as-proposed',
  'wording-unchanged',
  'wording-too-long',
  'heading-on-lines',
  'cells-differ',
]

function problemFinder({ frame, problems, group }: AnswerProps) {
  return (named: readonly string[]) => {
    const found = problems.find(({ number, problem }) => number === null && named.includes(problem))
    return found && sayProblem(frame.locale, found, group)
  }
}

function Decisions({ frame, form, group, problem }: AnswerProps & { problem: string | undefined }) {
  const say = words(frame.locale)
  const contributions = group.said.map(({ contribution }) => contribution)
  const kind = commonKind(contributions)
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{say('decision')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {decisions.map((option) => (
        <label class="choice">
          <input
            type="radio"
            id={`decision-${option}`}
            name="decision"
            value={option}
            checked={option === form.decision}
            required
          />
          <span>{say(`decide-${option}`, { kind, count: contributions.length })}</span>
        </label>
      ))}
    </fieldset>
  )
}

type PartProps = AnswerProps & { one: Said; problem: string | undefined }

/** The amendment's words, for the editors to finish. */
function PartField({ frame, report, form, one, problem }: PartProps) {
  const say = words(frame.locale)
  const { contribution, read } = one
  if (!isAmendment(contribution) || !read) return null
  const unit = unitOf(read)
  return (
    <div class="in-part">
      <FormField
        id="wording"
        label={say('part-wording')}
        hint={say('part-wording-hint', { unit })}
        problem={problem}
      >
        {(described) => (
          <textarea {...described} name="wording" rows={6} {...inLanguage(report.lang)}>
            {form.wording ?? proposed(contribution, unit)}
          </textarea>
        )}
      </FormField>
    </div>
  )
}

function proposed({ content: { wording } }: Amendment, unit: 'row' | 'sentence'): string {
  return unit === 'row' ? showRows(wording) : wording
}

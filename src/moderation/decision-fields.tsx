import { FormField } from '../ui/form-field.tsx'
import { addressesOn } from './addresses.ts'
import { choicesFor, currentOf, reasonLimit, type Choice } from './decision.ts'
import type { DecisionProps } from './decision-props.ts'
import { CutFields } from './cut-fields.tsx'
import { GroundFields } from './ground-fields.tsx'
import { problemIn, sayProblem } from './say-problem.ts'
import { words } from './words.ts'

/** What can be decided, and why. */
export function DecisionFields(props: DecisionProps) {
  const { frame, contribution, decisions, typed, fromQueue } = props
  const { locale } = frame
  const say = words(locale)
  const open = choicesFor(contribution)
  const there = addressesOn(locale, contribution)
  return (
    <form method="post" action={there.here} class="stacked">
      <input type="hidden" name="read" value={String(contribution.revision)} />
      <input type="hidden" name="seen" value={String(currentOf(decisions)?.id ?? 0)} />
      <input type="hidden" name="flags" value={props.flags.map(({ id }) => id).join(',')} />
      {fromQueue && <input type="hidden" name="from" value="queue" />}
      <fieldset id="decision" class={props.problem === 'no-choice' ? 'refused' : undefined}>
        <legend>{say('decision')}</legend>
        {props.problem === 'no-choice' && <p class="problem">{sayProblem(locale, 'no-choice')}</p>}
        {open.map((choice) => (
          <ChoiceOption
            choice={choice}
            checked={typed.choice === choice || open.length === 1}
            {...{ props }}
          />
        ))}
      </fieldset>
      <CutFields {...props} />
      <GroundFields {...props} problemOf={(id) => problemIn(props, id)} />
      <ReasonField {...props} />
      <div class="actions">
        <button type="submit">{say('decide')}</button>
        <a href={there.public}>{say('decide-nothing')}</a>
      </div>
    </form>
  )
}

type OptionProps = { choice: Choice; checked: boolean; props: DecisionProps }

function ChoiceOption({ choice, checked, props }: OptionProps) {
  const say = words(props.frame.locale)
  const { state } = props.contribution
  return (
    <label class="choice">
      <input
        type="radio"
        name="choice"
        id={`choice-${choice}`}
        value={choice}
        checked={checked}
        required
      />
      <span>{say('choice', { choice, state })}</span>
    </label>
  )
}

function ReasonField(props: DecisionProps) {
  const { locale } = props.frame
  const say = words(locale)
  return (
    <FormField
      id="reason"
      label={say('reason')}
      hint={say('reason-hint', { limit: reasonLimit })}
      problem={problemIn(props, 'reason')}
    >
      {(described) => (
        <textarea {...described} name="reason" rows={5}>
          {props.typed.reason}
        </textarea>
      )}
    </FormField>
  )
}

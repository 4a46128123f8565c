import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { addressesOf } from './addresses.ts'
import { cadences, weekdays } from './cadence.ts'
import type { TypedSetting } from './forms.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  typed: TypedSetting
  problems: readonly ('cadence' | 'weekday')[]
}

/** When somebody wants to be told, and of what at once. */
export function SettingForm({ locale, typed, problems }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="how">
      <h2 id="how">{say('how')}</h2>
      <form method="post" action={addressesOf(locale).setting} class="stacked">
        <CadenceField {...{ locale, typed }} refused={problems.includes('cadence')} />
        <FormField
          id="weekday"
          label={say('weekday')}
          hint={say('weekday-hint')}
          problem={problems.includes('weekday') ? say('problem-weekday') : undefined}
        >
          {(described) => (
            <select name="weekday" {...described}>
              {weekdays.map((day) => (
                <option value={String(day)} selected={typed.weekday === day}>
                  {say('weekday-name', { day: `d${day}` })}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <label class="choice">
          <input
            type="checkbox"
            name="answers"
            value="1"
            checked={typed.answers}
            aria-describedby="answers-hint"
          />
          {say('answers')}
        </label>
        <p class="hint" id="answers-hint">
          {say('answers-hint')}
        </p>
        <button type="submit">{say('save')}</button>
      </form>
    </section>
  )
}

type CadenceProps = Pick<Props, 'locale' | 'typed'> & { refused: boolean }

function CadenceField({ locale, typed, refused }: CadenceProps) {
  const say = words(locale)
  return (
    <fieldset
      class={refused ? 'refused' : undefined}
      aria-describedby={refused ? 'cadence-problem' : undefined}
    >
      <legend>{say('cadence')}</legend>
      {refused && (
        <p class="problem" id="cadence-problem">
          {say('problem-cadence')}
        </p>
      )}
      {cadences.map((cadence) => (
        <label class="choice">
          <input
            type="radio"
            name="cadence"
            id={`cadence-${cadence}`}
            value={cadence}
            checked={typed.cadence === cadence}
            required
          />
          {say(`cadence-${cadence}`)}
        </label>
      ))}
    </fieldset>
  )
}

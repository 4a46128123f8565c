import { inReadersLanguage } from '../articles/index.ts'
import { inLocale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { lawLimit } from './decision.ts'
import type { DecisionProps } from './decision-props.ts'
import { problemIn } from './say-problem.ts'
import { words } from './words.ts'

/** What a refusal, a withholding or a cut rests on: a rule of the charter, or a law. */
export function GroundFields(props: DecisionProps) {
  const { frame, charter, typed } = props
  const { locale } = frame
  const say = words(locale)
  const problem = problemIn(props, 'ground')
  return (
    <fieldset id="ground" class={problem ? 'refused' : undefined}>
      <legend>{say('ground')}</legend>
      {problem && <p class="problem">{problem}</p>}
      <p class="hint">
        {say('ground-hint')} <a href={`/${locale}/charter`}>{say('charter')}</a>
      </p>
      {charter.rules.map((rule) => (
        <label class="choice">
          <input
            type="radio"
            name="ground"
            value={String(rule.number)}
            checked={typed.ground === rule.number}
          />
          <span>
            {say('rule-title', {
              rule: rule.number,
              title: inReadersLanguage(rule, inLocale(locale).lang).title,
            })}
          </span>
        </label>
      ))}
      <label class="choice">
        <input type="radio" name="ground" value="law" checked={typed.ground === 'law'} />
        <span>{say('ground-law')}</span>
      </label>
      <FormField
        id="law"
        label={say('law')}
        hint={say('law-hint', { limit: lawLimit })}
        problem={problemIn(props, 'law')}
      >
        {(described) => <input {...described} type="text" name="law" value={typed.law} />}
      </FormField>
    </fieldset>
  )
}

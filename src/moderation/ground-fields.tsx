import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import type { Charter } from './charter.ts'
import { lawLimit, type TypedDecision } from './decision.ts'
import { RuleChoices } from './rule-choices.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  charter: Charter
  typed: Pick<TypedDecision, 'ground' | 'law'>
  /** What is wrong with the control of that id. */
  problemOf: (id: string) => string | undefined
}

/** What a refusal, a withholding or a cut rests on: a rule of the charter, or a law. */
export function GroundFields({ frame, charter, typed, problemOf }: Props) {
  const { locale } = frame
  const say = words(locale)
  const problem = problemOf('ground')
  return (
    <fieldset id="ground" class={problem ? 'refused' : undefined}>
      <legend>{say('ground')}</legend>
      {problem && <p class="problem">{problem}</p>}
      <p class="hint">
        {say('ground-hint')} <a href={`/${locale}/charter`}>{say('charter')}</a>
      </p>
      <RuleChoices
        locale={locale}
        charter={charter}
        chosen={typed.ground}
        otherwise={say('ground-law')}
      />
      <FormField
        id="law"
        label={say('law')}
        hint={say('law-hint', { limit: lawLimit })}
        problem={problemOf('law')}
      >
        {(described) => <input {...described} type="text" name="law" value={typed.law} />}
      </FormField>
    </fieldset>
  )
}

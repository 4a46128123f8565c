import { RuleTitle, type Charter } from '../moderation/index.ts'
import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  charter: Charter
  chosen: number | null
  problem: string | undefined
}

/** The rule of the charter that was broken. */
export function RuleField({ locale, charter, chosen, problem }: Props) {
  const say = words(locale)
  return (
    <fieldset id="rule" class={problem ? 'refused' : undefined}>
      <legend>{say('rule')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {charter.rules.map((rule) => (
        <label class="choice">
          <input
            type="radio"
            name="rule"
            value={String(rule.number)}
            checked={chosen === rule.number}
            required
          />
          <RuleTitle locale={locale} rule={rule} />
        </label>
      ))}
    </fieldset>
  )
}

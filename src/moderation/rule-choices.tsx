import type { Locale } from '../platform/messages.ts'
import type { Charter } from './charter.ts'
import { RuleTitle } from './rule-title.tsx'

type Props = {
  locale: Locale
  charter: Charter
  /** The number of a rule, `law`, or nothing yet. */
  chosen: number | 'law' | null
  /** What is said instead of a rule: that it is a law. */
  otherwise: string
  required?: boolean
}

/** What something rests on: one of the charter's rules, or a law. */
export function RuleChoices({ locale, charter, chosen, otherwise, required = false }: Props) {
  return (
    <>
      {charter.rules.map((rule) => (
        <label class="choice">
          <input
            type="radio"
            name="ground"
            value={String(rule.number)}
            checked={chosen === rule.number}
            required={required}
          />
          <RuleTitle locale={locale} rule={rule} />
        </label>
      ))}
      <label class="choice">
        <input
          type="radio"
          name="ground"
          value="law"
          checked={chosen === 'law'}
          required={required}
        />
        <span>{otherwise}</span>
      </label>
    </>
  )
}

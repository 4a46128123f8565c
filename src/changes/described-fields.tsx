import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { insertedKinds, levels, type Described } from './text-change.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  described: Pick<Described, 'kind' | 'level'>
  problems: readonly ShownProblem[]
}

/** What the passage is: a heading of some level, a proposition, a paragraph… */
export function DescribedFields({ locale, described, problems }: Props) {
  const say = words(locale)
  const problem = problemOf(locale, problems)('kind')
  return (
    <div class="described">
      <FormField id="kind" label={say('kind')} problem={problem}>
        {(given) => (
          <select {...given} name="kind">
            {insertedKinds.map((kind) => (
              <option value={kind} selected={kind === described.kind}>
                {say('kind-name', { kind: kind.replaceAll('-', '_') })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="level" label={say('level')} hint={say('level-hint')}>
        {(given) => (
          <select {...given} name="level">
            {levels.map((level) => (
              <option value={String(level)} selected={level === described.level}>
                {level}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </div>
  )
}

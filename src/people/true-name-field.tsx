import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { longestLine } from './about.ts'
import type { TrueNameProblem } from './true-name.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  value: string
  problem: TrueNameProblem | undefined
  needed: boolean
}

/** Who one is, with who will see it. */
export function TrueNameField({ locale, value, problem, needed }: Props) {
  const say = words(locale)
  return (
    <FormField
      id="trueName"
      label={say('true-name')}
      hint={say('true-name-hint')}
      problem={problem && sayTrueNameProblem(locale, problem)}
    >
      {(described) => (
        <input
          {...described}
          type="text"
          name="trueName"
          value={value}
          dir="auto"
          autocomplete="name"
          required={needed}
        />
      )}
    </FormField>
  )
}

export function isTrueNameProblem(problem: string): problem is TrueNameProblem {
  return ['no-true-name', 'true-name-too-long', 'true-name-unreadable'].includes(problem)
}

export function sayTrueNameProblem(locale: Locale, problem: TrueNameProblem): string {
  const say = words(locale)
  return problem === 'true-name-too-long' ? say(problem, { longest: longestLine }) : say(problem)
}

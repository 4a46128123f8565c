import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { helixSides } from './person.ts'
import {
  longestName,
  longestOrganisation,
  type ProfileProblem,
  type TypedProfile,
} from './profile.ts'
import { words } from './words.ts'

const fields: Record<ProfileProblem, keyof TypedProfile> = {
  'no-name': 'name',
  'name-too-long': 'name',
  'name-unreadable': 'name',
  'no-side': 'side',
  'organisation-too-long': 'organisation',
  'organisation-unreadable': 'organisation',
}

/** For the error summary: each problem with the field that it links to. */
export function summariseProblems(locale: Locale, problems: ProfileProblem[]) {
  return problems.map((problem) => ({
    field: fields[problem] === 'side' ? `side-${helixSides[0]}` : fields[problem],
    sentence: sayProblem(locale, problem),
  }))
}

export function isProfileProblem(problem: string): problem is ProfileProblem {
  return Object.hasOwn(fields, problem)
}

type Props = { locale: Locale; typed: TypedProfile; problems: ProfileProblem[] }

/** What somebody says of themselves: public name, side of the helix, organisation. */
export function ProfileFields({ locale, typed, problems }: Props) {
  const say = words(locale)
  const problemOf = (field: keyof TypedProfile) => {
    const problem = problems.find((problem) => fields[problem] === field)
    return problem && sayProblem(locale, problem)
  }
  return (
    <>
      <FormField id="name" label={say('name')} hint={say('name-hint')} problem={problemOf('name')}>
        {(described) => (
          <input
            {...described}
            type="text"
            name="name"
            value={typed.name}
            dir="auto"
            autocomplete="name"
            required
          />
        )}
      </FormField>
      <Sides locale={locale} chosen={typed.side} problem={problemOf('side')} />
      <FormField
        id="organisation"
        label={say('organisation')}
        hint={say('organisation-hint')}
        problem={problemOf('organisation')}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name="organisation"
            value={typed.organisation}
            dir="auto"
            autocomplete="organization"
          />
        )}
      </FormField>
    </>
  )
}

function Sides(props: { locale: Locale; chosen: string; problem: string | undefined }) {
  const { locale, chosen, problem } = props
  const say = words(locale)
  return (
    <fieldset aria-describedby={problem ? 'side-hint side-problem' : 'side-hint'}>
      <legend>{say('side-legend')}</legend>
      <p class="hint" id="side-hint">
        {say('side-legend-hint')}
      </p>
      {problem && (
        <p class="problem" id="side-problem">
          {problem}
        </p>
      )}
      {helixSides.map((side) => (
        <label class="choice">
          <input
            type="radio"
            id={`side-${side}`}
            name="side"
            value={side}
            checked={side === chosen}
            required
          />
          <span>
            {say('side-choice', { side })} <span class="hint">{say('side-hint', { side })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export function sayProblem(locale: Locale, problem: ProfileProblem): string {
  const say = words(locale)
  switch (problem) {
    case 'name-too-long':
      return say(problem, { longest: longestName })
    case 'organisation-too-long':
      return say(problem, { longest: longestOrganisation })
    default:
      return say(problem)
  }
}

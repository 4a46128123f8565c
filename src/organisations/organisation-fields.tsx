import { LanguageChoice, peopleWords, sayAboutProblem, TerritoryField } from '../people/index.ts'
import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { dailyLimit, type KeepProblem } from './keep-organisation.ts'
import {
  longestDescription,
  longestName,
  organisationSides,
  type TypedOrganisation,
} from './organisation.ts'
import { words } from './words.ts'

export type ShownProblem = KeepProblem | 'signed-out'

const fields: Record<ShownProblem, string> = {
  'no-name': 'name',
  'name-too-long': 'name',
  'name-unreadable': 'name',
  'description-too-long': 'description',
  'no-side': `side-${organisationSides[0]}`,
  'no-public-body': 'public-yes',
  'territory-too-long': 'territory',
  'territory-unreadable': 'territory',
  'website-unreadable': 'website',
  'siret-wrong': 'siret',
  'domain-unreadable': 'mailDomain',
  'domain-free-mail': 'mailDomain',
  'too-many': 'form',
  'changed-since': 'form',
  'signed-out': 'signed-out',
}

/** For the error summary: each problem with the field that it links to. */
export function summarise(locale: Locale, problems: readonly ShownProblem[]) {
  return problems.map((problem) => ({
    field: fields[problem],
    sentence: sayProblem(locale, problem),
  }))
}

function sayProblem(locale: Locale, problem: ShownProblem): string {
  const say = words(locale)
  switch (problem) {
    case 'name-too-long':
      return say(problem, { longest: longestName })
    case 'description-too-long':
      return say(problem, { longest: longestDescription })
    case 'too-many':
      return say(problem, { limit: dailyLimit })
    case 'territory-too-long':
    case 'territory-unreadable':
      return sayAboutProblem(locale, problem)
    default:
      return say(problem)
  }
}

type Props = {
  locale: Locale
  typed: TypedOrganisation
  problems: readonly ShownProblem[]
}

/** What an organisation says of itself. */
export function OrganisationFields({ locale, typed, problems }: Props) {
  const say = words(locale)
  const problemOf = (field: string) => {
    const problem = problems.find((one) => fields[one] === field)
    return problem && sayProblem(locale, problem)
  }
  const line = { locale, typed, problemOf }
  return (
    <>
      <LineField {...line} field="name" required />
      <FormField
        id="description"
        label={say('description')}
        hint={say('description-hint', { longest: longestDescription })}
        problem={problemOf('description')}
      >
        {(described) => (
          <textarea {...described} name="description" rows={5} dir="auto">
            {typed.description}
          </textarea>
        )}
      </FormField>
      <Kind {...{ locale, typed, problemOf }} />
      <TerritoryField
        locale={locale}
        value={typed.territory}
        hint={say('territory-hint')}
        problem={problemOf('territory')}
      />
      <LanguageChoice
        locale={locale}
        legend={say('languages-optional')}
        hint={say('languages-hint')}
        chosen={typed.languages}
      />
      <LineField {...line} field="website" ltr />
      <LineField {...line} field="siret" ltr />
      <LineField {...line} field="mailDomain" ltr />
    </>
  )
}

type KindProps = {
  locale: Locale
  typed: TypedOrganisation
  problemOf: (field: string) => string | undefined
}

/** From which side it speaks, and whether it is a public body. */
function Kind({ locale, typed, problemOf }: KindProps) {
  const say = words(locale)
  return (
    <>
      <Choice
        name="side"
        legend={say('side')}
        problem={problemOf(fields['no-side'])}
        chosen={typed.side}
        options={organisationSides.map((side) => ({
          id: `side-${side}`,
          value: side,
          label: peopleWords(locale)('side-choice', { side }),
          hint: peopleWords(locale)('side-hint', { side }),
        }))}
      />
      <Choice
        name="publicBody"
        legend={say('public-body')}
        problem={problemOf(fields['no-public-body'])}
        chosen={typed.publicBody}
        options={(['yes', 'no'] as const).map((value) => ({
          id: `public-${value}`,
          value,
          label: say(`public-${value}`),
          hint: say(`public-${value}-hint`),
        }))}
      />
    </>
  )
}

type LineProps = {
  locale: Locale
  typed: TypedOrganisation
  problemOf: (field: string) => string | undefined
  field: 'name' | 'website' | 'siret' | 'mailDomain'
  required?: boolean
  ltr?: boolean
}

function LineField({ locale, typed, problemOf, field, required, ltr }: LineProps) {
  const say = words(locale)
  return (
    <FormField
      id={field}
      label={say(`field-${field}`)}
      hint={say(`field-${field}-hint`)}
      problem={problemOf(field)}
    >
      {(described) => (
        <input
          {...described}
          type="text"
          name={field}
          value={typed[field]}
          dir={ltr ? 'ltr' : 'auto'}
          required={required}
        />
      )}
    </FormField>
  )
}

type ChoiceProps = {
  name: string
  legend: string
  problem: string | undefined
  chosen: string
  options: { id: string; value: string; label: string; hint: string }[]
}

function Choice({ name, legend, problem, chosen, options }: ChoiceProps) {
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{legend}</legend>
      {problem && <p class="problem">{problem}</p>}
      {options.map(({ id, value, label, hint }) => (
        <label class="choice">
          <input
            type="radio"
            id={id}
            name={name}
            value={value}
            checked={value === chosen}
            required
          />
          <span>
            {label} <span class="hint">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

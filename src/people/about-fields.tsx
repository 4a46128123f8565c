import { inLanguage, type Locale } from '../platform/messages.ts'
import { knownLanguages, ownNameOf } from '../platform/languages.ts'
import { FormField } from '../ui/form-field.tsx'
import {
  checkLanguages,
  longestLine,
  officeKinds,
  type AboutProblem,
  type TypedAbout,
} from './about.ts'
import { words } from './words.ts'

const fields: Record<AboutProblem, 'territory' | 'officeTitle'> = {
  'territory-too-long': 'territory',
  'territory-unreadable': 'territory',
  'no-office-title': 'officeTitle',
  'office-title-without-office': 'officeTitle',
  'office-title-too-long': 'officeTitle',
  'office-title-unreadable': 'officeTitle',
}

export function isAboutProblem(problem: string): problem is AboutProblem {
  return Object.hasOwn(fields, problem)
}

/** For the error summary: each problem with the field that it links to. */
export function summariseAbout(locale: Locale, problems: readonly AboutProblem[]) {
  return problems.map((problem) => ({
    field: fields[problem],
    sentence: sayAboutProblem(locale, problem),
  }))
}

type Props = { locale: Locale; typed: TypedAbout; problems: readonly AboutProblem[] }

/** What somebody may add of themselves: territory, languages, office. */
export function AboutFields({ locale, typed, problems }: Props) {
  const say = words(locale)
  const problemOf = (field: string) => {
    const problem = problems.find((one) => fields[one] === field)
    return problem && sayAboutProblem(locale, problem)
  }
  return (
    <>
      <TerritoryField
        locale={locale}
        value={typed.territory}
        hint={say('territory-hint')}
        problem={problemOf('territory')}
      />
      <LanguageChoice
        locale={locale}
        legend={say('languages')}
        hint={say('languages-hint')}
        chosen={typed.languages}
      />
      <OfficeFields
        locale={locale}
        hint={say('office-hint')}
        typed={typed}
        problem={problemOf('officeTitle')}
      />
    </>
  )
}

type TerritoryProps = {
  locale: Locale
  value: string
  hint: string
  problem: string | undefined
}

export function TerritoryField({ locale, value, hint, problem }: TerritoryProps) {
  return (
    <FormField id="territory" label={words(locale)('territory')} hint={hint} problem={problem}>
      {(described) => (
        <input {...described} type="text" name="territory" value={value} dir="auto" />
      )}
    </FormField>
  )
}

type LanguageProps = { locale: Locale; legend: string; hint: string; chosen: readonly string[] }

/** The languages that are known, each by its own name, folded away behind those that are chosen. */
export function LanguageChoice({ locale, legend, hint, chosen: sent }: LanguageProps) {
  const say = words(locale)
  const chosen = checkLanguages(sent)
  return (
    <fieldset aria-describedby="languages-hint">
      <legend>{legend}</legend>
      <p class="hint" id="languages-hint">
        {hint}
      </p>
      <details>
        <summary>
          {chosen.length === 0
            ? say('no-language-chosen')
            : say('languages-chosen', { names: chosen.map(ownNameOf).join(', ') })}
        </summary>
        <div class="languages-known">
          {knownLanguages.map((language) => (
            <label class="choice">
              <input
                type="checkbox"
                name="languages"
                value={language}
                checked={chosen.includes(language)}
              />
              <span {...inLanguage(language)}>{ownNameOf(language)}</span>
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  )
}

type OfficeProps = {
  locale: Locale
  hint: string
  typed: { office: string; officeTitle: string }
  problem: string | undefined
}

/** A public office, and what it is called. */
export function OfficeFields({ locale, hint, typed, problem }: OfficeProps) {
  const say = words(locale)
  return (
    <fieldset aria-describedby="office-hint">
      <legend>{say('office')}</legend>
      <p class="hint" id="office-hint">
        {hint}
      </p>
      {['', ...officeKinds].map((kind) => (
        <label class="choice">
          <input
            type="radio"
            id={`office-${kind || 'none'}`}
            name="office"
            value={kind}
            checked={kind === typed.office}
          />
          <span>{say('office-choice', { office: kind || 'none' })}</span>
        </label>
      ))}
      <FormField
        id="officeTitle"
        label={say('office-title')}
        hint={say('office-title-hint')}
        problem={problem}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name="officeTitle"
            value={typed.officeTitle}
            dir="auto"
            autocomplete="organization-title"
          />
        )}
      </FormField>
    </fieldset>
  )
}

export function sayAboutProblem(locale: Locale, problem: AboutProblem): string {
  const say = words(locale)
  switch (problem) {
    case 'territory-too-long':
    case 'office-title-too-long':
      return say(problem, { longest: longestLine })
    default:
      return say(problem)
  }
}

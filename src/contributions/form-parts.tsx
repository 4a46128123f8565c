import type { Child } from 'hono/jsx'
import { directionOf, inLanguage, languageTags, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { CharactersLeft } from './characters-left.tsx'
import { limits, useOf, type Typed } from './content.ts'
import { keyOf, stances, type ContributionKind, type Stance } from './contribution.ts'
import { words } from './words.ts'
import { knownLanguages } from '../platform/languages.ts'

export function Hidden({ name, value }: { name: string; value: string }): Child {
  return <input type="hidden" name={name} value={value} />
}

/**
 * What the Enter key presses in a field: a browser takes the first button of a form, and those that arrange its files come
 * before its own.
 */
export function FirstButton({ locale }: { locale: Locale }) {
  return (
    <button type="submit" hidden>
      {words(locale)('preview')}
    </button>
  )
}

type ProblemOf = (field: string) => string | undefined

type WordsProps = {
  locale: Locale
  kind: ContributionKind
  typed: Typed
  lang: string
  problemOf: ProblemOf
}

/** The controls for what a kind of contribution says; each has its limit in its hint. */
export function WordsFields(props: WordsProps) {
  const { locale, kind, typed, lang, problemOf } = props
  const say = words(locale)
  return (
    <>
      <LineField {...props} field="title" />
      <LineField {...props} field="link" />
      <LineField {...props} field="place" />
      <FormField
        id="body"
        label={say('body', { kind: keyOf(kind) })}
        hint={say('body-hint', { kind: keyOf(kind), limit: limits.body })}
        problem={problemOf('body')}
      >
        {(described) => (
          <>
            <textarea {...described} name="body" rows={7} {...inLanguage(lang)} required>
              {typed.body}
            </textarea>
            <CharactersLeft locale={locale} id="body" limit={limits.body} />
          </>
        )}
      </FormField>
      {useOf(kind, 'explanation') && (
        <FormField
          id="explanation"
          label={say('explanation')}
          hint={say('explanation-hint', { limit: limits.explanation })}
          problem={problemOf('explanation')}
        >
          {(described) => (
            <>
              <textarea {...described} name="explanation" rows={5} {...inLanguage(lang)}>
                {typed.explanation}
              </textarea>
              <CharactersLeft locale={locale} id="explanation" limit={limits.explanation} />
            </>
          )}
        </FormField>
      )}
    </>
  )
}

/** A control of one line, where the kind has it. */
function LineField({
  locale,
  kind,
  typed,
  lang,
  problemOf,
  field,
}: WordsProps & { field: 'title' | 'link' | 'place' }) {
  const use = useOf(kind, field)
  if (!use) return null
  const say = words(locale)
  const isLink = field === 'link'
  return (
    <FormField
      id={field}
      label={say(field, { kind: keyOf(kind) })}
      hint={say(`${field}-hint`, { kind: keyOf(kind), limit: limits[field] })}
      problem={problemOf(field)}
    >
      {(described) => (
        <>
          {' '}
          <input
            {...described}
            type={isLink ? 'url' : 'text'}
            name={field}
            value={typed[field]}
            {...(isLink ? { dir: 'ltr' } : inLanguage(lang))}
            required={use === 'needed'}
          />
          <CharactersLeft locale={locale} id={field} limit={limits[field]} />
        </>
      )}
    </FormField>
  )
}

type StanceProps = { locale: Locale; stance: Stance | null; problem: string | undefined }

/** For or against what is spoken of. */
export function StanceField({ locale, stance, problem }: StanceProps) {
  const say = words(locale)
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{say('stance-legend')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {stances.map((option) => (
        <label class="choice">
          <input
            type="radio"
            id={`stance-${option}`}
            name="stance"
            value={option}
            checked={option === stance}
            required
          />
          <span>{say(`stance-${option}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** In which language it is written: that of the page, unless it is said otherwise. */
export function LanguageField({ locale, lang }: { locale: Locale; lang: string }) {
  const say = words(locale)
  const names = new Intl.DisplayNames([languageTags[locale]], { type: 'language' })
  return (
    <FormField id="lang" label={say('lang')} hint={say('lang-hint')}>
      {(described) => (
        <select {...described} name="lang">
          {knownLanguages.map((language) => (
            <option
              value={language}
              selected={language === lang}
              dir={directionOf(languageTags[locale])}
            >
              {names.of(language) ?? language}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

/** A draft that was left here: one goes on with it, or begins anew. */
export function WaitingDraft({ locale, href }: { locale: Locale; href: string | null }) {
  if (href === null) return null
  const say = words(locale)
  return (
    <p class="notice">
      {say('draft-waits')} <a href={href}>{say('draft-go-on')}</a>
    </p>
  )
}

type ActionsProps = {
  locale: Locale
  kind: ContributionKind
  preview: boolean
  signedIn: boolean
  children?: Child
}

/** What can be done with a form: the next step first. */
export function FormActions({ locale, kind, preview, signedIn, children }: ActionsProps) {
  const say = words(locale)
  const label = kind === 'amendment' ? 'preview-changes' : 'preview'
  return (
    <div class="actions">
      {preview && (
        <button type="submit" name="step" value="publish">
          {say('publish', { kind: keyOf(kind) })}
        </button>
      )}
      <button class={preview ? 'quiet' : undefined} type="submit" name="step" value="preview">
        {say(preview ? 'preview-again' : label)}
      </button>
      {signedIn && (
        <button class="quiet" type="submit" name="step" value="draft" formnovalidate>
          {say('keep-draft')}
        </button>
      )}
      {children}
    </div>
  )
}

import { sayDate, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { AskProblem, TypedErasure } from './ask-erasure.ts'
import { addressesOf } from './addresses.ts'
import type { Obstacle } from './find-obstacles.ts'
import { Obstacles } from './obstacles-part.tsx'
import { WaitingPart, WhatHappens } from './erasure-parts.tsx'
import type { Erasure } from './store.ts'
import { words } from './words.ts'

/** What can have been done that leads here. */
export const erasureDone = ['erasure-asked', 'called-off'] as const

type Props = {
  frame: Frame
  /** Where its form is sent. */
  address: string
  /** Of somebody else, for whom an administrator asks; null for one's own account. */
  name: string | null
  waiting: Erasure | null
  obstacles: readonly Obstacle[]
  typed: TypedErasure
  /** What was typed in the place of the word. */
  word: string
  problems: readonly AskProblem[]
  /** When it would be done, and after how many days. */
  dueAt: Date
  days: number
  contact: string
  done: (typeof erasureDone)[number] | null
}

/** What an erasure does, what it leaves and why, and the form that asks for it; or that it waits. */
export function ErasurePage(props: Props) {
  const { frame, name, waiting, obstacles, problems, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = name === null ? say('erasure-title') : say('erasure-title-of', { name })
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={locale} problems={problems.map((one) => sayProblem(locale, one))} />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(done)} />
      {obstacles.length > 0 && <Obstacles {...props} locale={locale} />}
      {waiting ? (
        <WaitingPart {...props} waiting={waiting} late={obstacles.length > 0} />
      ) : (
        <>
          <WhatHappens locale={locale} own={name === null} />
          {obstacles.length === 0 && <AskForm {...props} />}
        </>
      )}
    </Layout>
  )
}

const fieldOf: Record<AskProblem, string> = {
  'no-texts': 'texts',
  'no-when': 'when',
  'not-confirmed': 'word',
  'asked-already': 'content',
  obstacles: 'obstacles',
}

function sayProblem(locale: Locale, problem: AskProblem) {
  const say = words(locale)
  const sentence =
    problem === 'not-confirmed' ? say(problem, { word: say('confirm-word') }) : say(problem)
  return { field: fieldOf[problem], sentence }
}

function AskForm(props: Props) {
  const { frame, address, name, word, problems } = props
  const { locale } = frame
  const say = words(locale)
  const asked = say('confirm-word')
  return (
    <form method="post" action={address} class="stacked" novalidate>
      <TextsChoice {...props} />
      <WhenChoice {...props} />
      <FormField
        id="word"
        label={say('confirm-label', { word: asked })}
        problem={
          problems.includes('not-confirmed') ? say('not-confirmed', { word: asked }) : undefined
        }
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name="word"
            class="short"
            value={word}
            autocomplete="off"
            autocapitalize="characters"
            maxlength={30}
            required
          />
        )}
      </FormField>
      <div class="actions">
        <button type="submit">{say('erase')}</button>
        <a href={name === null ? `/${locale}/account` : addressesOf(locale).requests}>
          {say('leave-it')}
        </a>
      </div>
    </form>
  )
}

type ChoiceProps = {
  name: string
  value: string
  checked: boolean
  label: string
  hint: string
}

function Choice({ name, value, checked, label, hint }: ChoiceProps) {
  const id = `${name}-${value}-hint`
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        aria-describedby={id}
        required
      />
      <span>
        {label}
        <span class="hint" id={id}>
          {hint}
        </span>
      </span>
    </label>
  )
}

function TextsChoice({ frame: { locale }, typed, problems }: Props) {
  const say = words(locale)
  return (
    <fieldset id="texts" tabindex={-1}>
      <legend>{say('texts-legend')}</legend>
      {problems.includes('no-texts') && <p class="problem">{say('no-texts')}</p>}
      {(['kept', 'withdrawn'] as const).map((texts) => (
        <Choice
          name="texts"
          value={texts}
          checked={typed.texts === texts}
          label={say(`texts-${texts}`)}
          hint={say(`texts-${texts}-hint`)}
        />
      ))}
    </fieldset>
  )
}

function WhenChoice({ frame: { locale }, typed, problems, dueAt, days }: Props) {
  const say = words(locale)
  const later = { days, date: sayDate(locale, dueAt) }
  return (
    <fieldset id="when" tabindex={-1}>
      <legend>{say('when-legend')}</legend>
      {problems.includes('no-when') && <p class="problem">{say('no-when')}</p>}
      {days > 0 && (
        <Choice
          name="when"
          value="later"
          checked={typed.when === 'later'}
          label={say('when-later', later)}
          hint={say('when-later-hint')}
        />
      )}
      <Choice
        name="when"
        value="now"
        checked={typed.when === 'now'}
        label={say('when-now')}
        hint={say('when-now-hint')}
      />
    </fieldset>
  )
}

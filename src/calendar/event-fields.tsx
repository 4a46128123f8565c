import { inLanguage, type Locale } from '../platform/messages.ts'
import { DateParts } from '../ui/date-parts.tsx'
import { FormField } from '../ui/form-field.tsx'
import { eventKinds, eventLimits, type TypedEvent } from './event.ts'
import { keyOf } from './event-view.tsx'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the report: what readers read of a date is written in it. */
  lang: string
  typed: TypedEvent
  problems: readonly ShownProblem[]
}

/** What there is to say of a date. */
export function EventFields(props: Props) {
  return (
    <>
      <KindField {...props} />
      <DateFields {...props} />
      <EditionField {...props} />
      <WordsFields {...props} />
    </>
  )
}

function KindField({ locale, typed, problems }: Props) {
  const say = words(locale)
  return (
    <FormField id="kind" label={say('kind')} problem={problemOf(locale, problems)('kind')}>
      {(described) => (
        <select {...described} name="kind" required>
          <option value="">{say('choose-kind')}</option>
          {eventKinds.map((kind) => (
            <option value={kind} selected={kind === typed.kind}>
              {say('kind-name', { kind: keyOf(kind) })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

function DateFields({ locale, typed, problems }: Props) {
  const say = words(locale)
  const of = problemOf(locale, problems)
  const problem = of('day', 'month', 'year')
  return (
    <fieldset class={problem ? 'date field refused' : 'date field'}>
      <legend>{say('date')}</legend>
      <p class="hint" id="date-hint">
        {say('date-hint')}
      </p>
      {problem && (
        <p class="problem" id="date-problem">
          {problem}
        </p>
      )}
      <DateParts
        typed={typed}
        labelOf={say}
        describedBy={problem ? 'date-hint date-problem' : 'date-hint'}
        isWrong={(part) => of(part) !== undefined}
        yearNeeded
      />
    </fieldset>
  )
}

function EditionField({ locale, typed, problems }: Props) {
  const say = words(locale)
  return (
    <FormField
      id="edition"
      label={say('edition')}
      hint={say('edition-hint')}
      problem={problemOf(locale, problems)('edition')}
    >
      {(described) => (
        <input
          {...described}
          type="text"
          inputmode="numeric"
          name="edition"
          value={typed.edition}
          maxlength={4}
          dir="ltr"
        />
      )}
    </FormField>
  )
}

function WordsFields({ locale, lang, typed, problems }: Props) {
  const say = words(locale)
  const of = problemOf(locale, problems)
  const own = inLanguage(lang)
  return (
    <>
      <FormField
        id="label"
        label={say('label')}
        hint={say('label-hint', { limit: eventLimits.label })}
        problem={of('label')}
      >
        {(described) => (
          <input {...described} type="text" name="label" value={typed.label} {...own} />
        )}
      </FormField>
      <FormField
        id="byWhom"
        label={say('by-whom')}
        hint={say('by-whom-hint', { limit: eventLimits.byWhom })}
        problem={of('byWhom')}
      >
        {(described) => (
          <input {...described} type="text" name="byWhom" value={typed.byWhom} {...own} />
        )}
      </FormField>
      <FormField id="link" label={say('link')} hint={say('link-hint')} problem={of('link')}>
        {(described) => (
          <input {...described} type="url" name="link" value={typed.link} dir="ltr" />
        )}
      </FormField>
    </>
  )
}

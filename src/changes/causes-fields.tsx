import { inLanguage, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { causeLimits, type TypedCauses } from './cause.ts'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the report: what is published with a change is written in it. */
  lang: string
  typed: TypedCauses
  problems: readonly ShownProblem[]
}

/** What causes a change, and why it is made: nothing changes without them. */
export function CausesFields(props: Props) {
  const { locale, lang, typed, problems } = props
  const say = words(locale)
  return (
    <>
      <fieldset>
        <legend>{say('causes-legend')}</legend>
        <p class="hint">{say('causes-hint')}</p>
        <NumbersField {...props} id="contributions" value={typed.contributions} />
        <SourceFields {...props} />
        <label class="choice">
          <input type="checkbox" name="erratum" value="yes" checked={typed.erratum} />
          <span>
            {say('erratum')}
            <span class="hint">{say('erratum-hint')}</span>
          </span>
        </label>
      </fieldset>
      <FormField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint', { limit: causeLimits.reason })}
        problem={problemOf(locale, problems)('reason')}
      >
        {(described) => (
          <textarea {...described} name="reason" rows={4} {...inLanguage(lang)} required>
            {typed.reason}
          </textarea>
        )}
      </FormField>
    </>
  )
}

function SourceFields({ locale, lang, typed, problems }: Props) {
  const say = words(locale)
  const problem = problemOf(locale, problems)
  return (
    <>
      <FormField
        id="citation"
        label={say('citation')}
        hint={say('citation-hint', { limit: causeLimits.citation })}
        problem={problem('citation')}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name="citation"
            value={typed.citation}
            {...inLanguage(lang)}
          />
        )}
      </FormField>
      <FormField id="link" label={say('link')} hint={say('link-hint')} problem={problem('link')}>
        {(described) => (
          <input {...described} type="url" name="link" value={typed.link} dir="ltr" />
        )}
      </FormField>
    </>
  )
}

type NumbersProps = Pick<Props, 'locale' | 'problems'> & { id: string; value: string }

/** Contributions by their numbers. */
export function NumbersField({ locale, problems, id, value }: NumbersProps) {
  const say = words(locale)
  return (
    <FormField
      id={id}
      label={say('contributions')}
      hint={say('contributions-hint')}
      problem={problemOf(locale, problems)('contributions')}
    >
      {(described) => (
        <input {...described} type="text" name="contributions" value={value} dir="ltr" />
      )}
    </FormField>
  )
}

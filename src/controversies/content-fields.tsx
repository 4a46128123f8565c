import { inLanguage, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { fewestPositions, limits, type TypedContent } from './controversy.ts'
import { sentenceAt, type Said } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the report: its controversies are written in it. */
  lang: string
  typed: TypedContent
  said: readonly Said[]
}

/** The question, what one has to know, and each position with what argues it. */
export function ContentFields(props: Props) {
  const { locale, lang, typed, said } = props
  const say = words(locale)
  const own = inLanguage(lang)
  return (
    <>
      <FormField
        id="question"
        label={say('question')}
        hint={say('question-hint', { limit: limits.question })}
        problem={sentenceAt(said, 'question')}
      >
        {(described) => (
          <input {...described} type="text" name="question" value={typed.question} {...own} />
        )}
      </FormField>
      <FormField
        id="lead"
        label={say('lead')}
        hint={say('lead-hint', { limit: limits.lead })}
        problem={sentenceAt(said, 'lead')}
      >
        {(described) => (
          <textarea {...described} name="lead" rows={4} {...own}>
            {typed.lead}
          </textarea>
        )}
      </FormField>
      {typed.positions.map((_one, at) => (
        <PositionFields {...props} at={at} />
      ))}
    </>
  )
}

function PositionFields({ locale, lang, typed, said, at }: Props & { at: number }) {
  const say = words(locale)
  const number = at + 1
  const position = typed.positions[at]
  return (
    <fieldset>
      <legend>{say(at < fewestPositions ? 'position' : 'position-if', { number })}</legend>
      <FormField
        id={`statement-${number}`}
        label={say('statement')}
        hint={at === 0 ? say('statement-hint', { limit: limits.statement }) : undefined}
        problem={sentenceAt(said, `statement-${number}`)}
      >
        {(described) => (
          <textarea {...described} name={`statement-${number}`} rows={2} {...inLanguage(lang)}>
            {position?.statement}
          </textarea>
        )}
      </FormField>
      <FormField
        id={`numbers-${number}`}
        label={say('numbers')}
        hint={at === 0 ? say('numbers-hint') : undefined}
        problem={sentenceAt(said, `numbers-${number}`)}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name={`numbers-${number}`}
            value={position?.numbers}
            dir="auto"
          />
        )}
      </FormField>
    </fieldset>
  )
}

import type { Child } from 'hono/jsx'
import { knownLanguages, ownNameOf } from '../platform/languages.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { problemOf } from './say-problem.ts'
import { topicLimits, type TypedExtract, type TypedTestimony, type TypedTopic } from './topic.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the report: a topic is written in it. */
  lang: string
  typed: TypedTopic
  problems: readonly { field: string; sentence: string }[]
}

/** What there is to say of a topic; there is room for more extracts and testimonies than there are. */
export function TopicFields(props: Props) {
  const { locale, typed } = props
  const say = words(locale)
  const extractAt = (at: number) => (
    <ExtractFields {...props} extract={typed.extracts[at] ?? noExtract} at={at} />
  )
  const testimonyAt = (at: number) => (
    <TestimonyFields {...props} testimony={typed.testimonies[at] ?? nobody} at={at} />
  )
  return (
    <>
      <WordsFields {...props} />
      <ModerationField {...props} />
      <fieldset>
        <legend>{say('extracts-legend')}</legend>
        <p class="hint">{say('extracts-hint')}</p>
        <Several
          there={typed.extracts.length}
          most={topicLimits.extracts}
          more={say('more-extracts')}
          partAt={extractAt}
        />
      </fieldset>
      <fieldset>
        <legend>{say('testimonies-legend')}</legend>
        <p class="hint">{say('testimonies-hint')}</p>
        <Several
          there={typed.testimonies.length}
          most={topicLimits.testimonies}
          more={say('more-testimonies')}
          partAt={testimonyAt}
        />
      </fieldset>
    </>
  )
}

const noExtract: TypedExtract = { passage: '', quote: '' }
const nobody: TypedTestimony = { name: '', about: '', place: '', lang: '', words: '' }

/** How many empty parts are folded away below the one that is open. */
const folded = 4

type SeveralProps = {
  there: number
  most: number
  more: string
  partAt: (at: number) => Child
}

/** Those that there are, an empty one, and others where one looks for more. */
function Several({ there, most, more, partAt }: SeveralProps) {
  const shown = Math.min(there + 1, most)
  const all = Math.min(shown + folded, most)
  const parts = Array.from({ length: Math.max(there, all) }, (_, at) => partAt(at))
  return (
    <>
      {parts.slice(0, Math.max(there, shown))}
      {all > shown && (
        <details>
          <summary>{more}</summary>
          {parts.slice(shown)}
        </details>
      )}
    </>
  )
}

function WordsFields({ locale, lang, typed, problems }: Props) {
  const say = words(locale)
  const of = problemOf(problems)
  const own = inLanguage(lang)
  return (
    <>
      <FormField
        id="title"
        label={say('title')}
        hint={say('title-hint', { limit: topicLimits.title })}
        problem={of('title')}
      >
        {(described) => (
          <input {...described} type="text" name="title" value={typed.title} {...own} required />
        )}
      </FormField>
      <FormField
        id="assertion"
        label={say('assertion')}
        hint={say('assertion-hint', { limit: topicLimits.assertion })}
        problem={of('assertion')}
      >
        {(described) => (
          <textarea {...described} name="assertion" rows={4} {...own}>
            {typed.assertion}
          </textarea>
        )}
      </FormField>
      <FormField
        id="questions"
        label={say('questions-label')}
        hint={say('questions-hint', { most: topicLimits.questions })}
        problem={of('questions')}
      >
        {(described) => (
          <textarea {...described} name="questions" rows={5} {...own}>
            {typed.questions}
          </textarea>
        )}
      </FormField>
    </>
  )
}

const moderations = ['as-report', 'before', 'after'] as const

function ModerationField({ locale, typed }: Props) {
  const say = words(locale)
  return (
    <fieldset>
      <legend>{say('moderation-legend')}</legend>
      {moderations.map((moderation) => (
        <label class="choice">
          <input
            type="radio"
            name="moderation"
            value={moderation}
            checked={typed.moderation === moderation}
          />
          <span>{say(`moderation-${moderation}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ExtractFields({
  locale,
  lang,
  problems,
  extract,
  at,
}: Props & { extract: TypedExtract; at: number }) {
  const say = words(locale)
  const of = problemOf(problems)
  const place = at + 1
  return (
    <div class="part">
      <FormField
        id={`passage-${at}`}
        label={say('passage', { place })}
        problem={of(`passage-${at}`)}
      >
        {(described) => (
          <input {...described} type="text" name="passage" value={extract.passage} dir="ltr" />
        )}
      </FormField>
      <FormField id={`quote-${at}`} label={say('quote', { place })} problem={of(`quote-${at}`)}>
        {(described) => (
          <textarea {...described} name="quote" rows={3} {...inLanguage(lang)}>
            {extract.quote}
          </textarea>
        )}
      </FormField>
    </div>
  )
}

const lines = ['name', 'about', 'place'] as const

function TestimonyFields({
  locale,
  lang,
  problems,
  testimony,
  at,
}: Props & { testimony: TypedTestimony; at: number }) {
  const say = words(locale)
  const of = problemOf(problems)
  const place = at + 1
  const chosen = testimony.lang || lang
  return (
    <div class="part">
      {lines.map((field) => (
        <FormField
          id={`${field}-${at}`}
          label={say(`testimony-${field}`, { place })}
          problem={of(`${field}-${at}`)}
        >
          {(described) => (
            <input {...described} type="text" name={field} value={testimony[field]} dir="auto" />
          )}
        </FormField>
      ))}
      <FormField id={`lang-${at}`} label={say('testimony-lang', { place })}>
        {(described) => (
          <select {...described} name="lang">
            {knownLanguages.map((language) => (
              <option value={language} selected={language === chosen} lang={language}>
                {ownNameOf(language)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        id={`words-${at}`}
        label={say('testimony-words', { place })}
        problem={of(`words-${at}`)}
      >
        {(described) => (
          <textarea {...described} name="words" rows={4} {...inLanguage(chosen)}>
            {testimony.words}
          </textarea>
        )}
      </FormField>
    </div>
  )
}

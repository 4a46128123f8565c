import { inLanguage, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { limits, type Words } from './group.ts'
import { sentenceAt } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the report: its groups are called in it. */
  lang: string
  typed: Words
  said: readonly { field: string; sentence: string }[]
  /** The title is for a new group only. */
  onlyNew?: boolean
}

/** What a group is called, and what its contributions share. */
export function GroupFields({ locale, lang, typed, said, onlyNew = false }: Props) {
  const say = words(locale)
  const own = inLanguage(lang)
  return (
    <>
      <FormField
        id="title"
        label={say('title')}
        hint={say(onlyNew ? 'title-hint-new' : 'title-hint', { limit: limits.title })}
        problem={sentenceAt(said, 'title')}
      >
        {(described) => (
          <input {...described} type="text" name="title" value={typed.title} {...own} />
        )}
      </FormField>
      <FormField
        id="shared"
        label={say('shared')}
        hint={say('shared-hint', { limit: limits.shared })}
        problem={sentenceAt(said, 'shared')}
      >
        {(described) => (
          <textarea {...described} name="shared" rows={2} {...own}>
            {typed.shared}
          </textarea>
        )}
      </FormField>
    </>
  )
}

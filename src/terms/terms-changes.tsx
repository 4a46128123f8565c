import { compareArticles, RedlinedArticles, type Article } from '../articles/index.ts'
import { inLocale, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = { locale: Locale; before: readonly Article[]; after: readonly Article[] }

/** What two versions do not say alike, in the reader's language; a sentence where they say the same. */
export function TermsChanges({ locale, before, after }: Props) {
  const say = words(locale)
  const changes = compareArticles(before, after, inLocale(locale).lang)
  if (changes.length === 0) return <p class="empty">{say('same-text')}</p>
  return (
    <RedlinedArticles
      locale={locale}
      changes={changes}
      heading={({ number, kind }) => say('article-changed', { article: number, kind })}
    />
  )
}

type SummaryProps = { locale: Locale; summary: ReadonlyMap<string, string> }

/** What whoever kept a version says that it changes; nothing of the first. */
export function Summary({ locale, summary }: SummaryProps) {
  const said = summary.get(inLocale(locale).lang) ?? [...summary.values()][0]
  if (said === undefined) return null
  return (
    <section class="preview" aria-labelledby="what-changed">
      <h2 id="what-changed">{words(locale)('what-changed')}</h2>
      {said.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </section>
  )
}

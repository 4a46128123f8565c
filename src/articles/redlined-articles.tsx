import type { Locale } from '../platform/messages.ts'
import { Redline } from '../ui/redline.tsx'
import type { ArticleChange } from './compare-articles.ts'

type Props = {
  locale: Locale
  /** Of what is compared. */
  lang: string
  changes: readonly ArticleChange[]
  /** How a heading says what became of which article. */
  heading: (change: ArticleChange) => string
}

/** What two versions do not say alike, article by article. */
export function RedlinedArticles({ locale, lang, changes, heading }: Props) {
  const nothing = { title: '', text: '' }
  return (
    <ol class="differences">
      {changes.map((change) => {
        const [before, after] = [change.before ?? nothing, change.after ?? nothing]
        return (
          <li>
            <h3>{heading(change)}</h3>
            <Changed {...{ locale, lang }} before={before.title} after={after.title} />
            <Changed {...{ locale, lang }} before={before.text} after={after.text} />
          </li>
        )
      })}
    </ol>
  )
}

type ChangedProps = { locale: Locale; lang: string; before: string; after: string }

function Changed({ locale, lang, before, after }: ChangedProps) {
  if (before === after) return null
  return <Redline locale={locale} lang={lang} before={before} after={after} />
}

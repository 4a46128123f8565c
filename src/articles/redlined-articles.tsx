import { inLocale, type Locale } from '../platform/messages.ts'
import { Redline } from '../ui/redline.tsx'
import type { ArticleChange } from './compare-articles.ts'

type Props = {
  locale: Locale
  changes: readonly ArticleChange[]
  /** How a heading says what became of which article. */
  heading: (change: ArticleChange) => string
}

/** What two versions do not say alike, article by article. */
export function RedlinedArticles({ locale, changes, heading }: Props) {
  const nothing = { title: '', text: '' }
  return (
    <ol class="differences">
      {changes.map((change) => {
        const [before, after] = [change.before ?? nothing, change.after ?? nothing]
        return (
          <li>
            <h3>{heading(change)}</h3>
            <Changed locale={locale} before={before.title} after={after.title} />
            <Changed locale={locale} before={before.text} after={after.text} />
          </li>
        )
      })}
    </ol>
  )
}

function Changed({ locale, before, after }: { locale: Locale; before: string; after: string }) {
  if (before === after) return null
  return <Redline locale={locale} lang={inLocale(locale).lang} before={before} after={after} />
}

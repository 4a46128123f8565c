import { compareArticles, RedlinedArticles, type Article } from '../articles/index.ts'
import {
  inLanguage,
  inLocale,
  isOffered,
  localeNames,
  offeredLocales,
  type Locale,
} from '../platform/messages.ts'
import { words } from './words.ts'

type Props = { locale: Locale; before: readonly Article[]; after: readonly Article[] }

/**
 * What two versions do not say alike, in the reader's language; where they say the same in it, what changed in others, which
 * hold as well.
 */
export function TermsChanges({ locale, before, after }: Props) {
  const say = words(locale)
  const own = inLocale(locale).lang
  const changed = [...new Set([own, ...offeredLocales])]
    .map((lang) => ({ lang, changes: compareArticles(before, after, lang) }))
    .filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return <p class="empty">{say('same-text')}</p>
  const inOwn = changed.find(({ lang }) => lang === own)
  return (inOwn ? [inOwn] : changed).map(({ lang, changes }) => (
    <>
      {!inOwn && <p class="notice">{say('same-in-yours', { language: nameOf(lang) })}</p>}
      <RedlinedArticles
        locale={locale}
        lang={lang}
        changes={changes}
        heading={({ number, kind }) => say('article-changed', { article: number, kind })}
      />
    </>
  ))
}

function nameOf(lang: string): string {
  return isOffered(lang) ? localeNames[lang] : lang
}

export type VersionSummary = { version: number; summary: ReadonlyMap<string, string> }

type SummaryProps = { locale: Locale; summaries: readonly VersionSummary[] }

/** What whoever kept a version says that it changes, of one or of several; nothing of the first. */
export function Summaries({ locale, summaries }: SummaryProps) {
  const say = words(locale)
  const told = summaries.filter(({ summary }) => summary.size > 0)
  if (told.length === 0) return null
  return (
    <section class="preview" aria-labelledby="what-changed">
      <h2 id="what-changed">{say('what-changed', { count: told.length })}</h2>
      {told.map(({ version, summary }) => (
        <>
          {told.length > 1 && <h3>{say('version', { version })}</h3>}
          <Said locale={locale} summary={summary} />
        </>
      ))}
    </section>
  )
}

function Said({ locale, summary }: { locale: Locale } & Pick<VersionSummary, 'summary'>) {
  const own = inLocale(locale).lang
  const [lang = own] = summary.has(own) ? [own] : summary.keys()
  const foreign = lang === own ? {} : inLanguage(lang)
  return (summary.get(lang) ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => <p {...foreign}>{paragraph}</p>)
}

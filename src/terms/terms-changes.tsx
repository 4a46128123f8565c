import { compareArticles, languageFor, RedlinedArticles, type Article } from '../articles/index.ts'
import { sayLanguage } from '../platform/languages.ts'
import { inLanguage, inLocale, offeredLocales, type Locale } from '../platform/messages.ts'
import { OtherLanguage } from '../ui/other-language.tsx'
import { words } from './words.ts'

type Props = { locale: Locale; before: readonly Article[]; after: readonly Article[] }

/**
 * What two versions do not say alike, in the reader's language; where they say the same in it, or have not both been
 * written in it, what changed in others, which hold as well.
 */
export function TermsChanges({ locale, before, after }: Props) {
  const say = words(locale)
  const own = inLocale(locale).lang
  const [had, has] = [languagesIn(before), languagesIn(after)]
  const shared = offeredLocales.filter((lang) => had.has(lang) && has.has(lang))
  const changed = shared
    .map((lang) => ({ lang, changes: compareArticles(before, after, lang) }))
    .filter(({ changes }) => changes.length > 0)
  const isRead = had.has(own) && has.has(own)
  const inOwn = changed.find(({ lang }) => lang === own)
  const others = isRead ? changed : changed.slice(0, 1)
  const shown = inOwn ? [inOwn] : others
  const written = offeredLocales.filter((lang) => had.has(lang) !== has.has(lang))
  if (shown.length === 0 && written.length === 0) return <p class="empty">{say('same-text')}</p>
  return (
    <>
      {written.map((lang) => (
        <p class="notice">
          {say(has.has(lang) ? 'language-added' : 'language-dropped', {
            language: sayLanguage(locale, lang),
          })}
        </p>
      ))}
      {shown.map(({ lang, changes }) => (
        <>
          {isRead ? (
            <SameInOwn locale={locale} lang={lang} />
          ) : (
            <OtherLanguage locale={locale} lang={lang} />
          )}
          <RedlinedArticles
            locale={locale}
            lang={lang}
            changes={changes}
            heading={({ number, kind }) => say('article-changed', { article: number, kind })}
          />
        </>
      ))}
    </>
  )
}

function languagesIn(articles: readonly Article[]): Set<string> {
  return new Set(articles.flatMap(({ texts }) => [...texts.keys()]))
}

function SameInOwn({ locale, lang }: { locale: Locale; lang: string }) {
  if (lang === inLocale(locale).lang) return null
  const language = sayLanguage(locale, lang)
  return <p class="notice">{words(locale)('same-in-yours', { language })}</p>
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
  const lang = languageFor(summary, own)
  const foreign = lang === own ? {} : inLanguage(lang)
  return (summary.get(lang) ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => <p {...foreign}>{paragraph}</p>)
}

import { inLanguage, type Locale } from '../platform/messages.ts'
import { splitNumbered, type OutlineEntry } from '../text/index.ts'
import type { PlacedBlock } from './report.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  entries: OutlineEntry<PlacedBlock>[]
  lang: string
  href: (heading: PlacedBlock) => string
  /** Of the text that stands under a top heading; nothing is said without. */
  wordsUnder?: ((entry: OutlineEntry<PlacedBlock>) => number) | undefined
}

/** Words a minute: French read aloud runs at 195 (Trauzettel-Klosinski and Dietz, 2012). */
const wordsAMinute = 200

/** The headings as nested lists of links, as a table of contents. */
export function Outline({ locale, entries, lang, href, wordsUnder }: Props) {
  return (
    <ol lang={lang}>
      {entries.map((entry) => (
        <li class={entry.heading.kind}>
          <a href={href(entry.heading)}>
            <OutlineTitle heading={entry.heading} />
          </a>
          {wordsUnder && <Minutes locale={locale} count={wordsUnder(entry)} />}
          {entry.entries.length > 0 && (
            <Outline locale={locale} entries={entry.entries} lang={lang} href={href} />
          )}
        </li>
      ))}
    </ol>
  )
}

function OutlineTitle({ heading }: { heading: PlacedBlock }) {
  const parts = splitNumbered(heading.text, heading.number)
  if (!parts) return <>{heading.text}</>
  return (
    <>
      <span class="numbered">
        {parts.label}
        <span class="separator">{parts.separator}</span>
      </span>
      <span class="title">{parts.title}</span>
    </>
  )
}

function Minutes({ locale, count }: { locale: Locale; count: number }) {
  const minutes = Math.max(1, Math.round(count / wordsAMinute))
  return (
    <span class="minutes" {...inLanguage(locale === 'qps' ? 'ar' : locale)}>
      {words(locale)('minutes', { minutes })}
    </span>
  )
}

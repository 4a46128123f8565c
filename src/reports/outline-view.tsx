import { inLocale, type Locale } from '../platform/messages.ts'
import { splitNumbered, type OutlineEntry } from '../text/index.ts'
import { minutesFor } from './part-size.ts'
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
  return (
    <span class="minutes" {...inLocale(locale)}>
      {words(locale)('reading-time', { minutes: minutesFor(count) })}
    </span>
  )
}

import { inLanguage, type Locale } from '../platform/messages.ts'
import { outlineOf, type OutlineEntry, type ParsedBlock } from '../text/index.ts'
import type { PreviewProps } from './preview-props.ts'
import { keyOf } from './upload.ts'
import { words } from './words.ts'

type Entries = OutlineEntry<ParsedBlock>[]

/** The headings as they nest, and the propositions among them. */
export function OutlinePart({ frame, report, upload, blocks }: PreviewProps) {
  const say = words(frame.locale)
  const entries = outlineOf(blocks)
  const lang = upload.document.lang ?? report.lang
  return (
    <section aria-labelledby="outline">
      <h2 id="outline">{say('outline')}</h2>
      {entries.length === 0 ? (
        <p class="empty">{say('no-outline')}</p>
      ) : (
        <details class="outline" open>
          <summary>{say('outline-summary', { count: countEntries(entries) })}</summary>
          <Branches locale={frame.locale} entries={entries} lang={lang} />
        </details>
      )}
      <Propositions locale={frame.locale} blocks={blocks} lang={lang} />
    </section>
  )
}

type Listing = { locale: Locale; blocks: readonly ParsedBlock[]; lang: string }

function Propositions({ locale, blocks, lang }: Listing) {
  const say = words(locale)
  const propositions = blocks.filter(({ kind }) => kind === 'proposition')
  const summary = say('propositions-summary', { count: propositions.length })
  return (
    <>
      <h3>{say('propositions')}</h3>
      {propositions.length === 0 ? (
        <p class="empty">{summary}</p>
      ) : (
        <details class="outline">
          <summary>{summary}</summary>
          <ol>
            {propositions.map(({ number, text }) => (
              <li>
                <b>{number ?? say('no-number')}</b> <bdi {...inLanguage(lang)}>{text}</bdi>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function countEntries(entries: Entries): number {
  return entries.reduce((count, { entries: below }) => count + 1 + countEntries(below), 0)
}

type Props = { locale: Locale; entries: Entries; lang: string }

function Branches({ locale, entries, lang }: Props) {
  const say = words(locale)
  return (
    <ol>
      {entries.map(({ heading, entries: below }) => (
        <li>
          <bdi {...inLanguage(lang)}>{heading.text}</bdi>{' '}
          <span class="fine">{say('kind', { kind: keyOf(heading.kind) })}</span>
          {below.length > 0 && <Branches locale={locale} entries={below} lang={lang} />}
        </li>
      ))}
    </ol>
  )
}

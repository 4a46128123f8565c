import type { Child } from 'hono/jsx'
import { saySize, type Locale } from '../platform/messages.ts'
import { outlineOf } from '../text/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { findNotes } from './notes.ts'
import { Outline } from './outline-view.tsx'
import { OldEdition } from './part-page.tsx'
import { PassageKeys } from './passage-keys.tsx'
import { ReadingText } from './reading.tsx'
import type { Edition, PlacedBlock, Report } from './report.ts'
import { SelectWords } from './select-words.tsx'
import { stepTo } from './step-to.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Number of the edition that is now read by default. */
  latest: number
  blocks: PlacedBlock[]
  margin: Map<string, Child>
  panels: Child[]
  /** Address of the edition that is being read, without a part. */
  base: string
  passageHref: (blockId: string) => string
}

/** An edition from its first word to its last, to be read, searched and printed in one go. */
export function WholePage(props: Props) {
  const { frame, report, edition, latest, blocks, margin, base, passageHref } = props
  const { locale } = frame
  const say = words(locale)
  const outline = outlineOf(blocks)
  return (
    <Layout frame={frame} title={say('whole-title', { title: report.title })} script="reading">
      <Breadcrumb locale={locale} steps={[{ ...stepTo(locale, report), href: base }]} />
      <h1 lang={report.lang}>{report.title}</h1>
      <OldEdition
        locale={locale}
        edition={edition}
        latest={latest}
        href={`/${locale}/reports/${report.slug}/whole`}
      />
      {outline.length > 0 && (
        <nav class="outline" aria-labelledby="outline-title">
          <h2 id="outline-title">{say('outline')}</h2>
          <Outline
            locale={locale}
            entries={outline}
            lang={report.lang}
            href={({ id }) => `#${id}`}
          />
        </nav>
      )}
      <article>
        <ReadingText
          locale={locale}
          report={report}
          blocks={blocks}
          margin={margin}
          passageHref={passageHref}
          startsPage={false}
          notesOf={findNotes(blocks)}
        />
      </article>
      {props.panels}
      {edition.number === latest && (
        <SelectWords locale={locale} passages={`/${locale}/reports/${report.slug}/passages/`} />
      )}
      <PassageKeys locale={locale} />
    </Layout>
  )
}

type OfferProps = { locale: Locale; base: string; bytes: number }

/** The way to the whole text, with its size said before it is sent. */
export function WholeOffer({ locale, base, bytes }: OfferProps) {
  return (
    <p class="whole-offer">
      <a href={`${base}/whole`}>{words(locale)('whole-text', { size: saySize(locale, bytes) })}</a>
    </p>
  )
}

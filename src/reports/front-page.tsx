import type { Child } from 'hono/jsx'
import { sayDate, type Locale } from '../platform/messages.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { OutlineEntry } from '../text/index.ts'
import type { Edition, PlacedBlock, Report } from './report.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition | undefined
  outline: OutlineEntry<PlacedBlock>[]
  /** What stands before the first heading, ready to be read. */
  opening: Child
  panels: Child[]
}

/** A report's front page: what it is, by whom, which edition, and the way into its text. */
export function FrontPage({ frame, report, edition, outline, opening, panels }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  return (
    <Layout frame={frame} title={report.title}>
      <header class="front">
        <h1 lang={report.lang}>{report.title}</h1>
        {report.illustrative && <p class="notice">{say('illustrative')}</p>}
        <AboutReport report={report} edition={edition} locale={frame.locale} />
      </header>
      {edition ? (
        <>
          {panels}
          {opening}
          <nav class="outline" aria-labelledby="outline-title">
            <h2 id="outline-title">{say('outline')}</h2>
            <Outline entries={outline} lang={report.lang} href={(id) => `${here}/part/${id}`} />
          </nav>
          <p>
            <a href={`${here}/editions`}>{say('all-editions')}</a>
          </p>
        </>
      ) : (
        <p class="empty">{sayPlanned(report, frame.locale)}</p>
      )}
    </Layout>
  )
}

function AboutReport({
  report,
  edition,
  locale,
}: {
  report: Report
  edition: Edition | undefined
  locale: Locale
}) {
  const say = words(locale)
  const facts = [
    { term: say('authors'), text: report.authors },
    { term: say('commissioner'), text: report.commissioner },
    { term: say('licence'), text: report.licence },
    {
      term: say('edition'),
      text:
        edition &&
        say('edition-of', { number: edition.number, date: sayDate(locale, edition.publishedAt) }),
    },
  ].filter((fact) => fact.text)
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ term, text }) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function sayPlanned(report: Report, locale: Locale): string {
  const say = words(locale)
  if (!report.editionPlannedFor) return say('no-edition-yet')
  return say('edition-planned-for', { date: sayDate(locale, new Date(report.editionPlannedFor)) })
}

type OutlineProps = {
  entries: OutlineEntry<PlacedBlock>[]
  lang: string
  href: (id: string) => string
}

/** The headings as nested lists of links. */
export function Outline({ entries, lang, href }: OutlineProps) {
  return (
    <ol lang={lang}>
      {entries.map(({ heading, entries }) => (
        <li class={heading.kind}>
          <a href={href(heading.id)}>{heading.text}</a>
          {entries.length > 0 && <Outline entries={entries} lang={lang} href={href} />}
        </li>
      ))}
    </ol>
  )
}

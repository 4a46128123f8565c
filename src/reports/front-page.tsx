import type { Child } from 'hono/jsx'
import { sayDate, type Locale } from '../platform/messages.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { OutlineEntry } from '../text/index.ts'
import { Outline } from './outline-view.tsx'
import type { Edition, PlacedBlock, Report } from './report.ts'
import { sayAuthors } from './say-authors.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition | undefined
  outline: OutlineEntry<PlacedBlock>[]
  headingHref: (heading: PlacedBlock) => string
  wordsUnder: (entry: OutlineEntry<PlacedBlock>) => number
  /** What stands before the first heading, ready to be read. */
  opening: Child
  /** The first buttons: taking it away, taking part. */
  lead: Child[]
  search: Child[]
  /** The way to the whole text on one page. */
  whole: Child
  panels: Child[]
}

/** A report's front page: what it is, by whom, which edition, and the ways into its text. */
export function FrontPage(props: Props) {
  const { frame, report, edition, outline, opening, lead, whole, panels } = props
  const say = words(frame.locale)
  const [first] = outline
  return (
    <Layout frame={frame} title={report.title} wide>
      <header class="front">
        <Kicker {...props} />
        <ReportTitle report={report} />
        <p class="authors">{sayAuthors(report, frame.locale)}</p>
        {edition && (
          <p class="actions first-steps">
            {lead}
            {first && (
              <a class="button quiet" href={props.headingHref(first.heading)}>
                {say('start-reading')}
              </a>
            )}
          </p>
        )}
        {report.illustrative && <p class="fine illustrative">{say('illustrative')}</p>}
      </header>
      {edition ? (
        <div class="front-columns">
          <div>
            {opening}
            {props.search}
            <nav class="outline" aria-labelledby="outline-title">
              <h2 id="outline-title">{say('outline')}</h2>
              <Outline
                locale={frame.locale}
                entries={outline}
                lang={report.lang}
                href={props.headingHref}
                wordsUnder={props.wordsUnder}
              />
            </nav>
            {whole}
          </div>
          <div class="beside">
            {panels}
            <About report={report} locale={frame.locale} />
          </div>
        </div>
      ) : (
        <>
          <p class="empty">{say('no-edition-yet')}</p>
          {panels}
          <About report={report} locale={frame.locale} />
        </>
      )}
    </Layout>
  )
}

function Kicker({ frame, report, edition }: Props) {
  const say = words(frame.locale)
  if (!edition) return <p class="kicker">{say('open-report')}</p>
  const { number } = edition
  return (
    <p class="kicker">
      {say('open-report')} ·{' '}
      <a href={`/${frame.locale}/reports/${report.slug}/editions/${number}`}>
        {say('edition-of', { number, date: sayDate(frame.locale, edition.publishedAt) })}
      </a>
    </p>
  )
}

/** «Title : what it is about» is set as a title page sets it; its words are the same, to the letter. */
function ReportTitle({ report }: { report: Report }) {
  const [title = '', separator = '', rest = ''] = report.title.split(/(\s*[:–—]\s+)(.*)/su)
  return (
    <h1 lang={report.lang}>
      {title}
      {rest !== '' && (
        <>
          <span class="separator">{separator}</span>
          <span class="subtitle">{rest}</span>
        </>
      )}
    </h1>
  )
}

function About({ report, locale }: { report: Report; locale: Locale }) {
  const say = words(locale)
  return (
    <section aria-labelledby="about-title">
      <h2 id="about-title">{say('about')}</h2>
      <dl class="facts">
        {report.licence && (
          <div>
            <dt>{say('licence')}</dt>
            <dd>{report.licence}</dd>
          </div>
        )}
      </dl>
      <p>
        <a href={`/${locale}/reports/${report.slug}/editions`}>{say('all-editions')}</a>
      </p>
    </section>
  )
}

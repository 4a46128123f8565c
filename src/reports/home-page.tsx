import type { Child } from 'hono/jsx'
import { sayDate } from '../platform/messages.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Edition, Report } from './report.ts'
import { sayAuthors } from './say-authors.ts'
import { words } from './words.ts'

/** A report with its newest edition, and what others say of it. */
export type Listed = { report: Report; edition: Edition | undefined; panels: Child[] }

/** What can be read on this site. */
export function HomePage({ frame, listed }: { frame: Frame; listed: readonly Listed[] }) {
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={say('home-title')}>
      <h1>{say('home-title')}</h1>
      <p>{say('home-lead')}</p>
      {listed.length === 0 && <p class="empty">{say('no-reports')}</p>}
      <ul class="reports">
        {listed.map((one) => (
          <ListedReport frame={frame} {...one} />
        ))}
      </ul>
    </Layout>
  )
}

function ListedReport({ frame, report, edition, panels }: Listed & { frame: Frame }) {
  const { locale } = frame
  const say = words(locale)
  const authors = sayAuthors(report, locale)
  return (
    <li>
      <h2>
        <a href={`/${locale}/reports/${report.slug}`} lang={report.lang}>
          {report.title}
        </a>
      </h2>
      {authors !== '' && <p>{authors}</p>}
      <p class="fine">
        {edition
          ? say('edition-of', {
              number: edition.number,
              date: sayDate(locale, edition.publishedAt),
            })
          : say('no-edition-yet')}
      </p>
      {panels}
    </li>
  )
}

import type { Child } from 'hono/jsx'
import type { Report } from '../reports/index.ts'
import { Byline, excerptOf, nameOf, type ListedContribution } from '../contributions/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { words } from './words.ts'

type Listed = { listed: ListedContribution[]; count: number }

type Props = {
  frame: Frame
  report: Report
  waiting: Listed
  answered: Listed
  page: number
  pages: number
  panels: Child[]
}

/** The editors' queue: what has no answer first, the oldest first. */
export function QueuePage({ frame, report, waiting, answered, page, pages, panels }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/workshop/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('queue')}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          {
            href: `/${frame.locale}/reports/${report.slug}`,
            label: report.title,
            lang: report.lang,
          },
        ]}
      />
      <h1>{say('queue')}</h1>
      {panels}
      <section aria-labelledby="waiting">
        <h2 id="waiting">{say('waiting', { count: waiting.count })}</h2>
        {waiting.count === 0 && <p class="empty">{say('nothing-waits')}</p>}
        <QueueList frame={frame} listed={waiting.listed} />
        <Pagination
          locale={frame.locale}
          page={page}
          pages={pages}
          hrefOf={(at) => `${here}?page=${at}`}
        />
      </section>
      <section aria-labelledby="answered">
        <h2 id="answered">{say('answered', { count: answered.count })}</h2>
        <QueueList frame={frame} listed={answered.listed} />
      </section>
    </Layout>
  )
}

function QueueList({ frame, listed }: { frame: Frame; listed: ListedContribution[] }) {
  if (listed.length === 0) return null
  return (
    <ul class="contributions">
      {listed.map(({ contribution }) => (
        <li>
          <a href={`/${frame.locale}/workshop/contributions/${contribution.number}/answer`}>
            {nameOf(frame.locale, contribution)}
          </a>{' '}
          {contribution.state === 'published' && (
            <span lang={contribution.lang} dir="auto">
              {excerptOf(contribution)}
            </span>
          )}
          <p class="byline">
            <Byline contribution={contribution} locale={frame.locale} />
          </p>
        </li>
      ))}
    </ul>
  )
}

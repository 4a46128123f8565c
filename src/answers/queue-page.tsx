import type { Child } from 'hono/jsx'
import type { Report } from '../reports/index.ts'
import { Byline, contributionWords, type Amendment } from '../contributions/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  waiting: Amendment[]
  answered: Amendment[]
  panels: Child[]
}

/** The editors' queue: what has no answer first, the oldest first. */
export function QueuePage({ frame, report, waiting, answered, panels }: Props) {
  const say = words(frame.locale)
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
        <h2 id="waiting">{say('waiting', { count: waiting.length })}</h2>
        {waiting.length === 0 && <p class="empty">{say('nothing-waits')}</p>}
        <QueueList frame={frame} contributions={waiting} />
      </section>
      <section aria-labelledby="answered">
        <h2 id="answered">{say('answered', { count: answered.length })}</h2>
        <QueueList frame={frame} contributions={answered} />
      </section>
    </Layout>
  )
}

function QueueList({ frame, contributions }: { frame: Frame; contributions: Amendment[] }) {
  const say = contributionWords(frame.locale)
  if (contributions.length === 0) return null
  return (
    <ul class="contributions">
      {contributions.map((contribution) => (
        <li>
          <a href={`/${frame.locale}/workshop/contributions/${contribution.number}/answer`}>
            {say('amendment-number', { number: contribution.number })}
          </a>
          <p class="byline">
            <Byline contribution={contribution} locale={frame.locale} />
          </p>
        </li>
      ))}
    </ul>
  )
}

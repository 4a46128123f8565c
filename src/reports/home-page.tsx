import { Layout, type Frame } from '../ui/layout.tsx'
import type { Report } from './report.ts'
import { words } from './words.ts'

/** What can be read on this site. */
export function HomePage({ frame, reports }: { frame: Frame; reports: Report[] }) {
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={say('home-title')}>
      <h1>{say('home-title')}</h1>
      <p>{say('home-lead')}</p>
      {reports.length === 0 && <p class="empty">{say('no-reports')}</p>}
      <ul class="reports">
        {reports.map((report) => (
          <li>
            <a href={`/${frame.locale}/reports/${report.slug}`} lang={report.lang}>
              {report.title}
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

import type { Child } from 'hono/jsx'
import { sayDate } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { type Edition, type Report } from './report.ts'
import { stepTo } from './step-to.ts'
import { words } from './words.ts'

type Props = { frame: Frame; report: Report; editions: Edition[]; panels: Child[] }

/** Every edition there has been, newest first, each with its text, its changes and its hash. */
export function EditionsPage({ frame, report, editions, panels }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('all-editions')}>
      <Breadcrumb locale={frame.locale} steps={[stepTo(frame.locale, report)]} />
      <h1>{say('all-editions')}</h1>
      {editions.length === 0 && <p class="empty">{say('no-edition-yet')}</p>}
      {panels}
      <ol class="editions" reversed>
        {editions.map((edition) => (
          <li>
            <h2>
              <a href={`${here}/editions/${edition.number}`}>
                {say('edition-number', { number: edition.number })}
              </a>
            </h2>
            <p>
              {say('published-by', {
                date: sayDate(frame.locale, edition.publishedAt),
                name: sayPerson(frame.locale, edition.signedBy),
              })}
            </p>
            {edition.number > 1 && (
              <p>
                <a href={`${here}/editions/${edition.number}/changes`}>
                  {say('what-changed-in', { number: edition.number })}
                </a>
              </p>
            )}
            <p class="fine">
              SHA-256 <code>{Buffer.from(edition.sha256).toString('hex')}</code>
            </p>
          </li>
        ))}
      </ol>
    </Layout>
  )
}

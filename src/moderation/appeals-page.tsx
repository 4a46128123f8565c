import { sayDateTime } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressOfAppeal } from './addresses.ts'
import { kindOf, type Appeal } from './appeal.ts'
import { words } from './words.ts'

/** How many of those who moderate could decide on it. */
export type ListedAppeal = { appeal: Appeal; others: number; until: Date }

type Props = {
  frame: Frame
  report: Report
  listed: ListedAppeal[]
  now: Date
  done: 'answered' | null
}

/** What is contested in a report and waits, the longest first, with whom it goes to. */
export function AppealsPage({ frame, report, listed, now, done }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('appeals')}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <h1>{say('appeals')}</h1>
      <p>{say('appeals-lead')}</p>
      <h2>{say('appeals-title', { count: listed.length })}</h2>
      {listed.length === 0 ? (
        <p class="empty">{say('appeals-none')}</p>
      ) : (
        <ol class="contributions">
          {listed.map(({ appeal, others, until }) => (
            <li>
              <p>
                <a href={addressOfAppeal(locale, appeal.id)}>
                  {say('appeal-title', { id: appeal.id })}
                </a>{' '}
                {say('waits-contested', {
                  kind: kindOf(appeal),
                  date: sayDateTime(locale, appeal.receivedAt),
                })}
              </p>
              <p class="byline">
                {say('appeal-goes-to', { others })}
                {' · '}
                {until < now ? (
                  <strong>{say('overdue')}</strong>
                ) : (
                  say('due', { until: sayDateTime(locale, until) })
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Layout>
  )
}

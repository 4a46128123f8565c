import {
  excerptOf,
  nameOf,
  type Contribution,
  type ModerationSetting,
} from '../contributions/index.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf, addressesOn } from './addresses.ts'
import type { doneBefore } from './decision-props.ts'
import type { Waiting } from './queue-store.ts'
import { dueAt } from './setting.ts'
import { words } from './words.ts'

export type QueueEntry = Waiting & { contribution: Contribution }

type Props = {
  frame: Frame
  report: Report
  entries: QueueEntry[]
  count: number
  page: number
  pages: number
  setting: ModerationSetting
  maySet: boolean
  now: Date
  done: (typeof doneBefore)[number] | 'set' | null
}

/** What waits for a moderator, the longest waiting first, and until when somebody promised to decide. */
export function ModerationQueuePage(props: Props) {
  const { frame, report, entries, count, page, pages, setting, maySet, done } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const mode = setting.beforePublication ? 'before' : 'after'
  return (
    <Layout frame={frame} title={say('queue')} wide>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <h1>{say('queue')}</h1>
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p>
        {say('mode-now', { mode, days: setting.promisedDays })}{' '}
        {maySet && <a href={there.setting}>{say('change-setting')}</a>}
      </p>
      <h2>{say('waiting-title', { count })}</h2>
      {entries.length === 0 ? (
        <p class="empty">{say('nothing-waits', { mode })}</p>
      ) : (
        <ol class="contributions">
          {entries.map((entry) => (
            <Entry locale={locale} entry={entry} setting={setting} now={props.now} />
          ))}
        </ol>
      )}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(at) => `${there.queue}?page=${at}`}
      />
    </Layout>
  )
}

type EntryProps = { locale: Locale; entry: QueueEntry; setting: ModerationSetting; now: Date }

function Entry({ locale, entry, setting, now }: EntryProps) {
  const say = words(locale)
  const { contribution, ground, heldAt } = entry
  const due = dueAt(heldAt, setting)
  return (
    <li class={`kinded ${contribution.kind}`}>
      <a href={`${addressesOn(locale, contribution).here}?from=queue`}>
        {nameOf(locale, contribution)}
      </a>{' '}
      <span lang={contribution.lang} dir="auto">
        {excerptOf(contribution)}
      </span>
      <p class="byline">
        {say('waits-from', { since: sayDateTime(locale, heldAt) })}
        {' · '}
        {due < now ? (
          <strong>{say('overdue')}</strong>
        ) : (
          say('due', { until: sayDateTime(locale, due) })
        )}
        {ground !== 'before-publication' && ` · ${say(`ground-${ground}`)}`}
      </p>
    </li>
  )
}

import { nameOf } from '../contributions/index.ts'
import { stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import { QueueList } from './queue-entries.tsx'
import { QueueFilters } from './queue-filters.tsx'
import type { QueueProps } from './queue-props.ts'
import { countIn, isNarrow, queryOf } from './selection.ts'
import { words } from './words.ts'

/** The editors' queue: what has no answer first, narrowed down and put in order as they wish. */
export function QueuePage(props: QueueProps) {
  const { frame, report, selection, counts, pages, panels } = props
  const say = words(frame.locale)
  const { queue } = addressesOf(frame.locale, report)
  const count = countIn(counts, selection)
  const hrefOf = (page: number) => `${queue}?${queryOf({ ...selection, page })}`
  return (
    <Layout frame={frame} title={say('queue')} wide>
      <Breadcrumb locale={frame.locale} steps={[stepTo(frame.locale, report)]} />
      <h1>{say('queue')}</h1>
      <Given {...props} />
      <div class="actions tools">{panels}</div>
      <Tabs {...props} />
      <QueueFilters {...props} />
      <section aria-labelledby="listed">
        <h2 id="listed">{say(selection.answered ? 'answered' : 'waiting', { count })}</h2>
        {count === 0 ? <Empty {...props} /> : <QueueList {...props} />}
        <Pagination locale={frame.locale} page={selection.page} pages={pages} hrefOf={hrefOf} />
      </section>
    </Layout>
  )
}

/** How many were answered just now, and the way to the next that waits. */
function Given({ frame, report, given, selection, entries }: QueueProps) {
  if (!given) return null
  const say = words(frame.locale)
  const next = selection.answered ? undefined : entries[0]?.contribution
  const back = queryOf(selection)
  return (
    <>
      <DoneNotice sentence={say('answer-given', { count: given.contributionNumbers.length })} />
      {next && (
        <p class="actions">
          <a
            class="button"
            href={addressesOf(frame.locale, report).answering([next.number], { back })}
          >
            {say('answer-next', { what: nameOf(frame.locale, next) })}
          </a>
        </p>
      )}
    </>
  )
}

/** What waits, and what is answered; each keeps what else is asked. */
function Tabs({ frame, report, selection, counts }: QueueProps) {
  const say = words(frame.locale)
  const { queue } = addressesOf(frame.locale, report)
  const order = selection.order === 'supported' || selection.order === 'passage'
  return (
    <nav class="tabs" aria-label={say('tabs')}>
      {[false, true].map((answered) => {
        const there = { ...selection, answered, page: 1 }
        const usual = answered ? ('newest' as const) : ('oldest' as const)
        const query = queryOf(order ? there : { ...there, order: usual })
        return (
          <a
            href={query ? `${queue}?${query}` : queue}
            aria-current={answered === selection.answered ? 'page' : undefined}
          >
            {say(answered ? 'tab-answered' : 'tab-waiting', {
              count: countIn(counts, { kind: selection.kind, answered }),
            })}
          </a>
        )
      })}
    </nav>
  )
}

/** Why nothing is listed, and what to do about it. */
function Empty({ frame, report, selection, counts }: QueueProps) {
  const say = words(frame.locale)
  if (isNarrow(selection)) {
    const { queue } = addressesOf(frame.locale, report)
    return (
      <p class="empty">
        {say('none-such')}{' '}
        <a href={selection.answered ? `${queue}?answered=1` : queue}>{say('drop-filters')}</a>
      </p>
    )
  }
  if (selection.answered) return <p class="empty">{say('none-answered')}</p>
  const all = countIn(counts, { kind: null, answered: true })
  return <p class="empty">{say(all > 0 ? 'nothing-waits' : 'none-yet')}</p>
}

import { sayDate, type Locale } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Report } from '../reports/index.ts'
import { addressesOf } from './addresses.ts'
import { foldEarlier, type Life, type LifeEvent } from './calendar.ts'
import { EventView } from './event-view.tsx'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; life: Life; today: Day }

/** A report's life as a line: what is past, today, what is to come. The oldest dates fold away. */
export function Timeline({ locale, report, life, today }: Props) {
  const say = words(locale)
  const { earlier, recent } = foldEarlier(life)
  const show = (events: LifeEvent[], when: string) =>
    events.map((event) => (
      <TimelineEvent locale={locale} report={report} event={event} when={when} />
    ))
  return (
    <>
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{say('earlier', { count: earlier.length })}</summary>
          <ol class="timeline">{show(earlier, 'past')}</ol>
        </details>
      )}
      <ol class="timeline">
        {show(recent, 'past')}
        <li class="today">
          <p>
            <strong>{say('today')}</strong>{' '}
            <time datetime={today}>{sayDate(locale, new Date(today))}</time>
          </p>
        </li>
        {show(life.now, 'now')}
        {show(life.ahead, 'ahead')}
      </ol>
    </>
  )
}

type EventProps = { locale: Locale; report: Report; event: LifeEvent; when: string }

function TimelineEvent({ locale, report, event, when }: EventProps) {
  const published = event.kind === 'edition-published' && event.edition !== null
  const href = published ? addressesOf(locale, report).edition(event.edition ?? 0) : undefined
  return (
    <li class={when}>
      <EventView locale={locale} lang={report.lang} event={event} href={href} />
    </li>
  )
}

import type { Report } from '../reports/index.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { isFulfilled } from './calendar.ts'
import type { ReportEvent, TypedEvent } from './event.ts'
import { EventFields } from './event-fields.tsx'
import { EventView, nameOf } from './event-view.tsx'
import { FormFrame } from './form-frame.tsx'
import type { ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

export const doneHere = ['added', 'changed', 'removed'] as const

type Props = {
  frame: Frame
  report: Report
  events: readonly ReportEvent[]
  /** The number of the newest edition; 0 before the first. */
  latest: number
  typed: TypedEvent
  /** Of the form: what is sent twice is added once. */
  formKey: string
  problems: readonly ShownProblem[]
  done: (typeof doneHere)[number] | null
}

/** A report's dates, for those who keep them, and the form for one more. */
export function CalendarPage(props: Props) {
  const { frame, report, events, typed, formKey, problems, done } = props
  const { locale } = frame
  const say = words(locale)
  const notice = <DoneNotice sentence={done && say('done', { done })} />
  return (
    <FormFrame {...props} title={say('calendar')} notice={notice} within={false}>
      <p class="lead">{say('lead')}</p>
      <section aria-labelledby="dates-title">
        <h2 id="dates-title">{say('dates')}</h2>
        <p>
          <a href="#add-title">{say('add-title')}</a>
        </p>
        {events.length === 0 && <p class="empty">{say('no-events')}</p>}
        <ul class="kept-dates">
          {events.map((event) => (
            <KeptDate {...props} event={event} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="add-title">
        <h2 id="add-title">{say('add-title')}</h2>
        <form method="post" action={addressesOf(locale, report).events} class="stacked">
          <EventFields locale={locale} lang={report.lang} typed={typed} problems={problems} />
          <input type="hidden" name="key" value={formKey} />
          <button type="submit">{say('add')}</button>
        </form>
      </section>
    </FormFrame>
  )
}

function KeptDate({ frame, report, event, latest }: Props & { event: ReportEvent }) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const name = nameOf(locale, event)
  return (
    <li id={`event-${event.id}`}>
      <EventView locale={locale} lang={report.lang} event={event} />
      {isFulfilled(event, latest) && <p class="fine">{say('plan-fulfilled')}</p>}
      <p class="actions">
        <a href={there.event(event.id)} aria-label={say('change-of', { name })}>
          {say('change')}
        </a>
        <a href={there.removal(event.id)} aria-label={say('remove-of', { name })}>
          {say('remove')}
        </a>
      </p>
    </li>
  )
}

import type { Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { ReportEvent, TypedEvent } from './event.ts'
import { EventFields } from './event-fields.tsx'
import { EventView } from './event-view.tsx'
import { FormFrame } from './form-frame.tsx'
import type { ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** As it stands now, with the revision that is then replaced; or the key under which it is added. */
  known: ReportEvent | { key: string }
  typed: TypedEvent
  problems: readonly ShownProblem[]
}

/** One date, to be changed; what somebody else made of it meanwhile stands above the form. */
export function EventPage(props: Props) {
  const { frame, report, known, typed, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const isNew = 'key' in known
  return (
    <FormFrame {...props} title={say(isNew ? 'not-saved-title' : 'change-title')} within>
      {!isNew && problems.includes('changed-since') && <Present {...props} event={known} />}
      <form method="post" action={isNew ? there.events : there.event(known.id)} class="stacked">
        <EventFields locale={locale} lang={report.lang} typed={typed} problems={problems} />
        {isNew ? (
          <input type="hidden" name="key" value={known.key} />
        ) : (
          <input type="hidden" name="revision" value={String(known.revision)} />
        )}
        <div class="actions">
          <button type="submit">{say(isNew ? 'add' : 'save')}</button>
          <a href={there.calendar}>{say('all-dates')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

function Present({
  frame,
  report,
  event,
}: Pick<Props, 'frame' | 'report'> & { event: ReportEvent }) {
  const say = words(frame.locale)
  return (
    <section class="preview" id="present" aria-labelledby="present-title" tabindex={-1}>
      <h2 id="present-title">{say('present')}</h2>
      <EventView locale={frame.locale} lang={report.lang} event={event} />
      <p>{say('changed-advice')}</p>
    </section>
  )
}

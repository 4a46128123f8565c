import type { Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { ReportEvent } from './event.ts'
import { EventView } from './event-view.tsx'
import { FormFrame } from './form-frame.tsx'
import type { ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  event: ReportEvent
  problems: readonly ShownProblem[]
}

/** Asks whether a date is to be taken out. */
export function RemovalPage(props: Props) {
  const { frame, report, event } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <FormFrame {...props} title={say('remove-title')} within>
      <div class="preview" id="present" tabindex={-1}>
        <EventView locale={locale} lang={report.lang} event={event} />
      </div>
      <p>{say('remove-lead')}</p>
      <form method="post" action={there.removal(event.id)}>
        <input type="hidden" name="revision" value={String(event.revision)} />
        <div class="actions">
          <button type="submit">{say('remove-it')}</button>
          <a href={there.calendar}>{say('leave-it')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  typed: string
  /** What the box is for is said in it: where it stands in a page about something else. */
  inPassing?: boolean
  describedBy?: string | undefined
}

/** A plain form: what is typed stands in the address of what is found. */
export function SearchBox({ locale, report, typed, inPassing = false, describedBy }: Props) {
  const say = words(locale)
  return (
    <search>
      <form class="search-box" method="get" action={`/${locale}/reports/${report.slug}/search`}>
        <label for="q">{say('search-in-report')}</label>
        <input
          id="q"
          type="search"
          name="q"
          value={typed}
          dir="auto"
          autocomplete="off"
          placeholder={inPassing ? say('search-in-passing') : undefined}
          aria-describedby={describedBy}
        />
        <button class="quiet" type="submit">
          {say('search')}
        </button>
      </form>
    </search>
  )
}

import type { ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressOf } from './addresses.ts'
import { words } from './words.ts'

/** On a report's front page: the way to every decision of its moderation. */
export const moderationLogLink: Panel<Pick<ReportSubject, 'report'>> = async (
  { locale },
  { report },
) => (
  <p>
    <a href={addressOf(locale, report).here}>{words(locale)('open-log')}</a>
  </p>
)

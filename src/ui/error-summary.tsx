import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = { locale: Locale; problems: { field: string; sentence: string }[] }

/** What stands in the way, first thing on the page, each linked to its field. */
export function ErrorSummary({ locale, problems }: Props) {
  if (problems.length === 0) return null
  return (
    <div class="error-summary" role="alert">
      <h2>{words(locale)('error-summary', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

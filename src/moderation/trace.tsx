import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import type { Withholding } from './withholding.ts'
import { words } from './words.ts'

type TraceProps = { locale: Locale; lang: string; withholding: Withholding }

/** That a contribution is withheld or was, since when, by whom and why. */
export function Trace({ locale, lang, withholding }: TraceProps) {
  const say = words(locale)
  const { reason, withheldBy, withheldAt, releasedAt } = withholding
  const from = sayDateTime(locale, withheldAt)
  return (
    <div class="notice withheld">
      <p>
        {releasedAt
          ? say('was-withheld', { from, until: sayDateTime(locale, releasedAt) })
          : say('is-withheld', { from })}
        {withheldBy && ` ${say('withheld-by', { name: withheldBy })}`}
      </p>
      <p>
        {say('because')}{' '}
        <span class="reason" {...inLanguage(lang)}>
          {reason}
        </span>
      </p>
    </div>
  )
}

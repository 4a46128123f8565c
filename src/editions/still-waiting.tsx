import type { Credit } from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import type { Edition } from '../reports/index.ts'
import { ContributionLinks } from './answer-list.tsx'
import { words } from './words.ts'

/** The rest are counted: a consultation leaves thousands. */
export const shownWaiting = 50

type Props = { locale: Locale; edition: Edition; credits: ReadonlyMap<number, Credit> }

/** An edition says which contributions it was published without answering. */
export function StillWaiting({ locale, edition, credits }: Props) {
  const { unanswered } = edition
  if (unanswered.length === 0) return null
  return (
    <section class="still-waiting" aria-labelledby="still-waiting">
      <h2 id="still-waiting">{words(locale)('still-waited', { count: unanswered.length })}</h2>
      <ContributionLinks
        locale={locale}
        numbers={unanswered.slice(0, shownWaiting)}
        credits={credits}
      />
      {unanswered.length > shownWaiting && (
        <p class="fine">{words(locale)('and-more', { count: unanswered.length - shownWaiting })}</p>
      )}
    </section>
  )
}

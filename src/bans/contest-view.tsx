import { sayDateTime, type Locale } from '../platform/messages.ts'
import { sayPerson } from '../ui/say-person.ts'
import type { Ban } from './ban.ts'
import { words } from './words.ts'

type Props = { locale: Locale; ban: Ban; named: boolean }

/** What was said against a ban, and what was decided of it; `named`: by whom, for moderators. */
export function ContestView({ locale, ban: { contest }, named }: Props) {
  if (!contest) return null
  const say = words(locale)
  const { decision, settledAt } = contest
  return (
    <section aria-labelledby="contest">
      <h2 id="contest">{say('contest-title')}</h2>
      <p class="byline">{say('contested-on', { date: sayDateTime(locale, contest.at) })}</p>
      <blockquote dir="auto">
        <p class="as-typed">{contest.words}</p>
      </blockquote>
      {decision ? (
        <>
          <p>
            <strong>
              {say('outcome-is', {
                outcome: decision.outcome,
                date: sayDateTime(locale, decision.at),
              })}
            </strong>{' '}
            {named && say('decided-by', { name: sayPerson(locale, decision.by) })}
          </p>
          <p class="as-typed" dir="auto">
            {decision.reason}
          </p>
        </>
      ) : (
        <p class={settledAt ? 'notice' : 'notice waiting'}>
          {settledAt
            ? say('contest-settled', { date: sayDateTime(locale, settledAt) })
            : say('contest-waits')}
        </p>
      )}
    </section>
  )
}

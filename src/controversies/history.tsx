import { sayDateTime, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import type { ControversyAct } from './controversy.ts'
import { Settled } from './settled.tsx'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; acts: readonly ControversyAct[] }

/** All that was done to a controversy, by which role and when, the newest first. */
export function History({ locale, report, acts }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say('history')}</h2>
      <ol class="deeds" reversed>
        {acts.toReversed().map(({ revision, deed, role, at, settlement }) => (
          <li value={revision}>
            {say('deed', { deed })}
            <p class="byline">
              {say('deed-by', {
                role: role === 'editor-in-chief' ? 'editor_in_chief' : role,
                at: sayDateTime(locale, at),
              })}
            </p>
            {settlement && <Settled {...{ locale, report, settlement }} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

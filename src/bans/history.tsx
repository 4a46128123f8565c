import { sayDate, type Locale } from '../platform/messages.ts'
import { lastDay } from '../roles/index.ts'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import { isInForce, type Ban } from './ban.ts'
import type { Warning } from './warning.ts'
import { words } from './words.ts'

export type History = { warnings: readonly Warning[]; bans: readonly Ban[] }

type Props = History & { locale: Locale; now: Date }

/** What whoever wrote it was told before, and from what they were kept, as far as the reader may know. */
export function HistoryOf({ locale, now, warnings, bans }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="history">
      <h2 id="history" class="minor">
        {say('history')}
      </h2>
      {warnings.length + bans.length === 0 && <p class="empty">{say('no-history')}</p>}
      <ul>
        {bans.map((ban) => (
          <li>
            <a href={addressesOf(locale, ban.id).here}>{sayBan(locale, ban)}</a>{' '}
            {sayState(locale, ban, now)}
          </li>
        ))}
        {warnings.map((warning) => (
          <li>{sayWarning(locale, warning)}</li>
        ))}
      </ul>
    </section>
  )
}

export function sayWarning(locale: Locale, warning: Warning): string {
  const { contributionNumber: number, rule, givenAt } = warning
  return words(locale)('warned-on', { date: sayDate(locale, givenAt), rule, number })
}

/** From when to when, and by which rule. */
export function sayBan(locale: Locale, { scope, from, until, rule }: Ban): string {
  return words(locale)('ban-of', {
    scope: scope.kind,
    from: sayDate(locale, from),
    until: sayDate(locale, lastDay(until)),
    rule,
  })
}

/** Whether it is in force, or how it ended; `to`: moderators read by whom, whose ban it is does not. */
export function sayState(
  locale: Locale,
  ban: Ban,
  now: Date,
  to: 'moderators' | 'concerned' = 'moderators',
): string {
  const say = words(locale)
  if (isInForce(ban, now)) return say('in-force')
  const { end } = ban
  if (!end || end.kind === 'over') return say('over')
  return say('ended-as', {
    to,
    kind: end.kind,
    date: sayDate(locale, end.at),
    name: sayPerson(locale, end.by ?? ''),
  })
}

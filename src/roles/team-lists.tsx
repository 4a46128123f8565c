import { sayDate, type Locale } from '../platform/messages.ts'
import type { Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { lastDay } from './last-day.ts'
import type { HeldGrant } from './role.ts'
import { sayRole } from './say-role.ts'
import type { ShownGrant } from './store.ts'
import { addressesOf, type Team } from './team.ts'
import { words } from './words.ts'

type Props = Team & {
  frame: Frame
  grants: readonly ShownGrant[]
  mayEnd: (grant: HeldGrant) => boolean
}

export function RolesInForce({ frame, report, grants, mayEnd }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, { report })
  return (
    <section aria-labelledby="in-force-title">
      <h2 id="in-force-title">{say('in-force')}</h2>
      {grants.length === 0 && <p class="empty">{say('nobody')}</p>}
      <ul class="team">
        {grants.map((grant) => (
          <li>
            <p class="held">
              <strong dir="auto">{sayPerson(locale, grant.name)}</strong>{' '}
              <span>{sayRole(locale, grant.role)}</span>
            </p>
            <p class="byline">{sayTime(locale, grant)}</p>
            {mayEnd(grant) && (
              <p>
                <a href={there.ending(grant.id)}>
                  {say('end-role-of', { name: sayPerson(locale, grant.name) })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function FormerRoles({ frame, grants }: Omit<Props, 'mayEnd'>) {
  const { locale } = frame
  if (grants.length === 0) return null
  return (
    <details>
      <summary>{words(locale)('former', { count: grants.length })}</summary>
      <ul class="team">
        {grants.toReversed().map((grant) => (
          <li>
            <p class="held">
              <strong dir="auto">{sayPerson(locale, grant.name)}</strong>{' '}
              <span>{sayRole(locale, grant.role)}</span>
            </p>
            <p class="byline">{sayTime(locale, grant)}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Since when, until when, and from whom. */
function sayTime(locale: Locale, { from, until, givenBy, delegatedFrom }: ShownGrant): string {
  const say = words(locale)
  const start = sayDate(locale, from)
  const end = until && sayDate(locale, lastDay(until))
  const time = end ? say('from-to', { from: start, until: end }) : say('since-day', { from: start })
  if (givenBy === null) return `${time} · ${say('given-by-operator')}`
  return `${time} · ${say(delegatedFrom === null ? 'given-by' : 'lent-by', { name: sayPerson(locale, givenBy) })}`
}

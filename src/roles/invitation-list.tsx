import { sayDate, sayDateTime } from '../platform/messages.ts'
import type { Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { stateOf, type Invitation } from './invitation.ts'
import { sayRole } from './say-role.ts'
import { addressesOf, type Team } from './team.ts'
import { words } from './words.ts'

type Props = Team & { frame: Frame; now: Date; invitations: readonly Invitation[] }

/** Whom one has invited, and what became of it. */
export function InvitationList({ frame, report, now, invitations }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, { report })
  return (
    <section aria-labelledby="invitations-title">
      <h2 id="invitations-title">{say('invitations')}</h2>
      {invitations.length === 0 && <p class="empty">{say('no-invitations')}</p>}
      <ul class="team">
        {invitations.map((invitation) => {
          const state = stateOf(invitation, now)
          const { email, role, inviter, createdAt } = invitation
          return (
            <li>
              <p class="held">
                {email === null ? (
                  <em>{say('address-forgotten')}</em>
                ) : (
                  <strong dir="ltr">{email}</strong>
                )}{' '}
                <span>{role === null ? say('no-role') : sayRole(locale, role)}</span>
              </p>
              <p class="byline">
                {say('invitation-state', {
                  state,
                  until: sayDateTime(locale, invitation.expiresAt),
                })}
                {' · '}
                {say('invited-by', {
                  name: sayPerson(locale, inviter),
                  date: sayDate(locale, createdAt),
                })}
              </p>
              {state === 'waiting' && email !== null && (
                <form method="post" action={there.withdrawal(invitation.id)}>
                  <button type="submit" class="quiet">
                    {say('withdraw-of', { email })}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import { sayDate } from '../platform/messages.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Session } from './session-store.ts'
import { words } from './words.ts'

/** A session as it is listed. */
export type ListedSession = Pick<Session, 'id' | 'device' | 'createdAt' | 'seenOn'> & {
  isThis: boolean
}

/** Where somebody is signed in: each can be ended, all others, and all. */
export function SessionsSection({ frame, sessions }: { frame: Frame; sessions: ListedSession[] }) {
  const { locale } = frame
  const say = words(locale)
  const address = `/${locale}/account/sessions/end`
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say('sessions')}</h2>
      <p>{say('sessions-note')}</p>
      <ul class="own-things">
        {sessions.map((session) => (
          <li>
            <span class="thing">
              <span>
                {say('device', session.device)}
                {session.isThis && <strong class="this">{say('this-session')}</strong>}
              </span>
              <span class="fine">
                {say('session-days', {
                  since: sayDate(locale, session.createdAt),
                  seen: sayDate(locale, new Date(session.seenOn)),
                })}
              </span>
            </span>
            {!session.isThis && (
              <form method="post" action={address}>
                <input type="hidden" name="session" value={session.id} />
                <button
                  class="quiet small"
                  type="submit"
                  aria-label={say('end-session-of', { device: say('device', session.device) })}
                >
                  {say('end-session')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        {sessions.length > 1 && (
          <form method="post" action={address}>
            <input type="hidden" name="session" value="others" />
            <button class="quiet" type="submit">
              {say('end-other-sessions')}
            </button>
          </form>
        )}
        <form method="post" action={address} data-behaviour="sign-out">
          <button class="quiet" type="submit">
            {say('end-sessions')}
          </button>
        </form>
      </div>
    </section>
  )
}

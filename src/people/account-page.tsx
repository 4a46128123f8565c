import type { Child } from 'hono/jsx'
import { inLanguage, localeNames, offeredLocales } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ProfileFields, summariseProblems } from './profile-fields.tsx'
import type { ProfileProblem, TypedProfile } from './profile.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  emails: string[]
  typed: TypedProfile & { locale: string }
  problems: ProfileProblem[]
  done: 'profile-saved' | null
  panels: Child[]
}

/** What only its person sees: what they wrote, how they appear, their address, their devices. */
export function AccountPage(props: Props) {
  const { frame, emails, problems, done, panels } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('account')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={locale} problems={summariseProblems(locale, problems)} />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(done)} />
      {panels}
      <Appearance {...props} />
      <section aria-labelledby="addresses-title">
        <h2 id="addresses-title">{say('addresses')}</h2>
        {emails.map((email) => (
          <p>
            <bdi>{email}</bdi>
          </p>
        ))}
        <p class="fine">{emails.length > 0 ? say('addresses-note') : say('no-address')}</p>
      </section>
      <section aria-labelledby="sessions-title">
        <h2 id="sessions-title">{say('sessions')}</h2>
        <p>{say('sessions-note')}</p>
        <form method="post" action={`/${locale}/account/sessions/end`} data-behaviour="sign-out">
          <button class="quiet" type="submit">
            {say('end-sessions')}
          </button>
        </form>
      </section>
    </Layout>
  )
}

function Appearance({ frame, typed, problems }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">{say('profile')}</h2>
      <p class="fine">{say('profile-note')}</p>
      <form method="post" action={`/${locale}/account/profile`} class="stacked">
        <ProfileFields locale={locale} typed={typed} problems={problems} />
        <fieldset>
          <legend>{say('mail-language')}</legend>
          {offeredLocales.map((offered) => (
            <label class="choice">
              <input
                type="radio"
                name="locale"
                value={offered}
                checked={offered === typed.locale}
                required
              />
              <span {...inLanguage(offered)}>{localeNames[offered]}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit">{say('save-profile')}</button>
      </form>
    </section>
  )
}

import type { Child } from 'hono/jsx'
import { inLanguage, localeNames, offeredLocales } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Passkey } from './passkey-store.ts'
import { ProfileFields, summariseProblems } from './profile-fields.tsx'
import { SessionsSection, type ListedSession } from './sessions-section.tsx'
import type { ProfileProblem, TypedProfile } from './profile.ts'
import { WaysSection, type ListedWay } from './ways-section.tsx'
import { words } from './words.ts'

/** What can have been done that leads here. */
export const accountDone = [
  'profile-saved',
  'way-added',
  'way-removed',
  'passkey-added',
  'passkey-renamed',
  'address-link-sent',
  'session-ended',
  'other-sessions-ended',
] as const
export type AccountDone = (typeof accountDone)[number]

type Props = {
  frame: Frame
  ways: ListedWay[]
  addable: { key: string; name: string }[]
  passkeys: Passkey[]
  /** A passkey can be added. */
  makesPasskeys: boolean
  sessions: ListedSession[]
  typed: TypedProfile & { locale: string }
  problems: ProfileProblem[]
  done: AccountDone | null
  panels: Child[]
}

/** What only its person sees: what they wrote, how they appear, their ways in, their devices. */
export function AccountPage(props: Props) {
  const { frame, ways, addable, passkeys, makesPasskeys, sessions, problems, done, panels } = props
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
      <WaysSection {...{ frame, ways, addable, passkeys, makesPasskeys }} />
      <SessionsSection frame={frame} sessions={sessions} />
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

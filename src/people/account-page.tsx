import type { Child } from 'hono/jsx'
import { inLanguage, localeNames, offeredLocales } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { AboutFields, isAboutProblem, summariseAbout } from './about-fields.tsx'
import type { AboutProblem, TypedAbout } from './about.ts'
import type { Passkey } from './passkey-store.ts'
import { isProfileProblem, ProfileFields, summariseProblems } from './profile-fields.tsx'
import type { ProfileProblem, TypedProfile } from './profile.ts'
import { SessionsSection, type ListedSession } from './sessions-section.tsx'
import { isTrueNameProblem, sayTrueNameProblem, TrueNameField } from './true-name-field.tsx'
import type { TrueNameProblem } from './true-name.ts'
import { WaysSection, type ListedWay } from './ways-section.tsx'
import { words } from './words.ts'

/** What can have been done that leads here. */
export const accountDone = [
  'profile-saved',
  'true-name-saved',
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
  typed: TypedProfile & TypedAbout & { locale: string }
  /** As it is kept, or as it was typed and refused. */
  trueName: string
  problems: (ProfileProblem | AboutProblem | TrueNameProblem)[]
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
      <ErrorSummary locale={locale} problems={summarise(props)} />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(done)} />
      {panels}
      <Appearance {...props} />
      <TrueName {...props} />
      <WaysSection {...{ frame, ways, addable, passkeys, makesPasskeys }} />
      <SessionsSection frame={frame} sessions={sessions} />
    </Layout>
  )
}

function summarise({ frame: { locale }, problems }: Props) {
  return [
    ...summariseProblems(locale, problems.filter(isProfileProblem)),
    ...summariseAbout(locale, problems.filter(isAboutProblem)),
    ...problems.filter(isTrueNameProblem).map((problem) => ({
      field: 'trueName',
      sentence: sayTrueNameProblem(locale, problem),
    })),
  ]
}

/** Who one is, kept apart from how one appears. */
function TrueName({ frame: { locale }, trueName, problems }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="true-name-title">
      <h2 id="true-name-title">{say('true-name-title')}</h2>
      <form method="post" action={`/${locale}/account/true-name`} class="stacked">
        <TrueNameField
          locale={locale}
          value={trueName}
          problem={problems.find(isTrueNameProblem)}
          needed={false}
        />
        <button type="submit">{say('save-true-name')}</button>
      </form>
    </section>
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
        <ProfileFields locale={locale} typed={typed} problems={problems.filter(isProfileProblem)} />
        <AboutFields locale={locale} typed={typed} problems={problems.filter(isAboutProblem)} />
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

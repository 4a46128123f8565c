import type { Child } from 'hono/jsx'
import { inLanguage, localeNames, offeredLocales } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { AboutFields, isAboutProblem, summariseAbout } from './about-fields.tsx'
import type { AboutProblem, TypedAbout } from './about.ts'
import { isProfileProblem, ProfileFields, summariseProblems } from './profile-fields.tsx'
import type { ProfileProblem, TypedProfile } from './profile.ts'
import { isTrueNameProblem, sayTrueNameProblem, TrueNameField } from './true-name-field.tsx'
import type { TrueNameProblem } from './true-name.ts'
import { words } from './words.ts'

export const doneHere = ['profile-saved', 'true-name-saved'] as const

type Props = {
  frame: Frame
  emails: string[]
  typed: TypedProfile & TypedAbout & { locale: string }
  /** As it is kept, or as it was typed and refused. */
  trueName: string
  problems: (ProfileProblem | AboutProblem | TrueNameProblem)[]
  done: (typeof doneHere)[number] | null
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
      <ErrorSummary locale={locale} problems={summarise(props)} />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(done)} />
      {panels}
      <Appearance {...props} />
      <TrueName {...props} />
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

import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ProfileFields, summariseProblems } from './profile-fields.tsx'
import type { ProfileProblem, TypedProfile } from './profile.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** Whoever holds the link owns the address: it is shown whole, so that nobody takes another's account for theirs. */
  email: string
  known: boolean
  /** Where the link stands, and is used. */
  address: string
  typed: TypedProfile
  problems: ProfileProblem[]
}

/** An open link: one button; the first time, what one says of oneself in the same step. */
export function LinkPage({ frame, email, known, address, typed, problems }: Props) {
  const say = words(frame.locale)
  const title = known ? say('link-title') : say('newcomer-title')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={frame.locale} problems={summariseProblems(frame.locale, problems)} />
      <h1>{title}</h1>
      <p>{known ? say('link-known', { email }) : say('newcomer', { email })}</p>
      {frame.viewerName !== null && (
        <p class="notice">{say('link-replaces', { name: frame.viewerName })}</p>
      )}
      <form method="post" action={address} class="stacked">
        {!known && <ProfileFields locale={frame.locale} typed={typed} problems={problems} />}
        <button type="submit">
          {known ? say('link-enter', { email }) : say('newcomer-enter')}
        </button>
      </form>
    </Layout>
  )
}

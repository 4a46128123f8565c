import type { Vouched } from '../platform/oidc/provider.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ProfileFields, summariseProblems } from './profile-fields.tsx'
import type { ProfileProblem, TypedProfile } from './profile.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** Where the form is sent. */
  address: string
  /** What the provider is called. */
  name: string
  vouched: Vouched
  typed: TypedProfile
  proveAddress: boolean
  problems: ProfileProblem[]
}

/** Whom a provider vouches for, the first time: how they want to appear, and what mail is to reach them. */
export function VouchedPage(props: Props) {
  const { frame, address, name, vouched, typed, problems } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('newcomer-title')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={locale} problems={summariseProblems(locale, problems)} />
      <h1>{title}</h1>
      <p>{say('vouched', { name })}</p>
      <p class="notice">
        {say('vouched-known', { name })}{' '}
        <a href={`/${locale}/account/sign-in?return=${encodeURIComponent(`/${locale}/account`)}`}>
          {say('vouched-known-link')}
        </a>
      </p>
      {frame.viewerName !== null && (
        <p class="notice">{say('link-replaces', { name: frame.viewerName })}</p>
      )}
      <form method="post" action={address} class="stacked">
        <ProfileFields locale={locale} typed={typed} problems={problems} />
        {vouched.email !== null && (
          <label class="choice">
            <input type="checkbox" name="address" value="1" checked={props.proveAddress} />
            <span>
              {say('prove-address', { email: vouched.email })}{' '}
              <span class="hint">{say('prove-address-hint')}</span>
            </span>
          </label>
        )}
        <button type="submit">{say('newcomer-enter')}</button>
      </form>
    </Layout>
  )
}

import type { Vouched } from '../platform/oidc/provider.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { NewcomerFields, summariseNewcomer } from './newcomer-fields.tsx'
import type { NewcomerProblem, TypedNewcomer } from './newcomer.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** Where the form is sent. */
  address: string
  /** What the provider is called. */
  name: string
  vouched: Vouched
  typed: TypedNewcomer
  proveAddress: boolean
  problems: NewcomerProblem[]
  /** The version of the terms of use that holds. */
  terms: number
}

/** Whom a provider vouches for, the first time: how they want to appear, and what mail is to reach them. */
export function VouchedPage(props: Props) {
  const { frame, address, name, vouched, typed, problems, terms } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('newcomer-title')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={locale} problems={summariseNewcomer(locale, problems)} />
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
        <NewcomerFields {...{ locale, typed, problems, terms }} />
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

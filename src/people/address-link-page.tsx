import { Layout, type Frame } from '../ui/layout.tsx'
import type { AddressProblem } from './use-address-link.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** Where the link stands, and is used. */
  address: string
  /** Null for whoever is not to learn it. */
  email: string | null
  problem: AddressProblem | 'visitor' | null
}

/** A link that adds an address: one button, or why it does not serve here and what to do. */
export function AddressLinkPage({ frame, address, email, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('add-address')
  const account = `/${locale}/account`
  if (email !== null) {
    return (
      <Layout frame={frame} title={title}>
        <h1>{title}</h1>
        <p>{say('address-link', { email })}</p>
        <form method="post" action={address} class="actions">
          <button type="submit">{say('address-link-add')}</button>
          <a href={account}>{say('leave-it')}</a>
        </form>
      </Layout>
    )
  }
  const back = problem === 'visitor' ? address : account
  return (
    <Layout frame={frame} title={say('address-over-title')}>
      <h1>{say('address-over-title')}</h1>
      <p>{say('address-over', { problem: (problem ?? 'unknown').replaceAll('-', '_') })}</p>
      <p>
        {frame.viewerName === null ? (
          <a class="button" href={`${account}/sign-in?return=${encodeURIComponent(back)}`}>
            {say('title')}
          </a>
        ) : (
          <a class="button" href={account}>
            {say('back-to-account')}
          </a>
        )}
      </p>
    </Layout>
  )
}

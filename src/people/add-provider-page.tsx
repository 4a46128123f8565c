import type { Vouched } from '../platform/oidc/provider.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = { frame: Frame; address: string; name: string; vouched: Vouched }

/** Before a provider becomes a way in: with which account of it, so that nobody is given another's. */
export function AddProviderPage({ frame, address, name, vouched }: Props) {
  const say = words(frame.locale)
  const title = say('add-provider', { name })
  const who = [vouched.name, vouched.email].filter(Boolean).join(' · ')
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{say('add-provider-account', { name })}</p>
      {who !== '' && (
        <p>
          <bdi>{who}</bdi>
        </p>
      )}
      <p class="fine">{say('add-provider-note')}</p>
      <form method="post" action={address} class="actions">
        <button type="submit">{title}</button>
        <a href={`/${frame.locale}/account`}>{say('leave-it')}</a>
      </form>
    </Layout>
  )
}

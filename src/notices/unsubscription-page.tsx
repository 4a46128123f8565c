import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { Claim } from './unsubscription-token.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  claim: Claim
  /** What there is to end, perhaps without a name; null where it has ended. */
  name: string | null
}

/** What a link of a mail ends: with one button, since programs open links that nobody pressed; and once it has ended. */
export function UnsubscriptionPage({ frame, claim: { ends }, name }: Props) {
  const { locale } = frame
  const say = words(locale)
  if (name === null) {
    return (
      <Layout frame={frame} title={say('unsubscribed-title')}>
        <h1>{say('unsubscribed-title')}</h1>
        <output class="notice">{say('unsubscribed', { ends })}</output>
        <p>
          {say('unsubscribed-back')} <a href={addressesOf(locale).notices}>{say('choose-how')}</a>
        </p>
      </Layout>
    )
  }
  return (
    <Layout frame={frame} title={say('unsubscribe-title', { ends })}>
      <h1>{say('unsubscribe-title', { ends })}</h1>
      <p>{say('unsubscribe-lead', { ends, name })}</p>
      <form method="post">
        <button type="submit">{say('unsubscribe', { ends })}</button>
      </form>
    </Layout>
  )
}

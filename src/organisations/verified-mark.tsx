import { sayDate, type Locale } from '../platform/messages.ts'
import { saySiret } from './siret.ts'
import type { Organisation } from './organisation.ts'
import { words } from './words.ts'

type Props = { locale: Locale; verified: boolean }

/** Whether an organisation is verified, in a word. */
export function VerifiedMark({ locale, verified }: Props) {
  return <span class={classOf(verified)}>{sayMark(locale, verified)}</span>
}

/** The same beside a name, in brackets. */
export function BracketedMark({ locale, verified }: Props) {
  return <span class={classOf(verified)}>({sayMark(locale, verified)})</span>
}

function classOf(verified: boolean): string {
  return `verified-mark ${verified ? 'verified' : 'unverified'}`
}

function sayMark(locale: Locale, verified: boolean): string {
  const say = words(locale)
  return verified ? `✓\u00a0${say('verified')}` : say('not-verified')
}

/** How an organisation was verified and when; or that nobody has. */
export function HowVerified({ locale, of }: { locale: Locale; of: Organisation }) {
  const say = words(locale)
  const { verified, mailDomain, siret } = of
  if (!verified) return <p class="notice unverified">{say('nobody-verified')}</p>
  const how = {
    domain: () => say('verified-by-domain', { domain: mailDomain ?? '' }),
    siret: () => say('verified-by-siret', { siret: saySiret(siret ?? '') }),
    administrator: () => say('verified-by-administrator'),
  }[verified.by]()
  return (
    <div class="notice verified">
      <p>
        <strong>{say('verified-on', { date: sayDate(locale, verified.at) })}</strong> {how}
      </p>
      {verified.reason && (
        <p>
          <bdi>{verified.reason}</bdi>
        </p>
      )}
    </div>
  )
}

import type { Locale } from '../platform/messages.ts'
import type { Offer } from './sign-in-routes.tsx'
import type { Way } from './way-store.ts'
import type { Means } from './way.ts'
import { words } from './words.ts'

export function meansOf({ demonstration, providers }: Offer): Means {
  return { demonstration, issuers: providers.map(({ issuer }) => issuer) }
}

/** What a person calls a way in: the address, or the provider's name; of one that is gone, its host. */
export function nameWay(locale: Locale, { provider, subject }: Way, { providers }: Offer): string {
  if (provider === 'email') return subject
  const known = providers.find(({ issuer }) => issuer === provider)
  if (known) return known.name
  return URL.canParse(provider) ? new URL(provider).host : words(locale)('demonstration-account')
}

import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import type { ProviderSettings } from '../platform/oidc/provider-settings.ts'
import { newChecks, whereToSignIn } from '../platform/oidc/provider.ts'
import { attemptMinutes, minutesAfter } from './attempt.ts'
import { saveAttempt } from './attempt-store.ts'

type Beginning = {
  provider: ProviderSettings
  publicUrl: string
  /** What the browser's cookie holds. */
  browser: string
  /** Who adds a way in; null for whoever signs in. */
  personId: number | null
  returnTo: string
  locale: string
}

/** Where the provider is to send people back: what it is told when the site is registered there. */
export function returnAddress(publicUrl: string, provider: ProviderSettings): URL {
  return new URL(`/sign-in/${provider.key}`, publicUrl)
}

/** Where to send that browser, whose way is written down; null where the provider cannot be reached. */
export async function beginAttempt(db: Db, begun: Beginning, now: Date): Promise<string | null> {
  const { provider, publicUrl, browser, personId, returnTo, locale } = begun
  const checks = newChecks()
  const address = await whereToSignIn(provider, returnAddress(publicUrl, provider).href, checks)
  if (address === null) return null
  await saveAttempt(db, {
    tokenSha256: sha256(checks.state),
    browserSha256: sha256(browser),
    provider: provider.key,
    nonce: checks.nonce,
    verifier: checks.verifier,
    personId,
    returnTo,
    locale,
    createdAt: now,
    expiresAt: minutesAfter(now, attemptMinutes),
  })
  return address
}

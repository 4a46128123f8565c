import type { Context } from 'hono'
import { newToken } from '../platform/ids.ts'
import type { ProviderSettings } from '../platform/oidc/provider-settings.ts'
import { whereToSignOut } from '../platform/oidc/provider.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { FarewellPage } from './farewell-page.tsx'
import { readSessionCookie } from './session-cookie.ts'
import { readVouching } from './session.ts'

/** A provider with which somebody is signed in, too, and where that can be ended. */
type Elsewhere = { name: string; address: string }

/**
 * Ends what `end` ends, and then finds where the session's person is still signed in: null where nowhere, or
 * where that is not to be ended. A provider that is away keeps nobody signed in here.
 */
export async function leave(
  c: Context<Env>,
  providers: readonly ProviderSettings[],
  end: () => Promise<void>,
): Promise<Elsewhere | null> {
  const { db, mailing, publicUrl, locale, log } = c.var
  const session = readSessionCookie(c)
  const vouching = session
    ? await readVouching(db, session, mailing.key).catch(() => {
        // Written down under another SECRET: signing out here needs none.
        log.warn('an ID token cannot be read')
        return null
      })
    : null
  await end()
  const settings = providers.find(({ issuer }) => issuer === vouching?.provider)
  if (!vouching || !settings) return null
  const address = await whereToSignOut(settings, {
    idToken: vouching.idToken,
    returnTo: new URL('/signed-out', publicUrl).href,
    // Tells in which language to go on; the rest is what a provider wants of a state.
    state: `${locale}.${newToken()}`,
  })
  return address === null ? null : { name: settings.name, address }
}

/**
 * A page that goes on to the provider by itself: a form may lead nowhere but to this site
 * (`form-action 'self'`), and browsers hold every address that its answer leads to against that.
 */
export function showFarewell(c: Context<Env>, elsewhere: Elsewhere) {
  c.header('Refresh', `0; url=${elsewhere.address}`)
  const frame = { ...frameOf(c, `/${c.var.locale}`), viewerName: null }
  return sendPage(c, <FarewellPage frame={frame} {...elsewhere} />)
}

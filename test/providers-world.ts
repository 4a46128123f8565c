import assert from 'node:assert/strict'
import { startBrowsing, locationOf, type Browsing } from './browsing.ts'
import { startOpenIdProvider, type OpenIdProvider } from './openid-provider.ts'
import { openSignInWorld, type Form, type SignInWorld } from './sign-in-world.ts'
import { appOn, origin } from './world.ts'

export type Providers = Record<'proconnect' | 'franceconnect' | 'oidc', OpenIdProvider>

export type ProvidersWorld = SignInWorld & {
  providers: Providers
  /** A browser that nobody has used. */
  browse(agent?: string): Browsing
  /** One at another process of the same site. */
  browseElsewhere(): Browsing
}

export const marie: Form = [
  ['name', 'Marie'],
  ['side', 'political'],
  ['terms', '1'],
  ['organisation', ''],
]

/** A site where people can sign in with three real providers. */
export async function openProvidersWorld(): Promise<ProvidersWorld> {
  const providers: Providers = {
    proconnect: await startOpenIdProvider('proconnect', origin),
    franceconnect: await startOpenIdProvider('franceconnect', origin),
    oidc: await startOpenIdProvider('oidc', origin),
  }
  const working = Object.values(providers).map((provider) => provider.settings)
  const away = { ...providers.oidc.settings, key: 'oidc-2', name: 'Lointain' }
  const settings = [...working, { ...away, issuer: 'http://127.0.0.1:1' as const }]
  const world = await openSignInWorld(settings)
  const other = appOn(
    world.db,
    settings.map((one) => ({ ...one })),
  )
  providers.proconnect.accounts
    .set('marie', {
      given_name: 'Marie Jeanne',
      usual_name: 'Curie',
      email: 'Marie@Ville.example',
      siret: '13002526500013',
    })
    .set('paul', { given_name: 'Paul', usual_name: 'Langevin', siret: 'nothing' })
  providers.franceconnect.accounts.set('fc-marie', {
    given_name: 'Marie Salomea',
    family_name: 'Sklodowska',
    preferred_username: 'Curie',
  })
  providers.oidc.accounts.set('irene', { name: 'Irène J.', email: 'irene@example.org' })
  return {
    ...world,
    providers,
    browse: (agent) => startBrowsing(world.app, agent),
    browseElsewhere: () => startBrowsing(other),
    close: async () => {
      await world.close()
      for (const provider of Object.values(providers)) await provider.close()
    },
  }
}

/** To the provider and back: the address at the site with what the provider sent along. */
export async function goThrough(
  browsing: Browsing,
  provider: OpenIdProvider,
  { as, query = '' }: { as: string | null; query?: string },
): Promise<string> {
  provider.next = as
  const begun = await browsing.get(`/fr/account/providers/${provider.settings.key}${query}`)
  assert.equal(begun.status, 303)
  const back = await provider.visit(locationOf(begun))
  assert.equal(back.origin, origin)
  return back.pathname + back.search
}

/** Follows what the site answers, to the first page. */
export async function follow(browsing: Browsing, path: string): Promise<Response & { at: string }> {
  let at = path
  for (let step = 0; step < 5; step += 1) {
    const response = await browsing.get(at)
    if (response.status !== 302 && response.status !== 303) return Object.assign(response, { at })
    at = locationOf(response)
  }
  throw new Error(`it leads on and on: ${at}`)
}

/** Signs somebody in for the first time, under the name of that form; returns the page that they come to. */
export async function openAccountWith(
  browsing: Browsing,
  provider: OpenIdProvider,
  { as, form = marie }: { as: string; form?: Form },
): Promise<string> {
  const asked = await follow(browsing, await goThrough(browsing, provider, { as }))
  assert.equal(asked.status, 200)
  const opened = await browsing.post(asked.at, form)
  assert.equal(opened.status, 303)
  return locationOf(opened)
}

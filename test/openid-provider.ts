import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider, type Configuration, type JWK } from 'oidc-provider'
import type { Issuer, ProviderSettings } from '../src/platform/oidc/provider-settings.ts'
import { readProviders } from '../src/platform/oidc/provider-settings.ts'
import { listenSomewhere } from './free-port.ts'

export type Claims = Record<string, string>

/** A real OpenID provider on the loopback that lets in whoever the test names, and asks nothing. */
export type OpenIdProvider = {
  settings: ProviderSettings
  /** Who comes next, by their subject; null: who declines. */
  next: string | null
  accounts: Map<string, Claims>
  /** It publishes other keys than it signs with: what it says is anybody's. */
  forged: boolean
  /** Goes there as a browser does, with the cookies of one; returns the address at the site that it ends at. */
  visit(address: string): Promise<URL>
  close(): Promise<void>
}

type Style = 'proconnect' | 'franceconnect' | 'oidc'

const scopes = ['given_name', 'family_name', 'usual_name', 'preferred_username', 'email', 'siret']

/**
 * Answers as ProConnect and FranceConnect do: a scope a claim, userinfo as a signed token, the client known by
 * its secret in the form; `oidc` as others do, userinfo in JSON and the secret in a header.
 */
export async function startOpenIdProvider(style: Style, site: string): Promise<OpenIdProvider> {
  const server = createServer()
  const port = await listenSomewhere(server)
  const issuer: Issuer = `http://127.0.0.1:${port}`
  const prefix = style.toUpperCase()
  const { providers, mistakes } = readProviders({
    [`${prefix}_ISSUER`]: issuer,
    [`${prefix}_CLIENT_ID`]: 'vivace',
    [`${prefix}_CLIENT_SECRET`]: 'a-secret-of-the-tests-long-enough-for-it',
    [`${prefix}_NAME`]: 'Atelier',
  })
  const [settings] = providers
  if (!settings) throw new Error(mistakes.join())
  const accounts = new Map<string, Claims>()
  const started: OpenIdProvider = {
    settings,
    next: null,
    accounts,
    forged: false,
    visit: (address) => visit(address, issuer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(issuer, configure({ style, site, settings, accounts }))
  const answer = provider.callback()
  server.on('request', (incoming, outgoing) => {
    if (incoming.url?.startsWith('/interaction/')) {
      void decide(provider, started, incoming, outgoing)
    } else if (started.forged && incoming.url === '/jwks') publishOthers(style, outgoing)
    else void answer(incoming, outgoing)
  })
  return started
}

type Made = Pick<OpenIdProvider, 'settings' | 'accounts'> & { style: Style; site: string }

function configure({ style, site, settings, accounts }: Made): Configuration {
  const isPublic = style !== 'oidc'
  const algorithm = algorithmOf(style)
  return {
    jwks: { keys: [makeKey(algorithm)] },
    cookies: { keys: ['only-for-tests'] },
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [`${site}/sign-in/${settings.key}`],
        post_logout_redirect_uris: [`${site}/signed-out`],
        id_token_signed_response_alg: algorithm,
        token_endpoint_auth_method: isPublic ? 'client_secret_post' : 'client_secret_basic',
        ...(isPublic && { userinfo_signed_response_alg: algorithm }),
      },
    ],
    clientAuthMethods: isPublic ? ['client_secret_post'] : ['client_secret_basic'],
    scopes: ['openid', ...(isPublic ? scopes : ['profile', 'email'])],
    claims: isPublic
      ? { openid: ['sub'], ...Object.fromEntries(scopes.map((scope) => [scope, [scope]])) }
      : {
          openid: ['sub'],
          profile: ['name', 'given_name', 'family_name', 'siret'],
          email: ['email'],
        },
    ...(style === 'franceconnect' && { acrValues: ['eidas1'] }),
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: isPublic },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...accounts.get(subject) }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope([...oidc.requestParamScopes].join(' '))
      await grant.save()
      return grant
    },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain'
      ctx.body = `the provider says: ${out.error} ${out.error_description ?? ''}`
    },
  }
}

function algorithmOf(style: Style): 'RS256' | 'ES256' {
  return style === 'proconnect' ? 'RS256' : 'ES256'
}

function publishOthers(style: Style, outgoing: ServerResponse): void {
  const { kty, n, e, crv, x, y, kid, alg, use } = makeKey(algorithmOf(style))
  outgoing.setHeader('Content-Type', 'application/json')
  outgoing.end(JSON.stringify({ keys: [{ kty, n, e, crv, x, y, kid, alg, use }] }))
}

function makeKey(algorithm: 'RS256' | 'ES256'): JWK {
  const { privateKey } =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), alg: algorithm, use: 'sig', kid: 'one' }
}

/** In place of a page with a password: whoever is next comes in, or declines. */
async function decide(
  provider: Provider,
  { next }: OpenIdProvider,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const result =
    next === null
      ? { error: 'access_denied', error_description: 'no' }
      : { login: { accountId: next, acr: 'eidas1' } }
  await provider.interactionFinished(incoming, outgoing, result, {
    mergeWithLastSubmission: false,
  })
}

async function visit(address: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>()
  let at = new URL(address)
  for (let step = 0; step < 10 && at.origin === issuer; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { Cookie: cookie } })
    for (const given of response.headers.getSetCookie()) {
      const [pair = ''] = given.split(';')
      const [name = '', ...value] = pair.split('=')
      jar.set(name, value.join('='))
    }
    const location = response.headers.get('Location')
    if (location === null) throw new Error(`${at.pathname}: ${await response.text()}`)
    at = new URL(location, at)
  }
  return at
}

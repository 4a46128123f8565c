import * as oidc from 'openid-client'
import { z } from 'zod'
import { fetchOutside } from '../http/fetch-outside.ts'
import type { ProviderSettings } from './provider-settings.ts'

/** Seconds that each request to a provider may take: nobody waits longer for it than for a page. */
const answerSeconds = 5

/** How long what a provider says of itself holds; keys that it changes meanwhile are looked up anyway. */
const discoveryMs = 3_600_000

type Discovered = { at: number; found: Promise<oidc.Configuration> }
const discovered = new WeakMap<ProviderSettings, Discovered>()

/** What binds an answer to what was asked: known to the site, and to the provider in part. */
export type Checks = { state: string; nonce: string; verifier: string }

/** Whom a provider vouches for. */
export type Vouched = {
  subject: string
  /** What the person may want to be called; empty where the provider says nothing. */
  name: string
  email: string | null
  siret: string | null
  idToken: string
}

export type Exchanged =
  | { ok: true; vouched: Vouched }
  | { ok: false; problem: 'unreachable' | 'unverified'; reason: string }

export function newChecks(): Checks {
  return {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  }
}

/** Where to send somebody to be vouched for; null where the provider cannot be reached. */
export async function whereToSignIn(
  settings: ProviderSettings,
  redirectUri: string,
  { state, nonce, verifier }: Checks,
): Promise<string | null> {
  const provider = await discover(settings).catch(() => null)
  if (!provider) return null
  const { href } = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: settings.scope,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(settings.acrValues !== null && { acr_values: settings.acrValues }),
  })
  return href
}

/**
 * What stands behind the code with which somebody came back to `answered`, the address with its query: asked
 * of the provider, which signs it. `reason` is for the log, and says nothing of the person.
 */
export async function exchangeCode(
  settings: ProviderSettings,
  answered: URL,
  { state, nonce, verifier }: Checks,
): Promise<Exchanged> {
  const provider = await discover(settings).catch(() => null)
  if (!provider) return { ok: false, problem: 'unreachable', reason: 'discovery' }
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, answered, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    })
    const claims = tokens.claims()
    if (!claims || tokens.id_token === undefined) throw new Error('no ID token')
    const said = provider.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
      : {}
    return { ok: true, vouched: readVouched(settings, { ...claims, ...said }, tokens.id_token) }
  } catch (error) {
    return { ok: false, ...judge(error) }
  }
}

/** Where to end the session that somebody has with the provider; null where it offers no such place. */
export async function whereToSignOut(
  settings: ProviderSettings,
  { idToken, returnTo, state }: { idToken: string; returnTo: string; state: string },
): Promise<string | null> {
  const provider = await discover(settings).catch(() => null)
  if (!provider?.serverMetadata().end_session_endpoint) return null
  const { href } = oidc.buildEndSessionUrl(provider, {
    id_token_hint: idToken,
    post_logout_redirect_uri: returnTo,
    state,
  })
  return href
}

/** What the provider says of itself: asked for once an hour by a process, and again after it said nothing. */
function discover(settings: ProviderSettings): Promise<oidc.Configuration> {
  const now = Date.now()
  const known = discovered.get(settings)
  if (known && now - known.at < discoveryMs) return known.found
  const issuer = new URL(settings.issuer)
  const { clientId, clientSecret } = settings
  const found = oidc.discovery(issuer, clientId, undefined, authenticate(clientSecret), {
    timeout: answerSeconds,
    [oidc.customFetch]: (address, { method, headers, body, signal }) =>
      fetchOutside(address, { method, headers, body: formOf(body), signal }, settings.issuer),
    // What is signed is checked, though it comes from the provider itself.
    execute: [oidc.enableNonRepudiationChecks, ...insecure(issuer)],
  })
  discovered.set(settings, { at: now, found })
  found.catch(() => discovered.delete(settings))
  return found
}

/** The library sends forms, or nothing. */
function formOf(body: oidc.FetchBody): string | undefined {
  return body instanceof URLSearchParams ? body.toString() : undefined
}

function insecure({ protocol }: URL) {
  // The settings let this through on the loopback only.
  return protocol === 'http:' ? [oidc.allowInsecureRequests] : []
}

/** In the form, as ProConnect and FranceConnect want it, where the provider takes it there. */
function authenticate(secret: string): oidc.ClientAuth {
  const [inForm, inHeader] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)]
  return (provider, ...request) => {
    const taken = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_post') ? inForm : inHeader)(provider, ...request)
  }
}

const text = z.string().trim().catch('')

const vouchedClaims = z.object({
  sub: z.string().min(1).max(255),
  name: text,
  given_name: text,
  email: z.email().max(254).toLowerCase().nullable().catch(null),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .nullable()
    .catch(null),
})

function readVouched(
  settings: ProviderSettings,
  claims: Record<string, unknown>,
  idToken: string,
): Vouched {
  const { sub, name, given_name: given, email, siret } = vouchedClaims.parse(claims)
  const surname = settings.surnames.map((claim) => text.parse(claims[claim])).find(Boolean) ?? ''
  // Of all the names that a register has, the first is the one in use.
  const [first = ''] = given.split(/[\s,]+/)
  return {
    subject: sub,
    name: name || `${first} ${surname}`.trim(),
    email,
    siret: settings.vouchesForSiret ? siret : null,
    idToken,
  }
}

function judge(error: unknown): { problem: 'unreachable' | 'unverified'; reason: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = code || (error instanceof Error ? error.name : 'no error')
  const away = code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && code === '')
  return { problem: away ? 'unreachable' : 'unverified', reason }
}

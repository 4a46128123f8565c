import { isLoopback } from '../web-address.ts'

/** What a provider is known by, for ever: what it says of somebody holds within it. */
export type Issuer = `http://${string}` | `https://${string}`

/** Whom people may sign in with, and what is asked of it. */
export type ProviderSettings = {
  /** Its name in addresses and settings: `proconnect`, `franceconnect`, `oidc`, `oidc-2`… */
  key: string
  /** What people call it. */
  name: string
  issuer: Issuer
  clientId: string
  clientSecret: string
  scope: string
  /** The level of assurance that is asked for, where the provider wants to be told. */
  acrValues: string | null
  /** Claims that hold a family name, the one in use first. */
  surnames: readonly string[]
  /** It vouches for the establishment (SIRET) for which somebody works. */
  vouchesForSiret: boolean
}

type Preset = Omit<ProviderSettings, 'key' | 'clientId' | 'clientSecret'>

/**
 * From what each publishes for those who let people in by it, as of 2026:
 * https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/implementation_technique and
 * https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-endpoints/. Of
 * FranceConnect no more is asked than makes a name and an address to suggest; its `family_name` is the one at birth and
 * `preferred_username` the one in use.
 */
const presets: Record<'proconnect' | 'franceconnect', Preset> = {
  proconnect: {
    name: 'ProConnect',
    issuer: 'https://auth.agentconnect.gouv.fr/api/v2',
    scope: 'openid given_name usual_name email siret',
    acrValues: null,
    surnames: ['usual_name'],
    vouchesForSiret: true,
  },
  franceconnect: {
    name: 'FranceConnect',
    issuer: 'https://oidc.franceconnect.gouv.fr/api/v2',
    scope: 'openid given_name family_name preferred_username email',
    acrValues: 'eidas1',
    surnames: ['preferred_username', 'family_name'],
    vouchesForSiret: false,
  },
}

type Env = Record<string, string | undefined>
type Found = { provider: ProviderSettings } | { mistakes: string[] }

export type ReadProviders = { providers: ProviderSettings[]; mistakes: string[] }

/** The providers that the environment names, in the order in which they are offered; a sentence a mistake. */
export function readProviders(env: Env): ReadProviders {
  const found = [
    ...Object.entries(presets).map(([key, preset]) => readPreset(env, key, preset)),
    ...listNumbers(env).map((number) => readOther(env, number)),
  ].filter((one) => one !== null)
  const providers = found.flatMap((one) => ('provider' in one ? [one.provider] : []))
  const twice = providers.filter(
    ({ issuer }, at) => providers.findIndex((other) => other.issuer === issuer) < at,
  )
  return {
    providers,
    mistakes: [
      ...found.flatMap((one) => ('mistakes' in one ? one.mistakes : [])),
      ...twice.map(({ issuer }) => `${issuer} is named as the issuer of two providers.`),
    ],
  }
}

function readPreset(env: Env, key: string, preset: Preset): Found | null {
  const prefix = key.toUpperCase()
  const named = ['CLIENT_ID', 'CLIENT_SECRET', 'ISSUER'].some((name) => env[`${prefix}_${name}`])
  if (!named) return null
  const issuer = env[`${prefix}_ISSUER`] || preset.issuer
  return readClient(env, prefix, { ...preset, key, issuer })
}

/** Any other, from `OIDC_ISSUER`, `OIDC_2_ISSUER` and what goes with them. */
function readOther(env: Env, number: string): Found {
  const prefix = `OIDC${number}`
  const { [`${prefix}_ISSUER`]: issuer = '', [`${prefix}_NAME`]: name = '' } = env
  const client = readClient(env, prefix, {
    key: prefix.toLowerCase().replace('_', '-'),
    name,
    issuer,
    scope: 'openid profile email',
    acrValues: null,
    surnames: ['family_name'],
    vouchesForSiret: false,
  })
  if (name !== '') return client
  const nameless = `${prefix}_NAME is missing: it is what people call the provider.`
  return { mistakes: [...('mistakes' in client ? client.mistakes : []), nameless] }
}

type Described = Omit<ProviderSettings, 'clientId' | 'clientSecret' | 'issuer'> & { issuer: string }

function readClient(env: Env, prefix: string, described: Described): Found {
  const { [`${prefix}_CLIENT_ID`]: clientId = '', [`${prefix}_CLIENT_SECRET`]: clientSecret = '' } =
    env
  const { issuer } = described
  const mistakes = [
    clientId === '' && `${prefix}_CLIENT_ID is missing: the provider gives it.`,
    clientSecret === '' && `${prefix}_CLIENT_SECRET is missing: the provider gives it.`,
    !isIssuer(issuer) &&
      `${prefix}_ISSUER must be the https address of a provider, below which its .well-known/openid-configuration stands.`,
  ].filter((mistake) => mistake !== false)
  if (mistakes.length > 0 || !isIssuer(issuer)) return { mistakes }
  return { provider: { ...described, issuer, clientId, clientSecret } }
}

/** Without https anybody on the way could let anybody in; on the loopback nobody is on the way. */
function isIssuer(text: string): text is Issuer {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) &&
    search + hash === ''
  )
}

/** `''` for OIDC_ISSUER, `_2` for OIDC_2_ISSUER, in order. */
function listNumbers(env: Env): string[] {
  const numbers = Object.keys(env).flatMap((name) => {
    const named = /^OIDC(_\d+)?_(?:ISSUER|CLIENT_ID|CLIENT_SECRET|NAME)$/.exec(name)
    return named && env[name] ? [named[1] ?? ''] : []
  })
  return [...new Set(numbers)].toSorted(
    (one, other) => Number(one.slice(1)) - Number(other.slice(1)),
  )
}

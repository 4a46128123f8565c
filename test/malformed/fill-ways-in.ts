import assert from 'node:assert/strict'
import { saveIdentity } from '../../src/people/index.ts'
import { sealVouched } from '../../src/people/vouched.ts'
import { sha256 } from '../../src/platform/canonical.ts'
import { newToken } from '../../src/platform/ids.ts'
import type { ProviderSettings } from '../../src/platform/oidc/provider-settings.ts'
import type { SignInWorld } from '../sign-in-world.ts'
import { testMailing } from '../world.ts'
import type { Page } from './people.ts'

/** Nothing leaves this machine: whoever is sent to it is told that it does not answer. */
export const awayProvider: ProviderSettings = {
  key: 'oidc',
  name: 'Lointain',
  issuer: 'http://127.0.0.1:1',
  clientId: 'vivace',
  clientSecret: 'nobody is asked for it',
  scope: 'openid',
  acrValues: null,
  surnames: [],
  vouchesForSiret: true,
}

/** Where it says that Nour works. */
export const nourWorksAt = '13002526500013'

const hour = 3_600_000

/** As if the provider had let that session in. */
export async function vouchFor({ db }: Pick<SignInWorld, 'db'>, cookie: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ provider: awayProvider.issuer, id_token: Buffer.from('sealed by nobody') })
    .where('token_sha256', '=', sha256(cookie.split('=')[1] ?? ''))
    .execute()
}

/** A second way in, a passkey and an address link of Nour's; and attempts that `bindAttempts` binds to Iris's browser. */
export async function listWaysIn(world: SignInWorld, nour: { cookie: string }): Promise<Page[]> {
  const { db } = world
  const personId = (await world.person({ name: 'Nour' })).actor.personId ?? 0
  const now = new Date()
  await saveIdentity(db, {
    personId,
    provider: 'email',
    subject: 'nour@way.example',
    createdAt: now,
  })
  const vouched = { provider: awayProvider.issuer, subject: 'nour', siret: nourWorksAt }
  await saveIdentity(db, { personId, ...vouched, createdAt: now })
  const ways = await db
    .selectFrom('identity')
    .select('id')
    .where('person_id', '=', personId)
    .where('provider', '=', 'email')
    .execute()
  const passkey = await db
    .insertInto('passkey')
    .values({
      person_id: personId,
      credential_id: 'kept',
      public_key: Buffer.from('x'),
      counter: 0,
      synced: true,
      transports: [],
      name: 'Téléphone',
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const asked = await world.post('/fr/account/addresses', [['email', 'further@way.example']], nour)
  assert.equal(asked.status, 303)
  const [mail] = await world.mailsTo('further@way.example')
  const [link = ''] = /\/fr\/account\/address-links\/\S+/.exec(mail?.text ?? '') ?? []
  const account = '/fr/account'
  const own = [
    `${account}/addresses`,
    link,
    `${account}/passkeys`,
    `${account}/passkeys/${passkey.id}`,
    `${account}/passkeys/${passkey.id}/removal`,
    ...ways.map(({ id }) => `${account}/ways/${id}/removal`),
  ]
  return [
    ['visitor', '/sign-in/oidc?state=x'],
    ['visitor', '/signed-out?state=fr.x'],
    ...(await saveAttempts(world)).map((path) => ['Iris', path] as const),
    ...own.map((path) => ['Nour', path] as const),
  ]
}

/** One that was used already, and one whose person has yet to decide. */
async function saveAttempts({ db }: SignInWorld): Promise<string[]> {
  const used = newToken()
  const waiting = newToken()
  const [usedSha256, waitingSha256] = [sha256(used), sha256(waiting)]
  const now = new Date()
  const attempt = {
    browser_sha256: sha256('bound later'),
    provider: awayProvider.key,
    nonce: 'x',
    verifier: 'x',
    return_to: '/fr/journal',
    locale: 'fr',
    created_at: now,
    expires_at: new Date(now.getTime() + hour),
    used_at: now,
  }
  const vouched = { subject: 'x', name: 'X', email: 'x@way.example', siret: null, idToken: 'x' }
  const answer = sealVouched(testMailing.key, waitingSha256, vouched)
  await db
    .insertInto('sign_in_attempt')
    .values([
      { ...attempt, token_sha256: usedSha256 },
      { ...attempt, token_sha256: waitingSha256, answer },
    ])
    .execute()
  const provider = `/fr/account/providers/${awayProvider.key}`
  return [`${provider}/answer?state=${used}&code=x`, `${provider}/attempts/${waiting}`]
}

/** To the browser that holds that cookie. */
export async function bindAttempts({ db }: Pick<SignInWorld, 'db'>, cookie: string): Promise<void> {
  const token = cookie.slice(cookie.indexOf('=') + 1)
  await db
    .updateTable('sign_in_attempt')
    .set({ browser_sha256: sha256(token) })
    .execute()
}

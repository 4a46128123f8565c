import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { forgetExpired, sessionCookie } from '../src/people/index.ts'
import { sha256 } from '../src/platform/canonical.ts'
import type { ProviderSettings } from '../src/platform/oidc/provider-settings.ts'
import { locationOf, startBrowsing } from './browsing.ts'
import { listenSomewhere } from './free-port.ts'
import {
  follow,
  goThrough,
  marie,
  openAccountWith,
  openProvidersWorld,
  type ProvidersWorld,
} from './providers-world.ts'
import { minute, textOf } from './sign-in-world.ts'
import { appOn } from './world.ts'

let world: ProvidersWorld
before(async () => {
  world = await openProvidersWorld()
  world.providers.oidc.accounts.set('known', { name: 'Known' }).set('other', { name: 'Other' })
  await openAccountWith(world.browse(), world.providers.oidc, { as: 'known' })
})
after(() => world.close())

/** Nobody was let in and nothing kept: the page says why. */
async function expectRefused(response: Response, said: RegExp): Promise<void> {
  assert.ok(response.status === 404 || response.status === 422)
  assert.equal(response.headers.get('Cache-Control'), 'private, no-store')
  const page = await response.text()
  assert.match(page, said)
  assert.match(page, /S’identifier/, 'nobody is signed in')
}

async function countSessions(): Promise<number> {
  return world.countOf('session')
}

test('an answer that another browser brings is refused, and serves its own afterwards', async () => {
  const { oidc } = world.providers
  const me = world.browse()
  const back = await goThrough(me, oidc, { as: 'known' })
  const sessions = await countSessions()
  await expectRefused(await follow(world.browse(), back), /dans un autre navigateur/)
  const other = world.browse()
  await goThrough(other, oidc, { as: 'other' })
  await expectRefused(await follow(other, back), /dans un autre navigateur/)
  assert.equal(await countSessions(), sessions)
  assert.equal((await follow(me, back)).status, 200)
  assert.equal(await countSessions(), sessions + 1)
})

test('an answer serves once; whoever came in by it simply goes on', async () => {
  const { oidc } = world.providers
  const me = world.browse()
  const back = await goThrough(me, oidc, { as: 'known', query: '?return=/fr/journal' })
  const visitor = me.cookie
  assert.equal((await follow(me, back)).at, '/fr/journal')
  const sessions = await countSessions()
  const again = world.browse()
  again.cookie = visitor
  await expectRefused(await follow(again, back), /a déjà servi/)
  assert.equal(await countSessions(), sessions)
})

test('an answer that comes twice at once lets in once', async () => {
  const { oidc } = world.providers
  const me = world.browse()
  const path = locationOf(await me.get(await goThrough(me, oidc, { as: 'known' })))
  const sessions = await countSessions()
  const twins = [world.browse(), world.browseElsewhere()]
  for (const twin of twins) twin.cookie = me.cookie
  const answers = await Promise.all(twins.map((twin) => twin.get(path)))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 404],
  )
  assert.equal(await countSessions(), sessions + 1)
})

test('the code of one attempt does not serve another, nor does another nonce', async () => {
  const { oidc } = world.providers
  const me = world.browse()
  const first = new URL(await goThrough(me, oidc, { as: 'known' }), 'http://x')
  const second = new URL(await goThrough(me, oidc, { as: 'other' }), 'http://x')
  const sessions = await countSessions()
  second.searchParams.set('code', first.searchParams.get('code') ?? '')
  await expectRefused(await follow(me, second.pathname + second.search), /n’a pas pu être vérifiée/)

  const third = await goThrough(me, oidc, { as: 'known' })
  const state = new URL(third, 'http://x').searchParams.get('state') ?? ''
  await world.db
    .updateTable('sign_in_attempt')
    .set({ nonce: 'another' })
    .where('token_sha256', '=', sha256(state))
    .execute()
  await expectRefused(await follow(me, third), /n’a pas pu être vérifiée/)
  assert.equal(await countSessions(), sessions)
})

test('an answer that waits for its person does not come a second time, and cannot be read', async () => {
  const { oidc } = world.providers
  const me = world.browse()
  const back = await goThrough(me, oidc, { as: 'other' })
  const asked = await follow(me, back)
  await expectRefused(await follow(me, back), /a déjà servi/)
  assert.equal((await me.get(asked.at)).status, 200)
  const rows = await world.db.selectFrom('sign_in_attempt').select('answer').execute()
  const kept = Buffer.concat(rows.flatMap(({ answer }) => answer ?? []))
  assert.ok(kept.length > 0 && !kept.includes('Other'))
})

test('what a provider did not sign with its own keys is not believed', async () => {
  const { oidc } = world.providers
  oidc.forged = true
  // A process that has not yet asked for the keys.
  const me = startBrowsing(appOn(world.db, [{ ...oidc.settings }]))
  const back = await goThrough(me, oidc, { as: 'known' })
  const sessions = await countSessions()
  await expectRefused(await follow(me, back), /n’a pas pu être vérifiée/)
  assert.equal(await countSessions(), sessions)
  oidc.forged = false
})

test('a cookie that could be guessed binds no attempt', async () => {
  const me = world.browse()
  me.cookie = `${sessionCookie}=guessed`
  await goThrough(me, world.providers.oidc, { as: 'known' })
  assert.match(me.cookie, /=[\w-]{43}$/)
})

test('an attempt is over after ten minutes', async () => {
  const me = world.browse()
  const back = await goThrough(me, world.providers.oidc, { as: 'known' })
  await ageAttempts(10)
  await expectRefused(await follow(me, back), /Plus de 10\s?minutes/)
  await forgetExpired(world.db, new Date())
  await expectRefused(await follow(me, back), /ne correspond à aucune demande/)
})

test('what one may decide waits half an hour, for the browser that came with it', async () => {
  const me = world.browse()
  const asked = await follow(me, await goThrough(me, world.providers.oidc, { as: 'other' }))
  const people = await world.countOf('person')
  await expectRefused(await world.browse().get(asked.at), /dans un autre navigateur/)
  await expectRefused(await world.browse().post(asked.at, marie), /dans un autre navigateur/)
  await ageAttempts(29)
  assert.equal((await me.get(asked.at)).status, 200)
  await ageAttempts(1)
  await expectRefused(await me.post(asked.at, marie), /minutes ont passé/)
  assert.equal(await world.countOf('person'), people)
})

test('whoever declines, and whom the provider cannot identify, are told, and nothing is kept', async () => {
  const me = world.browse()
  const { oidc } = world.providers
  const declined = await goThrough(me, oidc, { as: null, query: '?return=/fr/journal' })
  const page = await follow(me, declined)
  await expectRefused(page, /Vous avez renoncé/)
  const again = new URL(await goThrough(me, oidc, { as: 'known' }), 'http://x')
  again.searchParams.delete('code')
  again.searchParams.set('error', 'server_error')
  await expectRefused(await follow(me, again.pathname + again.search), /n’a pas pu vous identifier/)
})

test('an address that no provider made is explained', async () => {
  for (const query of [
    '',
    '?state=x&code=y',
    `?state=${'a'.repeat(5000)}`,
    '?error=access_denied',
  ]) {
    await expectRefused(await follow(world.browse(), `/sign-in/oidc${query}`), /aucune demande/)
  }
  assert.equal((await world.browse().get('/sign-in/nobody')).status, 404)
  assert.equal((await world.browse().get('/fr/account/providers/nobody')).status, 404)
})

test('no attempt begins on another site’s page, nor leads off this one', async () => {
  const me = world.browse()
  const cross = await me.get('/fr/account/providers/oidc?return=/fr/journal', {
    'Sec-Fetch-Site': 'cross-site',
  })
  assert.equal(locationOf(cross), '/fr/account/sign-in?return=%2Ffr%2Fjournal')
  assert.equal(me.cookie, undefined)
  const query = `?return=${encodeURIComponent('//evil.example')}`
  const back = await goThrough(me, world.providers.oidc, { as: 'known', query })
  const entered = await me.get(locationOf(await me.get(back)))
  assert.equal(locationOf(entered), '/fr')
})

test('a provider that is away, or never answers, is said to be, within seconds', async (t) => {
  const held = createServer()
  t.after(() => held.close())
  const port = await listenSomewhere(held)
  for (const issuer of ['http://127.0.0.1:1', `http://127.0.0.1:${port}`] as const) {
    const settings: ProviderSettings = { ...world.providers.oidc.settings, issuer }
    const me = startBrowsing(appOn(world.db, [settings]))
    const begun = Date.now()
    await expectRefused(await me.get('/fr/account/providers/oidc'), /ne répond pas en ce moment/)
    assert.ok(Date.now() - begun < 25_000)
  }
})

test('a provider that goes away on the way lets nobody in', async () => {
  const me = world.browse()
  const { franceconnect } = world.providers
  const signedIn = world.browse()
  await openAccountWith(signedIn, franceconnect, { as: 'fc-signed-in' })
  const back = await goThrough(me, franceconnect, { as: 'fc-marie' })
  await franceconnect.close()
  await expectRefused(await follow(me, back), /ne répond pas en ce moment/)
  assert.doesNotMatch(await textOf(me.get('/fr')), /<bdi>Marie/)

  // A process that has yet to ask where one signs out.
  const settings = [{ ...franceconnect.settings }]
  const other = startBrowsing(appOn(world.db, settings))
  other.cookie = signedIn.cookie
  assert.equal(locationOf(await other.post('/fr/account/session/end')), '/fr')
  assert.equal((await signedIn.get('/fr/account')).status, 303)
})

test('under another secret what waits, and what signing out needs, cannot be read, and nothing fails', async () => {
  const me = world.browse()
  const asked = await follow(me, await goThrough(me, world.providers.oidc, { as: 'other' }))
  const known = world.browse()
  await follow(known, await goThrough(known, world.providers.oidc, { as: 'known' }))
  const scramble = Buffer.alloc(64)
  await world.db
    .updateTable('sign_in_attempt')
    .set({ answer: scramble })
    .where('answer', 'is not', null)
    .execute()
  await world.db
    .updateTable('session')
    .set({ id_token: scramble })
    .where('id_token', 'is not', null)
    .execute()
  await expectRefused(await me.get(asked.at), /minutes ont passé/)
  await expectRefused(await me.post(asked.at, marie), /minutes ont passé/)
  assert.equal(locationOf(await known.post('/fr/account/session/end')), '/fr')
})

async function ageAttempts(minutes: number): Promise<void> {
  const rows = await world.db.selectFrom('sign_in_attempt').selectAll().execute()
  const before = (date: Date) => new Date(date.getTime() - minutes * minute)
  for (const { token_sha256: id, created_at: created, expires_at: expires } of rows) {
    await world.db
      .updateTable('sign_in_attempt')
      .set({ created_at: before(created), expires_at: before(expires) })
      .where('token_sha256', '=', id)
      .execute()
  }
}

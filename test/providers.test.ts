import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findVouchedSiret } from '../src/people/index.ts'
import { sha256 } from '../src/platform/canonical.ts'
import { locationOf, type Browsing } from './browsing.ts'
import {
  follow,
  goThrough,
  marie,
  openAccountWith,
  openProvidersWorld,
  type ProvidersWorld,
} from './providers-world.ts'
import { textOf } from './sign-in-world.ts'

let world: ProvidersWorld
before(async () => {
  world = await openProvidersWorld()
})
after(() => world.close())

test('a newcomer comes in by ProConnect, chooses a public name, and goes on where they were', async () => {
  const me = world.browse()
  const page = '/fr/reports/petite-loi?x=1'
  const signIn = await textOf(me.get(`/fr/account/sign-in?return=${encodeURIComponent(page)}`))
  const [, link = ''] = /href="(\/fr\/account\/providers\/proconnect[^"]*)"/.exec(signIn) ?? []
  const { proconnect } = world.providers
  proconnect.next = 'marie'
  const begun = await me.get(link.replaceAll('&amp;', '&'))
  const asked = new URL(locationOf(begun)).searchParams
  assert.equal(asked.get('code_challenge_method'), 'S256')
  assert.equal(asked.get('scope'), proconnect.settings.scope)
  const back = await proconnect.visit(locationOf(begun))
  const form = await follow(me, back.pathname + back.search)
  const said = await form.text()
  assert.match(said, /value="Marie Curie"/, 'a name is suggested')
  assert.match(said, /ProConnect nous a dit qui vous êtes/)
  assert.equal(form.headers.get('Cache-Control'), 'private, no-store')

  const refused = await me.post(form.at, [['name', ''], ...marie.slice(1)])
  assert.equal(refused.status, 422)
  const people = await world.countOf('person')
  const before = me.cookie
  const opened = await me.post(form.at, [...marie, ['address', '1']])
  assert.deepEqual([opened.status, locationOf(opened)], [303, page])
  assert.notEqual(me.cookie, before, 'whoever signs in is given another token')
  assert.match(await textOf(me.get(page)), /<bdi>Marie<\/bdi>/)
  assert.doesNotMatch(await textOf(me.get(page)), /Curie/)
  assert.equal(await world.countOf('person'), people + 1)
  assert.equal(await siretOf(me), '13002526500013')
  assert.equal(
    (await world.mailsTo('marie@ville.example')).length,
    1,
    'the address is to be proven',
  )
  assert.doesNotMatch(await textOf(me.get('/fr/account')), /marie@ville\.example/i)
})

/** For which establishment the provider vouches that let this browser in. */
function siretOf({ cookie = '' }: Browsing): Promise<string | null> {
  return findVouchedSiret(world.db, sha256(cookie.split('=')[1] ?? ''))
}

test('whoever is known comes in at once, at whatever process the answer comes to', async () => {
  const { franceconnect } = world.providers
  const first = world.browse()
  await openAccountWith(first, franceconnect, { as: 'fc-marie' })
  const here = world.browse()
  const back = await goThrough(here, franceconnect, {
    as: 'fc-marie',
    query: '?return=/fr/journal',
  })
  const there = world.browseElsewhere()
  there.cookie = here.cookie
  const people = await world.countOf('person')
  const entered = await follow(there, back)
  assert.deepEqual([entered.status, entered.at], [200, '/fr/journal'])
  assert.match(await entered.text(), /<bdi>Marie<\/bdi>/)
  assert.equal(await world.countOf('person'), people)
  assert.doesNotMatch(
    await textOf(here.get('/fr')),
    /<bdi>Marie/,
    'the token of before opens nothing',
  )
})

test('what each provider tells is read as it tells it', async () => {
  const { franceconnect, oidc } = world.providers
  franceconnect.accounts.set('fc-new', { given_name: 'Ève', family_name: 'Curie' })
  for (const [provider, as, name] of [
    [franceconnect, 'fc-new', 'Ève Curie'],
    [oidc, 'irene', 'Irène J.'],
  ] as const) {
    const me = world.browse()
    const form = await follow(me, await goThrough(me, provider, { as }))
    assert.match(await form.text(), new RegExp(`value="${name}"`))
  }
})

test('nobody but ProConnect vouches for an establishment, and it says where one works now', async () => {
  const { oidc, proconnect } = world.providers
  oidc.accounts.set('claims', { name: 'Claims', siret: '13002526500013' })
  const claims = world.browse()
  await openAccountWith(claims, oidc, { as: 'claims' })
  assert.equal(await siretOf(claims), null)

  const mover = { given_name: 'Mo', usual_name: 'Ver', siret: '13002526500013' }
  proconnect.accounts.set('mover', mover)
  await openAccountWith(world.browse(), proconnect, { as: 'mover' })
  proconnect.accounts.set('mover', { ...mover, siret: '21690123100011' })
  const again = world.browse()
  await follow(again, await goThrough(again, proconnect, { as: 'mover' }))
  assert.equal(await siretOf(again), '21690123100011')
})

test('a provider’s address is no way in until a link has proven it, whoever has it here', async () => {
  await world.enter('irene@example.org', 'Irène of before')
  const me = world.browse()
  const asked = await follow(me, await goThrough(me, world.providers.oidc, { as: 'irene' }))
  assert.match(await asked.text(), /Avez-vous déjà un compte ici/)
  await me.post(asked.at, [...marie, ['address', '1']])
  const account = await textOf(me.get('/fr/account'))
  assert.match(account, /value="Marie"/)
  assert.doesNotMatch(account, /irene@example\.org/)
  const mail = (await world.mailsTo('irene@example.org')).at(-1)
  const [, path = ''] = /(\/fr\/account\/address-links\/\S+)/.exec(mail?.text ?? '') ?? []
  const refused = await me.post(path)
  assert.equal(refused.status, 404)
  assert.match(await refused.text(), /ouvre déjà un autre compte/)
})

test('a newcomer who opens two accounts at once with one identity has one', async () => {
  const { oidc } = world.providers
  oidc.accounts.set('twice', { name: 'Twice' })
  const browsers = [world.browse(), world.browseElsewhere()]
  const forms: string[] = []
  for (const me of browsers) {
    forms.push((await follow(me, await goThrough(me, oidc, { as: 'twice' }))).at)
  }
  const people = await world.countOf('person')
  const opened = await Promise.all(browsers.map((me, at) => me.post(forms[at] ?? '', marie)))
  assert.deepEqual(
    opened.map(({ status }) => status),
    [303, 303],
  )
  assert.equal(await world.countOf('person'), people + 1)
})

test('signing out here leads to the provider, which is told whom to sign out and where to go back to', async () => {
  const me = world.browse()
  const { proconnect } = world.providers
  await openAccountWith(me, proconnect, { as: 'paul' })
  const farewell = await me.post('/fr/account/session/end')
  assert.equal(farewell.status, 200)
  assert.equal(me.cookie, undefined)
  const address = new URL(/url=(.*)$/.exec(farewell.headers.get('Refresh') ?? '')?.[1] ?? '')
  assert.equal(address.origin, proconnect.settings.issuer)
  assert.ok(address.searchParams.get('id_token_hint'))
  assert.equal(
    address.searchParams.get('post_logout_redirect_uri'),
    'http://vivace.test/signed-out',
  )
  const state = address.searchParams.get('state') ?? ''
  assert.ok(state.length >= 32)
  const back = await me.get(`/signed-out?state=${state}`)
  assert.equal(locationOf(back), '/fr')
  const tokens = await world.db.selectFrom('session').select('id_token').execute()
  const kept = Buffer.concat(tokens.flatMap(({ id_token }) => id_token ?? []))
  assert.ok(!kept.includes('eyJ'), 'no token is kept in clear')
})

test('whoever signed in by mail is signed out here only', async () => {
  const me = world.browse()
  me.cookie = (await world.enter('plain@example.org', 'Plain')).cookie
  assert.equal(locationOf(await me.post('/fr/account/session/end')), '/fr')
})

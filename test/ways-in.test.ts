import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browsing } from './browsing.ts'
import { locationOf, startBrowsing } from './browsing.ts'
import {
  follow,
  goThrough,
  openAccountWith,
  openProvidersWorld,
  type ProvidersWorld,
} from './providers-world.ts'
import { textOf } from './sign-in-world.ts'
import { appOn } from './world.ts'

let world: ProvidersWorld
before(async () => {
  world = await openProvidersWorld()
})
after(() => world.close())

async function enter(email: string, name = 'Ada'): Promise<Browsing> {
  const me = world.browse()
  me.cookie = (await world.enter(email, name)).cookie
  return me
}

async function addressLinkOf(email: string): Promise<string> {
  const mail = (await world.mailsTo(email)).findLast(({ text }) => text.includes('address-links'))
  return /(\/fr\/account\/address-links\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

/** The addresses of the account's own pages that give a way up, in their order. */
async function removalsOf(me: Browsing): Promise<string[]> {
  const account = await textOf(me.get('/fr/account'))
  return [...account.matchAll(/href="(\/fr\/account\/ways\/\d+\/removal)"/g)].map(
    ([, path = '']) => path,
  )
}

test('somebody who is signed in adds a provider, is told by mail, and comes in by either', async () => {
  const me = await enter('ada@example.org')
  const { proconnect } = world.providers
  const confirm = await follow(
    me,
    await goThrough(me, proconnect, { as: 'marie', query: '?add=1' }),
  )
  assert.match(await confirm.text(), /Marie Curie · marie@ville\.example/)
  assert.equal((await removalsOf(me)).length, 1, 'not before it was confirmed')
  const added = await me.post(confirm.at)
  assert.match(await textOf(me.get(locationOf(added))), /C’est ajouté/)
  const mail = (await world.mailsTo('ada@example.org')).at(-1)
  assert.match(mail?.text ?? '', /avec le compte ProConnect/)

  const elsewhere = world.browse()
  await follow(elsewhere, await goThrough(elsewhere, proconnect, { as: 'marie' }))
  assert.match(await textOf(elsewhere.get('/fr/account')), /ada@example\.org/)
})

test('an identity of somebody else is refused, and stays theirs; one’s own is said to be', async () => {
  const { oidc } = world.providers
  oidc.accounts.set('bela', { name: 'Béla K.' })
  const bela = world.browse()
  await openAccountWith(bela, oidc, { as: 'bela' })
  const me = await enter('thief@example.org')
  const refused = await follow(me, await goThrough(me, oidc, { as: 'bela', query: '?add=1' }))
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /ouvre déjà un autre compte/)
  assert.equal((await removalsOf(me)).length, 1)
  const own = await follow(bela, await goThrough(bela, oidc, { as: 'bela', query: '?add=1' }))
  assert.match(await own.text(), /déjà partie de vos moyens/)
})

test('an identity that somebody takes meanwhile is refused when it is confirmed', async () => {
  const { oidc } = world.providers
  oidc.accounts.set('raced', { name: 'Raced' })
  const me = await enter('slow@example.org')
  const confirm = await follow(me, await goThrough(me, oidc, { as: 'raced', query: '?add=1' }))
  await openAccountWith(world.browseElsewhere(), oidc, { as: 'raced' })
  const refused = await me.post(confirm.at)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /ouvre déjà un autre compte/)
})

test('nobody adds anything who is no longer, or not, signed in', async () => {
  const { oidc } = world.providers
  oidc.accounts.set('late', { name: 'Late' })
  const visitor = await world.browse().get('/fr/account/providers/oidc?add=1')
  assert.match(locationOf(visitor), /^\/fr\/account\/sign-in\?return=/)
  const me = await enter('late@example.org')
  const confirm = await follow(me, await goThrough(me, oidc, { as: 'late', query: '?add=1' }))
  const { cookie } = me
  await me.post('/fr/account/session/end')
  const after = world.browse()
  after.cookie = cookie
  assert.equal((await after.post(confirm.at)).status, 404)
  const again = await enter('late@example.org')
  assert.equal((await removalsOf(again)).length, 1)
})

test('a further address is added by its link, and by whoever asked for it only', async () => {
  const me = await enter('first@example.org')
  const asked = await me.post('/fr/account/addresses', [['email', ' Second@Example.org ']])
  assert.equal(locationOf(asked), '/fr/account?done=address-link-sent')
  const path = await addressLinkOf('second@example.org')
  const visitor = await world.browse().get(path)
  assert.equal(visitor.status, 404)
  const said = await visitor.text()
  assert.match(said, /Identifiez-vous d’abord/)
  assert.doesNotMatch(said, /second@example\.org/)
  assert.ok(said.includes(encodeURIComponent(path)), 'one comes back to it')
  const other = await enter('somebody@example.org')
  assert.match(await textOf(other.get(path)), /depuis un autre compte que le vôtre/)
  assert.equal((await other.post(path)).status, 404)

  const phone = await enter('first@example.org')
  for (let time = 0; time < 2; time += 1) assert.equal((await phone.get(path)).status, 200)
  const added = await phone.post(path)
  assert.equal(locationOf(added), '/fr/account?done=way-added')
  for (const again of [await phone.post(path), await phone.get(path)]) {
    assert.equal(locationOf(again), '/fr/account?done=way-added', 'whoever used it simply goes on')
  }
  const both = await textOf(me.get('/fr/account'))
  assert.match(both, /first@example\.org[\s\S]*second@example\.org/)
  for (const address of ['first@example.org', 'second@example.org']) {
    assert.match((await world.mailsTo(address)).at(-1)?.text ?? '', /avec l’adresse second@/)
  }
  const second = await enter('second@example.org')
  assert.match(await textOf(second.get('/fr/account')), /first@example\.org/)
})

test('a link that adds an address signs nobody in, and one that signs in adds nothing', async () => {
  const me = await enter('apart@example.org')
  await me.post('/fr/account/addresses', [['email', 'further@example.org']])
  const path = await addressLinkOf('further@example.org')
  const visitor = world.browse()
  assert.equal((await visitor.post(path.replace('address-links', 'sign-in-links'))).status, 404)
  assert.equal(visitor.cookie, undefined)
  const signIn = await world.linkFor('apart@example.org')
  assert.equal((await me.post(signIn.replace('sign-in-links', 'address-links'))).status, 404)
})

test('an address that opens another account is refused once it is proven, and not before', async () => {
  await enter('taken@example.org')
  const me = await enter('taker@example.org')
  const asked = await me.post('/fr/account/addresses', [['email', 'taken@example.org']])
  assert.equal(locationOf(asked), '/fr/account?done=address-link-sent')
  const refused = await me.post(await addressLinkOf('taken@example.org'))
  assert.equal(refused.status, 404)
  assert.match(await refused.text(), /ouvre déjà un autre compte/)
  assert.match(await textOf(me.get('/fr/account')), /taker@example\.org/)
})

test('what is no further address is refused by its field', async () => {
  const me = await enter('fields@example.org')
  for (const [typed, said] of [
    ['', /Écrivez votre adresse/],
    ['nour@', /n’est pas complète/],
    ['Fields@example.org', /déjà partie des vôtres/],
  ] as const) {
    const refused = await me.post('/fr/account/addresses', [['email', typed]])
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), said)
  }
  for (let time = 1; time < 5; time += 1) {
    await me.post('/fr/account/addresses', [['email', `fields${time}@example.org`]])
    await me.post(await addressLinkOf(`fields${time}@example.org`))
  }
  const sixth = await me.post('/fr/account/addresses', [['email', 'fields9@example.org']])
  assert.match(await sixth.text(), /déjà 5\s?adresses/)
})

test('a way in is given up after a page that asks, never the last, and it is told by mail', async () => {
  const me = await enter('only@example.org')
  const [only = ''] = await removalsOf(me)
  assert.match(await textOf(me.get(only)), /votre seul moyen/)
  assert.equal((await me.post(only)).status, 422)
  await me.post('/fr/account/addresses', [['email', 'more@example.org']])
  await me.post(await addressLinkOf('more@example.org'))
  assert.match(await textOf(me.get(only)), /Vous ne pourrez plus/)
  const stranger = await enter('stranger@example.org')
  assert.equal((await stranger.post(only)).status, 404)
  assert.equal(locationOf(await me.post(only)), '/fr/account?done=way-removed')
  for (const address of ['only@example.org', 'more@example.org']) {
    assert.match((await world.mailsTo(address)).at(-1)?.text ?? '', /avec l’adresse only@/)
  }
  assert.doesNotMatch(await textOf(me.get('/fr/account')), /only@example\.org/)
})

test('an account of the demonstration stays what it is', async () => {
  const { cookie, actor } = await world.person({ name: 'Shared' })
  const me = world.browse()
  me.cookie = cookie
  assert.deepEqual(await removalsOf(me), [])
  const own = await world.db
    .selectFrom('identity')
    .select('id')
    .where('person_id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const path = `/fr/account/ways/${own.id}/removal`
  assert.deepEqual([(await me.get(path)).status, (await me.post(path)).status], [404, 404])
})

test('two ways in that are given up at once leave one', async () => {
  const me = await enter('pair@example.org')
  await me.post('/fr/account/addresses', [['email', 'pair2@example.org']])
  await me.post(await addressLinkOf('pair2@example.org'))
  const removed = await Promise.all((await removalsOf(me)).map((path) => me.post(path)))
  assert.deepEqual(
    removed.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 422],
  )
})

test('a provider that is no longer offered is no way in that could remain', async () => {
  const me = world.browse()
  const { oidc } = world.providers
  oidc.accounts.set('left', { name: 'Left' })
  await openAccountWith(me, oidc, { as: 'left' })
  await me.post('/fr/account/addresses', [['email', 'left@example.org']])
  await me.post(await addressLinkOf('left@example.org'))
  const without = startBrowsing(appOn(world.db))
  without.cookie = me.cookie
  const account = await textOf(without.get('/fr/account'))
  assert.match(account, /127\.0\.0\.1:\d+[\s\S]*ne permet plus de s’identifier ici/)
  const removals = await removalsOf(without)
  assert.match(await textOf(without.get(removals[1] ?? '')), /votre seul moyen/)
  assert.equal(locationOf(await without.post(removals[0] ?? '')), '/fr/account?done=way-removed')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sha256 } from '../src/platform/canonical.ts'
import { locationOf, type Browsing } from './browsing.ts'
import { openProvidersWorld, type ProvidersWorld } from './providers-world.ts'
import { minute, textOf } from './sign-in-world.ts'

let world: ProvidersWorld
before(async () => {
  world = await openProvidersWorld()
})
after(() => world.close())

/** Somebody who signed in some time ago. */
async function enter(email: string, minutes: number): Promise<Browsing> {
  const me = world.browse()
  me.cookie = (await world.enter(email, 'Ada')).cookie
  const [, token = ''] = me.cookie.split('=')
  await world.db
    .updateTable('session')
    .set({ created_at: new Date(Date.now() - minutes * minute) })
    .where('token_sha256', '=', sha256(token))
    .execute()
  return me
}

async function addPasskey(email: string): Promise<number> {
  const { personId } = await world.db
    .selectFrom('identity')
    .select('person_id as personId')
    .where('subject', '=', email)
    .executeTakeFirstOrThrow()
  const { id } = await world.db
    .insertInto('passkey')
    .values({
      person_id: personId,
      credential_id: 'Zm9yIGEgdGVzdA',
      public_key: Buffer.from('a key'),
      counter: 0,
      synced: false,
      transports: [],
      created_at: new Date(),
      name: 'Clef',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function removalOf(me: Browsing): Promise<string> {
  const account = await textOf(me.get('/fr/account'))
  return /href="(\/fr\/account\/ways\/\d+\/removal)"/.exec(account)?.[1] ?? 'none'
}

const again = (path: string) => `/fr/account/sign-in?return=${encodeURIComponent(path)}&again=yes`

test('what lets one in is changed by whoever has proven lately who they are', async () => {
  const me = await enter('late@example.org', 31)
  const removal = await removalOf(me)
  const passkey = `/fr/account/passkeys/${await addPasskey('late@example.org')}/removal`
  for (const path of [
    '/fr/account/addresses',
    '/fr/account/passkeys',
    '/fr/account/providers/oidc?add=1',
    removal,
    passkey,
  ]) {
    assert.equal(locationOf(await me.get(path)), again(path))
  }
  for (const path of ['/fr/account/addresses', '/fr/account/passkeys', removal, passkey]) {
    assert.equal(locationOf(await me.post(path, [['sure', 'yes']])), again('/fr/account'), path)
  }
  const typed = await me.post('/fr/account/addresses', [['email', 'mine@example.org']])
  assert.equal(typed.status, 422)
  const kept = await textOf(typed)
  assert.match(kept, /Identifiez-vous de nouveau/)
  assert.match(kept, /name="email" value="mine@example.org"/)
  assert.deepEqual(await world.mailsTo('mine@example.org'), [])
  assert.equal((await me.get('/fr/account')).status, 200, 'and stays signed in')
})

test('the page says why one signs in once more, and leads back', async () => {
  const me = await enter('back@example.org', 31)
  const page = await textOf(me.get(again('/fr/account/addresses')))
  assert.match(page, /Connectez-vous encore une fois/)
  assert.match(page, /name="return" value="\/fr\/account\/addresses"/)
  me.cookie = (await world.enter('back@example.org', 'Ada')).cookie
  assert.equal((await me.get('/fr/account/addresses')).status, 200)
})

test('for half an hour nobody is asked again', async () => {
  const me = await enter('soon@example.org', 29)
  assert.equal((await me.get('/fr/account/addresses')).status, 200)
  assert.equal((await me.get('/fr/account/passkeys')).status, 200)
})

test('nobody is erased at once from a browser that was left open', async () => {
  const me = await enter('left-open@example.org', 31)
  const form: [string, string][] = [
    ['texts', 'kept'],
    ['when', 'now'],
    ['word', 'effacer'],
  ]
  assert.equal(locationOf(await me.post('/fr/account/erasure', form)), again('/fr/account'))
  assert.equal((await me.get('/fr/account')).status, 200)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sha256 } from '../src/platform/canonical.ts'
import { links, minute, nour, openSignInWorld, textOf, type SignInWorld } from './sign-in-world.ts'
import { origin } from './world.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

test('asking says nothing of whether an address is known', async () => {
  await world.enter('somebody@example.org', 'Somebody')
  const [known, unknown] = [
    await world.ask('somebody@example.org'),
    await world.ask('nobody@example.org'),
  ]
  assert.equal(known.headers.get('Location'), unknown.headers.get('Location'))
  assert.deepEqual([known.status, unknown.status], [303, 303])
})

test('a link that was never made is explained, and offers another one', async () => {
  const path = await world.linkFor('cut@example.org')
  for (const wrong of [path.slice(0, -1), `${path}x`, `${links}/${'a'.repeat(5000)}`]) {
    const page = await world.get(wrong)
    assert.equal(page.status, 404)
    assert.match(await page.text(), /coupée en chemin[\s\S]*name="email"/)
    assert.equal((await world.post(wrong, nour)).status, 404)
  }
})

test('five links an hour are sent to one address, and then it is said when to ask again', async () => {
  for (let time = 0; time < 5; time += 1)
    assert.equal((await world.ask('flooded@example.org')).status, 303)
  const refused = await world.ask('Flooded@example.org', '/fr/journal')
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('Retry-After')) > 3500)
  const page = await refused.text()
  assert.match(page, /5 liens ont déjà été demandés[\s\S]*après le \d+\s.* \d\d:\d\d/)
  assert.match(page, /value="Flooded@example\.org"/)
  assert.match(page, /value="\/fr\/journal"/)
  assert.equal((await world.mailsTo('flooded@example.org')).length, 5)
  await world.age('flooded@example.org', 60 * minute)
  assert.equal((await world.ask('flooded@example.org')).status, 303)
})

test('asked six times at once, five links are sent', async () => {
  const asked = await Promise.all(Array.from({ length: 6 }, () => world.ask('atonce@example.org')))
  assert.equal(asked.filter(({ status }) => status === 429).length, 1)
  assert.equal((await world.mailsTo('atonce@example.org')).length, 5)
})

test('a flood of links for all addresses together is braked', async () => {
  const now = new Date()
  await world.db
    .insertInto('sign_in_link')
    .values(
      Array.from({ length: 300 }, (_, at) => ({
        token_sha256: Buffer.alloc(32, `flood ${at}`),
        email: `flood${at}@example.org`,
        return_to: '/fr',
        locale: 'fr',
        created_at: now,
        expires_at: now,
      })),
    )
    .execute()
  const refused = await world.ask('patient@example.org')
  assert.equal(refused.status, 429)
  assert.match(await refused.text(), /Rien n’a été envoyé/)
  assert.equal((await world.mailsTo('patient@example.org')).length, 0)
  await world.db.deleteFrom('sign_in_link').where('email', 'like', 'flood%').execute()
})

test('what is no address is refused by its field, and kept as typed', async () => {
  const wrong = ['', 'nour', 'nour@', 'a b@example.org', 'a@example.org\nBcc: b@example.org']
  for (const typed of [...wrong, `${'a'.repeat(250)}@example.org`]) {
    const response = await world.ask(typed)
    assert.equal(response.status, 422, typed)
    assert.match(await response.text(), /id="email-problem"/)
  }
  assert.match(await textOf(world.ask('nour@')), /value="nour@"/)
})

test('the link leads to this site, whatever host the request named', async () => {
  await world.app.request(`http://evil.example${links}`, {
    method: 'POST',
    headers: {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      Origin: origin,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'email=host@example.org&return=/fr',
  })
  const [mail] = await world.mailsTo('host@example.org')
  assert.doesNotMatch(mail?.text ?? 'evil', /evil/)
})

test('no link leads off the site after signing in, nor back to signing in', async () => {
  for (const address of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/fr/account/sign-in?return=//evil.example',
  ]) {
    const email = `away${address.length}@example.org`
    const entered = await world.post(await world.linkFor(email, address), nour)
    assert.equal(entered.headers.get('Location'), '/fr', address)
  }
})

test('nothing under a link’s address is kept by anybody', async () => {
  const path = await world.linkFor('cached@example.org')
  const answers = [
    await world.get(path),
    await world.get(`${path}x`),
    await world.post(path, []),
    await world.post(path, nour),
    await world.post(path, nour),
  ]
  for (const { status, headers } of answers) {
    assert.equal(headers.get('Cache-Control'), 'private, no-store', String(status))
    assert.equal(headers.get('Referrer-Policy'), 'same-origin')
  }
})

test('a link is kept as a hash only', async () => {
  const token = (await world.linkFor('hashed@example.org')).split('/').at(-1) ?? ''
  const rows = await world.db
    .selectFrom('sign_in_link')
    .selectAll()
    .where('email', '=', 'hashed@example.org')
    .execute()
  assert.deepEqual(
    rows.map((row) => row.token_sha256),
    [sha256(token)],
  )
  assert.ok(!JSON.stringify(rows).includes(token))
})

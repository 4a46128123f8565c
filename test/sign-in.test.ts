import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  cookieOf,
  linkIn,
  minute,
  nour,
  openSignInWorld,
  textOf,
  type SignInWorld,
} from './sign-in-world.ts'
import { deviceOf } from '../src/people/device.ts'
import { useSignInLink } from '../src/people/use-sign-in-link.ts'
import { origin } from './world.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

test('a newcomer asks for a link, says who they are, and goes on where they were', async () => {
  const page = '/fr/reports/petite-loi?x=1'
  const asked = await world.ask(' Nour@Example.org ', page)
  assert.equal(asked.status, 303)
  const sent = asked.headers.get('Location') ?? ''
  assert.doesNotMatch(sent, /nour|example/i)
  assert.match(await textOf(world.get(sent)), /30 minutes[\s\S]*\/fr\/demonstration\/mail/)

  const [mail = { subject: '', text: '', lang: '' }] = await world.mailsTo('nour@example.org')
  assert.match(mail.subject, /vivace\.test/)
  assert.match(mail.text, /jusqu’au \d+\s.* \d\d:\d\d/)
  assert.equal(mail.lang, 'fr')
  const path = linkIn(mail.text) ?? ''
  const form = await textOf(world.get(path))
  assert.match(form, /nour@example\.org/)
  assert.match(form, /name="name"[\s\S]*value="citizen"[\s\S]*name="organisation"/)

  const entered = await world.post(path, nour)
  assert.deepEqual([entered.status, entered.headers.get('Location')], [303, page])
  assert.match(entered.headers.get('Set-Cookie') ?? '', /HttpOnly; SameSite=Lax/)
  const account = await textOf(world.get('/fr/account', cookieOf(entered)))
  assert.match(account, /Nour B\./)
  assert.match(account, /nour@example\.org/)
})

test('a link asked for in English is mailed in English', async () => {
  await world.post('/en/account/sign-in-links', [['email', 'english@example.org']])
  const [mail] = await world.mailsTo('english@example.org')
  assert.equal(mail?.lang, 'en')
  assert.match(mail?.text ?? '', /http:\/\/vivace\.test\/en\/account\/sign-in-links\//)
})

test('whoever has an account already is asked nothing', async () => {
  await world.enter('known@example.org', 'Known')
  const path = await world.linkFor('KNOWN@example.org')
  const page = await textOf(world.get(path))
  assert.match(page, /S’identifier comme known@example\.org/)
  assert.doesNotMatch(page, /name="name"/)
  const people = await world.countOf('person')
  const entered = await world.post(path, [])
  assert.equal(entered.status, 303)
  assert.equal(await world.countOf('person'), people)
})

test('opening a link, however often, does not use it up', async () => {
  const path = await world.linkFor('scanned@example.org')
  for (let time = 0; time < 10; time += 1) assert.equal((await world.get(path)).status, 200)
  const head = await world.app.request(`${origin}${path}`, { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal((await world.post(path, nour)).status, 303)
})

test('a link serves once; whoever came in by it simply goes on', async () => {
  const path = await world.linkFor('once@example.org')
  const me = cookieOf(await world.post(path, nour))
  const again = await world.post(path, nour)
  assert.equal(again.status, 404)
  assert.equal(again.headers.get('Set-Cookie'), null)
  assert.match(await again.text(), /déjà servi[\s\S]*name="email"/)
  assert.equal((await world.get(path)).status, 404)
  for (const mine of [await world.get(path, me), await world.post(path, [], me)]) {
    assert.deepEqual([mine.status, mine.headers.get('Location')], [303, '/fr/journal'])
    assert.equal(mine.headers.get('Set-Cookie'), null)
  }
})

test('two presses at once open one session and one account', async () => {
  const path = await world.linkFor('twice@example.org')
  const [people, sessions] = [await world.countOf('person'), await world.countOf('session')]
  const pressed = await Promise.all(Array.from({ length: 6 }, () => world.post(path, nour)))
  assert.deepEqual(
    pressed.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 404, 404, 404, 404, 404],
  )
  assert.equal(await world.countOf('person'), people + 1)
  assert.equal(await world.countOf('session'), sessions + 1)
})

test('two links of one newcomer pressed at once make one account', async () => {
  const paths = [await world.linkFor('both@example.org'), await world.linkFor('both@example.org')]
  const pressed = await Promise.all(paths.map((path) => world.post(path, nour)))
  assert.deepEqual(
    pressed.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 404],
  )
})

test('a link that another one ended is over, even for who pressed it a moment before', async () => {
  const paths = [await world.linkFor('order@example.org'), await world.linkFor('order@example.org')]
  const [first = '', second = ''] = paths.map((path) => path.split('/').at(-1))
  const typed = { name: 'Nour', side: 'academic', organisation: '', terms: '1' }
  const using = { typed, locale: 'fr', oldSession: undefined, device: deviceOf(undefined) }
  const now = Date.now()
  const later = await useSignInLink(world.db, { ...using, token: first }, new Date(now + 500))
  assert.ok(later.ok, JSON.stringify(later))
  const earlier = await useSignInLink(world.db, { ...using, token: second }, new Date(now))
  assert.equal(earlier.ok, false)
})

test('using a link ends the other links of its address, and of no other', async () => {
  const [first, second] = [
    await world.linkFor('two@example.org'),
    await world.linkFor('two@example.org'),
  ]
  const other = await world.linkFor('other@example.org')
  assert.equal((await world.post(second, nour)).status, 303)
  assert.equal((await world.post(first, nour)).status, 404)
  assert.equal((await world.get(other)).status, 200)
})

test('a link is over after half an hour', async () => {
  const path = await world.linkFor('late@example.org')
  await world.age('late@example.org', 29 * minute)
  assert.equal((await world.get(path)).status, 200)
  await world.age('late@example.org', minute)
  const page = await world.get(path)
  assert.equal(page.status, 404)
  assert.match(await page.text(), /Il était valable jusqu’au[\s\S]*value="\/fr\/journal"/)
  const sessions = await world.countOf('session')
  assert.equal((await world.post(path, nour)).status, 404)
  assert.equal(await world.countOf('session'), sessions)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { send, setOn, typedBan, warn, whoSpoke } from './ban-people.ts'
import { makeAdministrator } from './make-administrator.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, reportPath, statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let maud: Somebody
let mona: Somebody
let ada: Somebody
let iris: Somebody
before(async () => {
  world = await openSignInWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  mona = await world.person({ name: 'Mona', role: 'moderator' })
  iris = await world.person({ name: 'Iris' })
  ada = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const somebody = () => whoSpoke(world)
const contribute = (as: Somebody) => world.post(`${reportPath}/contributions`, formOf(), as)

test('it is contested once, and decided by somebody else than who set it', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  const own = `/account/bans/${id}`
  assert.equal(await statusOf(world.get(`/fr${own}`, iris)), 404)
  assert.equal((await send(world, iris, `${own}/contestation`)).status, 404)
  assert.equal((await send(world, nour, `${own}/contestation`, { reason: ' ' })).status, 422)
  const words = 'Je n’ai insulté personne.'
  assert.equal((await send(world, nour, `${own}/contestation`, { reason: words })).status, 303)
  assert.equal((await send(world, nour, `${own}/contestation`, { reason: 'Encore' })).status, 422)
  assert.match(await textOf(world.get('/fr/workshop/reports/petite-loi/bans', mona)), /Contestées/)
  const outcome = `/workshop/bans/${id}/outcome`
  const setter = await send(world, maud, outcome, { outcome: 'upheld' })
  assert.equal(setter.status, 422)
  assert.match(await setter.text(), /quelqu’un d’autre relit/)
  assert.equal((await send(world, mona, outcome, { outcome: '' })).status, 422)
  assert.equal((await send(world, mona, outcome, { outcome: 'ended' })).status, 303)
  assert.equal((await send(world, ada, outcome, { outcome: 'upheld' })).status, 422)
  assert.equal((await contribute(nour)).status, 303)
  assert.match(await textOf(world.get(`/fr${own}`, nour)), /annulée le[^]*Voici pourquoi/)
})

test('the person is told by mail in their language, and nobody else learns who it is', async () => {
  const email = 'banned@example.org'
  const cookie = await world.enter(email, 'Nom Très Reconnaissable')
  const as = { ...iris, ...cookie }
  const number = await publish(world, as)
  assert.equal((await warn(world, maud, number)).status, 303)
  const id = await setOn(world, maud, number)
  await send(world, as, `/account/bans/${id}/contestation`)
  await send(world, mona, `/workshop/bans/${id}/outcome`, { outcome: 'upheld' })
  await send(world, mona, `/workshop/bans/${id}/lift`)
  const mails = (await world.mailsTo(email)).map(({ subject }) => subject)
  assert.deepEqual(
    mails.slice(-4).map((subject) => subject.replace(/ (dans|à propos).*/, '')),
    [
      'Avertissement',
      'Votre participation est suspendue',
      'Votre suspension est maintenue',
      'Votre suspension est levée',
    ],
  )
  const text = (await world.mailsTo(email)).map((mail) => mail.text).join()
  assert.match(text, /Règle 1[^]*Des insultes répétées[^]*Une menace écrite[^]*saisir la justice/)
  const person = await world.db
    .selectFrom('person')
    .select('pseudonym')
    .where('display_name', '=', 'Nom Très Reconnaissable')
    .executeTakeFirstOrThrow()
  const entries = await world.db
    .selectFrom('journal_entry')
    .select(['actor', 'payload', 'action'])
    .where((where) =>
      where.or([where('object', 'like', 'ban/%'), where('object', 'like', 'warning/%')]),
    )
    .execute()
  for (const entry of entries) {
    const said = JSON.stringify(entry)
    assert.ok(!said.includes(person.pseudonym), said)
  }
})

test('who is signed out meanwhile keeps their words, and what is said to whoever may not is nothing', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  const words = 'Des mots que l’on garde.'
  for (const [path, fields] of [
    [`/workshop/contributions/${nour.number}/ban`, { ...typedBan }],
    [`/workshop/contributions/${nour.number}/warning`, { rule: '1' }],
    [`/workshop/bans/${id}/lift`, {}],
    [`/workshop/bans/${id}/outcome`, {}],
    [`/account/bans/${id}/contestation`, {}],
  ] as const) {
    const sent = await send(world, undefined, path, { ...fields, reason: words })
    assert.equal(sent.status, 422, path)
    const page = await sent.text()
    assert.match(page, /id="signed-out"[^]*Des mots que l’on garde/)
    assert.ok(!page.includes(nour.name), path)
  }
  for (const path of [
    `/fr/workshop/bans/${id}`,
    '/fr/admin/bans',
    '/fr/workshop/reports/petite-loi/bans',
    `/fr/workshop/contributions/${nour.number}/ban`,
  ]) {
    assert.equal(await statusOf(world.get(path)), 303, path)
    assert.equal(await statusOf(world.get(path, nour)), 404, path)
  }
  assert.match(await textOf(world.get('/fr/permissions?report=petite-loi', nour)), /suspendue/)
  assert.match(await textOf(world.get('/fr/account', nour)), new RegExp(`/account/bans/${id}"`))
})

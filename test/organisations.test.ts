import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeOrganisation } from '../src/organisations/index.ts'
import { fillIn, make, saying, send } from './organisation-world.ts'
import { newKey, statusOf, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'
import { makeAdministrator } from './make-administrator.ts'

let world: World
let lead: Somebody
let other: Somebody
let stranger: Somebody

before(async () => {
  world = await openWorld()
  lead = await world.person({ name: 'Teresa' })
  other = await world.person({ name: 'Ousmane' })
  stranger = await world.person({ name: 'Nour' })
  await make(world, other, { name: 'Une autre' })
})
after(() => world.close())

const filled = {
  name: 'Ville d’Essai',
  description: 'Une ville.',
  side: 'political',
  publicBody: 'yes',
  siret: '732 829 320 00074',
  mailDomain: 'essai.example',
}
const find = (slug: string) =>
  world.db.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
const actions = async (slug: string) => {
  const rows = await world.db
    .selectFrom('journal_entry')
    .select('action')
    .where('object', '=', `organisation/${slug}`)
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action)
}

test('anybody signed in makes an organisation, once for each form, and leads it', async () => {
  const key = newKey()
  const form: [string, string][] = Object.entries({ ...filled, key })
  const made = await world.post('/fr/organisations', form, lead)
  assert.equal(made.headers.get('Location'), '/fr/organisations/ville-d-essai?done=made')
  const again = await world.post('/fr/organisations', form, lead)
  assert.equal(again.headers.get('Location'), '/fr/organisations/ville-d-essai?done=made')
  assert.deepEqual(await actions('ville-d-essai'), ['organisation.created', 'role.granted'])

  const page = await textOf(world.get('/fr/organisations/ville-d-essai'))
  assert.match(page, /Non vérifiée/)
  assert.match(page, /732\u00a0829\u00a0320\u00a000074/)
  assert.match(page, /Personne n’a de mandat/)
  const own = await textOf(world.get('/fr/organisations/ville-d-essai', lead))
  assert.match(own, /Vous en êtes membre/)
  assert.match(own, /organisations\/ville-d-essai\/members/)
})

test('another of the same name has an address of its own', async () => {
  assert.equal(await make(world, other, { name: 'Ville d’essai !' }), 'ville-d-essai-2')
})

test('a visitor is asked to sign in and loses nothing typed', async () => {
  const sent = await world.post('/fr/organisations', Object.entries({ ...filled, key: newKey() }))
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /value="Ville d’Essai"/)
  assert.match(
    (await world.get('/fr/organisation')).headers.get('Location') ?? '',
    /^\/fr\/account\/sign-in\?return=/,
  )
})

test('what is wrong stands beside its field, with everything that was typed', async () => {
  const wrong = { ...filled, siret: '123', mailDomain: 'gmail.com', key: newKey() }
  const sent = await world.post('/fr/organisations', Object.entries(wrong), lead)
  const page = await textOf(sent)
  assert.equal(sent.status, 422)
  assert.match(page, /id="siret-problem"/)
  assert.match(page, /id="mailDomain-problem"/)
  assert.match(page, /value="123"/)
  assert.match(page, /value="gmail.com"/)
  assert.match(page, /value="political" checked/)
})

test('so many are made in a day, and not one more', async () => {
  const busy = await world.person({ name: 'Prolixe' })
  const makeOne = () =>
    makeOrganisation(world.db, busy.actor, { typed: saying(), key: newKey() }, new Date())
  for (let n = 0; n < 10; n += 1) assert.ok((await makeOne()).ok)
  assert.deepEqual(await makeOne(), { ok: false, problems: ['too-many'] })
})

test('its leads change what it says; nobody else does, nor the lead of another', async () => {
  const page = '/fr/organisations/ville-d-essai/description'
  for (const as of [stranger, other]) {
    assert.equal(await statusOf(world.get(page, as)), 404)
    assert.equal(await statusOf(world.post(page, Object.entries(filled), as)), 404)
  }
  assert.equal(await statusOf(world.get(page)), 303)
  const told = { ...filled, description: 'Une autre ville.' }
  assert.equal(await statusOf(fillIn(world, { page, to: page }, told, lead)), 303)
  assert.equal((await find('ville-d-essai')).description, 'Une autre ville.')
  const visited = await world.post(page, Object.entries({ ...told, revision: '2' }))
  assert.equal(visited.status, 422)
  assert.match(await visited.text(), /id="signed-out"/)
})

test('what another lead changed meanwhile is not overwritten unseen', async () => {
  const page = '/fr/organisations/ville-d-essai/description'
  const { revision } = await find('ville-d-essai')
  const first = { ...filled, description: 'La première.', revision: String(revision) }
  const second = { ...filled, description: 'La seconde.', revision: String(revision) }
  assert.equal(await statusOf(world.post(page, Object.entries(first), lead)), 303)
  const late = await world.post(page, Object.entries(second), lead)
  const shown = await late.text()
  assert.equal(late.status, 422)
  assert.match(shown, /La seconde\./)
  assert.match(shown, new RegExp(`name="revision" value="${revision + 1}"`))
  assert.equal((await find('ville-d-essai')).description, 'La première.')
})

test('an administrator verifies by hand, with a public reason, and nobody else', async () => {
  const admin = await makeAdministrator(world, 'Administration')
  const path = 'verification/reason'
  const reason = 'Appel à la mairie, le numéro de son site.'
  for (const as of [lead, stranger]) {
    const sent = send(world, { slug: 'ville-d-essai', path }, { reason }, as)
    assert.equal(await statusOf(sent), 404)
  }
  const empty = await send(world, { slug: 'ville-d-essai', path }, { reason: ' ' }, admin)
  assert.equal(empty.status, 422)
  const done = await send(world, { slug: 'ville-d-essai', path }, { reason }, admin)
  assert.equal(done.status, 303)
  const page = await textOf(world.get('/fr/organisations/ville-d-essai'))
  assert.match(page, /Vérifiée le/)
  assert.match(page, /Appel à la mairie/)
  const again = await send(world, { slug: 'ville-d-essai', path }, { reason }, admin)
  assert.equal(again.status, 422)
})

test('one SIRET verifies one organisation', async () => {
  const admin = await makeAdministrator(world, 'Administration')
  const slug = await make(world, other, { name: 'Imposture', siret: '73282932000074' })
  const sent = await send(world, { slug, path: 'verification/reason' }, { reason: 'Oui.' }, admin)
  assert.equal(sent.status, 422)
  assert.equal((await find(slug)).verified_at, null)
})

test('a new description keeps the verification; a new name loses it, in the journal too', async () => {
  const page = '/fr/organisations/ville-d-essai/description'
  const keep = { ...filled, description: 'Encore une autre.' }
  assert.equal(await statusOf(fillIn(world, { page, to: page }, keep, lead)), 303)
  assert.notEqual((await find('ville-d-essai')).verified_at, null)
  const renamed = { ...filled, name: 'Métropole d’Essai' }
  assert.equal(await statusOf(fillIn(world, { page, to: page }, renamed, lead)), 303)
  const { verified_at: at, verified_by: by, verified_reason: reason } = await find('ville-d-essai')
  assert.deepEqual([at, by, reason], [null, null, null])
  assert.equal((await actions('ville-d-essai')).at(-1), 'organisation.verification-lost')
})

test('organisations are found by words of their names, whatever their case and marks', async () => {
  const names = async (query: string) => {
    const page = await textOf(world.get(`/fr/organisations?name=${encodeURIComponent(query)}`))
    return [...page.matchAll(/organisations\/[a-z0-9-]+"><bdi>([^<]+)</g)].map(([, name]) => name)
  }
  assert.deepEqual(await names('METROPOLE essai'), ['Métropole d’Essai'])
  assert.deepEqual(await names('imposture'), ['Imposture'])
  assert.deepEqual(await names('%'), [])
  const all = await world.get('/fr/organisations?page=99999&name=%00%0A')
  assert.equal(all.status, 200)
  assert.equal(await statusOf(world.get('/fr/organisations/nobody')), 404)
})

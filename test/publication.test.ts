import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newKey, publish, reportPath, textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const workshop = '/fr/workshop/reports/petite-loi'

let world: World
let nour: Somebody
let salome: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  salome = await world.person({ name: 'Salomé' })
})
after(() => world.close())

const list = () => textOf(world.get(`${workshop}/publication`, salome))
const seenIn = (page: string) => /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
const send = (path: string, fields: Fields) => world.post(path, Object.entries(fields), salome)

async function amend(on: string, wording: string): Promise<number> {
  const { id } = await world.blockWith(on)
  const path = `${reportPath}/passages/${id}/amendments`
  return publish(world, nour, { path, sentence: '1', wording, body: 'Mieux.' })
}

async function answer(number: number, fields: Fields): Promise<void> {
  const given = { c: `${number}`, revision: `${number}.1`, reason: 'Voici pourquoi.', ...fields }
  assert.equal((await send(`${workshop}/answers`, given)).status, 303)
}

test('the check-list says what an edition brings, and what may have been forgotten', async () => {
  assert.match(await list(), /Aucun changement[^]*Aucune réponse nouvelle/)
  const part = await amend('Les services publics parlent', 'Les services parlent clair.')
  await answer(part, { decision: 'accepted-in-part', wording: '' })
  const gone = await world.blockWith('Une réponse tardive')
  const said = `${reportPath}/passages/${gone.id}/contributions`
  const lost = await publish(world, nour, { path: said, body: 'J’y tiens.' })
  const removal = `${workshop}/text/${gone.id}/removal`
  const form = await textOf(world.get(removal, salome))
  const read = /name="read" value="([0-9a-f]+)"/.exec(form)?.[1] ?? ''
  assert.equal((await send(removal, { read, erratum: 'yes', reason: 'Redite.' })).status, 303)

  const page = await list()
  assert.match(page, /1 changement, avec ses causes/)
  assert.match(page, /1 réponse nouvelle/)
  assert.match(page, /1 proposition acceptée n’a rien changé dans le texte/)
  assert.match(page, /1 contribution perdra son passage/)
  assert.match(page, /1 contribution attend encore une réponse/)
  for (const number of [part, lost]) assert.ok(page.includes(`/fr/contributions/${number}"`))
})

test('a rapporteur prepares an edition with the same list, and reads who publishes it', async () => {
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const page = await textOf(world.get(`${workshop}/publication`, camille))
  assert.match(page, /changement[^]*attend[^]*réponse/)
  assert.match(page, /Seule la rédaction en chef du rapport publie une édition/)
  assert.doesNotMatch(page, /name="seen"|id="publish"/)
  assert.doesNotMatch(await list(), /Seule la rédaction en chef/)
  assert.match(await textOf(world.get(workshop, camille)), /Préparer l’édition suivante/)
  const form: [string, string][] = [
    ['unanswered', 'confirmed'],
    ['seen', seenIn(await list())],
  ]
  assert.equal((await world.post(`${workshop}/editions`, form, camille)).status, 404)
  assert.equal((await world.get(`${reportPath}/editions/2?done=published`)).status, 404)
  assert.equal((await world.get(`${workshop}/publication`, nour)).status, 404)
})

test('what changed since the check-list was opened is shown before anything is published', async () => {
  const seen = seenIn(await list())
  const late = await amend('Toute demande reçoit', 'Toute demande a une réponse motivée.')
  await answer(late, { decision: 'accepted' })
  const form = { unanswered: 'confirmed', seen }
  const refused = await send(`${workshop}/editions`, form)
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /ont changé depuis que vous avez ouvert cette liste/)
  assert.match(page, /2 changements, avec leurs causes/)
  const unconfirmed = await send(`${workshop}/editions`, { seen: seenIn(page) })
  assert.equal(unconfirmed.status, 422)
  assert.match(await unconfirmed.text(), /répondez-y, ou confirmez/)
  const published = await send(`${workshop}/editions`, { ...form, seen: seenIn(page) })
  assert.equal(published.headers.get('Location'), `${reportPath}/editions/2?done=published`)
  const review = await textOf(world.get(`${workshop}/review`, salome))
  assert.match(review, /J’y tiens/)
})

test('a form sent twice publishes once, and leads to that edition both times', async () => {
  const late = await amend('Une lettre tient', 'Une lettre tient en deux pages.')
  await answer(late, { decision: 'accepted' })
  const form = { unanswered: 'confirmed', seen: seenIn(await list()) }
  const sent = await Promise.all([1, 2].map(() => send(`${workshop}/editions`, form)))
  for (const { status, headers } of sent) {
    assert.equal(status, 303)
    assert.equal(headers.get('Location'), `${reportPath}/editions/3?done=published`)
  }
  const again = await send(`${workshop}/editions`, form)
  assert.equal(
    again.headers.get('Location'),
    `${reportPath}/editions/3?done=published`,
    'a click long after',
  )
  const there = `${reportPath}/editions/3?done=published`
  const told = await textOf(world.get(there, salome))
  assert.match(told, /<output class="notice">L’édition 3 est publiée\.<\/output>/)
  assert.match(told, /<a class="button" href="[^"]*\/editions\/3\/changes"/)
  assert.doesNotMatch(await textOf(world.get(there)), /est publiée/, 'told to editors only')
  assert.equal((await world.get(`${reportPath}/editions/4`)).status, 404)
  const nothing = await send(`${workshop}/editions`, { ...form, seen: seenIn(await list()) })
  assert.equal(nothing.status, 422, 'what was looked at since is another edition')
})

test('an edition speaks of what its contributions say by now: the newest revision of each', async () => {
  const number = await publish(world, nour, { body: 'D’abord.' })
  const revised = { revision: '1', step: 'publish', key: newKey(), body: 'Ensuite.' }
  const sent = await world.post(
    `/fr/contributions/${number}/revisions`,
    Object.entries(revised),
    nour,
  )
  assert.equal(sent.status, 303)
  await answer(number, { revision: `${number}.2`, decision: 'noted' })
  const form = { unanswered: 'confirmed', seen: seenIn(await list()) }
  const published = await send(`${workshop}/editions`, form)
  assert.equal(published.status, 303)
  const { commitment } = await world.db
    .selectFrom('revision')
    .select('commitment')
    .where('contribution_number', '=', number)
    .where('revision', '=', 2)
    .executeTakeFirstOrThrow()
  const [address = ''] = (published.headers.get('Location') ?? '').split('?')
  const frozen = await textOf(world.get(`${address}.json`))
  assert.ok(frozen.includes(`{"commitment":"${commitment.toString('hex')}","number":${number}}`))
})

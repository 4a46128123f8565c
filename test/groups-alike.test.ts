import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listAlike, listAlikeToEach } from '../src/groups/alike-store.ts'
import { groupsPath } from './grouping.ts'
import { withhold } from './moderate.ts'
import { newKey, publish, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let camille: Somebody
let nour: Somebody
before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
})
after(() => world.close())

let people = 0
const somebody = () => world.person({ name: `Autrice ${(people += 1)}` })
const say = async (body = 'Une remarque.') => publish(world, await somebody(), { body })
const page = (path: string, as?: Somebody) => textOf(world.get(path, as))

const piscine = [
  'Les horaires de la piscine municipale sont trop courts pour les familles.',
  'La piscine municipale ferme trop tôt : ses horaires ne vont pas aux familles.',
  'Qui change chaque hiver les horaires des bus qui partent de la gare ?',
]

test('what says alike is found by its words, with those in common marked; the rest is left out', async () => {
  const [one, other, third] = [await say(piscine[0]), await say(piscine[1]), await say(piscine[2])]
  const found = await listAlike(world.db, one, 10)
  assert.deepEqual(
    found.map(({ number }) => number),
    [other],
  )
  const each = await listAlikeToEach(world.db, [one, other, third], 3)
  assert.deepEqual(new Set(each.keys()), new Set([one, other]))
  const shown = await page(`/fr/workshop/contributions/${one}/alike`, camille)
  assert.match(shown, /mots en commun|mêmes mots/)
  assert.match(shown, /<mark>piscine<\/mark>/)
  assert.match(shown, /<mark>horaires<\/mark>/)
  assert.doesNotMatch(shown, /<mark>tôt<\/mark>/)
  assert.match(await page(`${groupsPath}?waiting=99`, camille), /ressemble/)
})

test('what was found alike follows what is said now, and never what is hidden', async () => {
  const body = 'Des bancs à l’ombre devant chaque école, et une fontaine.'
  const one = await say(body)
  const author = await somebody()
  const other = await publish(world, author, { body })
  const numbers = async () => (await listAlike(world.db, one, 10)).map(({ number }) => number)
  assert.deepEqual(await numbers(), [other])
  const revision = { body: 'Je parle des impôts.', revision: '1', step: 'publish', key: newKey() }
  const path = `/fr/contributions/${other}/revisions`
  assert.equal((await world.post(path, Object.entries(revision), author)).status, 303)
  assert.deepEqual(await numbers(), [])
  const third = await say(body)
  assert.deepEqual(await numbers(), [third])
  await withhold(world, camille, third)
  assert.deepEqual(await numbers(), [])
})

test('replies are not among what is alike', async () => {
  const body = 'Un verger derrière la mairie, avec des poiriers.'
  const one = await say(body)
  await publish(world, nour, { path: `/fr/contributions/${one}/replies`, body })
  assert.deepEqual(await listAlike(world.db, one, 10), [])
})

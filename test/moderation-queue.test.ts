import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { setMode, withhold } from './moderate.ts'
import { formOf, publish, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let iris: Somebody
let maud: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  const salome = await world.person({ name: 'Salomé' })
  assert.equal((await setMode(world, salome, 'before')).status, 303)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const queuePath = '/fr/workshop/reports/petite-loi/moderation'
const stateOf = async (number: number) => (await findContribution(world.db, number))?.state

test('several are published at once, each as it was listed', async () => {
  const numbers = [
    await publish(world, nour, { body: 'Un paquet.' }),
    await publish(world, nour, { body: 'Deux paquets.' }),
    await publish(world, nour, { body: 'Trois paquets.' }),
  ]
  const [one = 0, two = 0, three = 0] = numbers
  const send = (ticked: string[], as?: Somebody) =>
    world.post(
      `${queuePath}/publications`,
      ticked.map((value): [string, string] => ['publish', value]),
      as,
    )
  assert.equal((await send([], maud)).status, 422)
  assert.equal((await send([`${one}.1.0`])).status, 422, 'signed out meanwhile')
  assert.equal((await send([`${one}.1.0`], iris)).status, 404)
  const form = formOf({ revision: '1', body: 'Deux paquets, changés.' })
  await world.post(`/fr/contributions/${two}/revisions`, form, nour)
  const sent = await send([`${one}.1.0`, `${two}.1.0`, 'x'], maud)
  assert.match(sent.headers.get('Location') ?? '', /done=some/)
  assert.deepEqual(await Promise.all(numbers.map(stateOf)), ['published', 'pending', 'pending'])
  const rest = await send([`${two}.2.0`, `${three}.1.0`], maud)
  assert.match(rest.headers.get('Location') ?? '', /done=published/)
  assert.deepEqual(new Set(await Promise.all(numbers.map(stateOf))), new Set(['published']))
})

test('after a decision the one that has waited longest is next, until none waits', async () => {
  const first = await publish(world, nour, { body: 'La première.' })
  const second = await publish(world, nour, { body: 'La seconde.' })
  const decide = (number: number) => {
    const form: [string, string][] = [
      ['choice', 'published'],
      ['read', '1'],
      ['seen', '0'],
      ['from', 'queue'],
    ]
    return world.post(`/fr/workshop/contributions/${number}/moderation`, form, maud)
  }
  const queue = await textOf(world.get(queuePath, maud))
  assert.match(queue, /La première[^]*La seconde/, 'the oldest first')
  assert.match(
    (await decide(first)).headers.get('Location') ?? '',
    new RegExp(`/${second}/moderation`),
  )
  assert.match((await decide(second)).headers.get('Location') ?? '', /moderation\?done=published$/)
  assert.match(await textOf(world.get(queuePath, maud)), /Toutes les contributions ont été lues/)
})

test('whoever decides sees numbers of the author’s history, and no more', async () => {
  const refused = await publish(world, iris, { body: 'Refusée.' })
  await withhold(world, maud, refused)
  const number = await publish(world, iris, { body: 'Une autre.' })
  const shown = await textOf(world.get(`/fr/workshop/contributions/${number}/moderation`, maud))
  assert.match(shown, /2 contributions en tout, dont 1 refusée ou masquée et aucune coupée/)
})

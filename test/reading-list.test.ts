import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { drawUnanswered } from '../src/contributions/reading-list-store.ts'
import { publish, submitAt, textOf, type Somebody } from './take-part.ts'
import { openWorld, testClock, type World } from './world.ts'

let world: World
let nour: Somebody
let iris: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
})
after(() => world.close())

const path = '/fr/reports/petite-loi/reading-list'
const numbersIn = (page: string) =>
  [...page.matchAll(/href="\/fr\/contributions\/(\d+)"/g)].map(([, number]) => Number(number))

test('with nothing to read it says so', async () => {
  const page = await textOf(world.get(`${path}?draw=a`))
  assert.match(page, /Tout a reçu une réponse/)
})

test('what nobody has answered is drawn, ten at a time, and the same draw gives the same list', async () => {
  for (let at = 0; at < 14; at += 1) {
    const as = at % 2 === 0 ? nour : iris
    assert.ok((await submitAt(world, as.actor, testClock.now())).ok)
  }
  const drawn = await world.get(path)
  assert.equal(drawn.status, 302)
  const address = drawn.headers.get('Location') ?? ''
  assert.match(address, /\?draw=[\w-]{8}$/)
  const [one, again] = [await textOf(world.get(address)), await textOf(world.get(address))]
  assert.equal(numbersIn(one).length, 10)
  assert.deepEqual(numbersIn(one), numbersIn(again))
  assert.match(one, /10 des 14 contributions/)
  const others = numbersIn(await textOf(world.get(`${path}?draw=b`)))
  assert.notDeepEqual(others, numbersIn(one))
})

test('what was answered by anybody, or is no longer read, is drawn no more', async () => {
  const reply = { path: '/fr/contributions/1/replies', body: 'J’y réponds.' }
  await publish(world, iris, reply)
  await world.post('/fr/contributions/3/withdrawal', [], nour)
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const answering: [string, string][] = [
    ['c', '2'],
    ['revision', '2.1'],
    ['decision', 'noted'],
    ['reason', 'Vu.'],
  ]
  const sent = await world.post('/fr/workshop/reports/petite-loi/answers', answering, camille)
  assert.equal(sent.status, 303)
  const { numbers, count } = await drawUnanswered(world.db, world.report.id, {
    draw: 'c',
    limit: 100,
  })
  assert.equal(count, 11)
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  )
})

test('each has the same chance to be read first', async () => {
  const first = new Map<number, number>()
  for (let draw = 0; draw < 1100; draw += 1) {
    const { numbers } = await drawUnanswered(world.db, world.report.id, {
      draw: `d${draw}`,
      limit: 1,
    })
    const [number = 0] = numbers
    first.set(number, (first.get(number) ?? 0) + 1)
  }
  // Of eleven with a chance of one in eleven: 100 each; past six standard deviations (9.5) it would be another lot.
  for (const number of [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]) {
    const times = first.get(number) ?? 0
    assert.ok(times > 43 && times < 157, `${number}: ${times}`)
  }
})

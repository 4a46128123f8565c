import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { changeAs, slip } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { reportPath, statusOf, submitAt, textOf } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const words = 'Un sigle y est développé.'

let world: World
const numbers: number[] = []
before(async () => {
  world = await openWorld()
  const { id } = await world.blockWith(words)
  for (let at = 0; at < 55; at += 1) {
    const author = await world.person({ name: `Autrice ${at}` })
    const said = await submitAt(world, author.actor, new Date(), { blockId: id })
    assert.ok(said.ok)
    numbers.push(said.number)
  }
  const camille = await world.person({ name: 'Camille', role: 'editor-in-chief' })
  await changeAs(world, camille).remove(words, { ...slip })
  await publishNext(world)
})
after(() => world.close())

const numbersOn = (page: string) => [
  ...new Set(
    [...page.matchAll(/\/fr\/contributions\/(\d+)"/g)].map(([, number]) => Number(number)),
  ),
]

test('a part names some of the contributions that lost their passage, and leads to all of them', async () => {
  const whole = await textOf(world.get(`${reportPath}/whole`))
  const orphans = whole.split('id="orphans-here"')[1] ?? ''
  assert.equal(numbersOn(orphans).length, 30)
  const [, href] =
    /<a href="([^"]+)">et 25 autres contributions\u00a0: les lire toutes</.exec(orphans) ?? []
  assert.equal(href, `${reportPath}/editions/2/orphans`)
  const [first, second] = await Promise.all(
    ['', '?page=2'].map((query) => textOf(world.get(`${href}${query}`))),
  )
  assert.match(first ?? '', /href="[^"]*orphans\?page=2"/)
  assert.deepEqual(
    [...numbersOn(first ?? ''), ...numbersOn(second ?? '')].toSorted((one, two) => one - two),
    numbers,
  )
})

test('an edition that has lost none says so, one that is not there is not found', async () => {
  const none = await textOf(world.get(`${reportPath}/editions/1/orphans?page=nonsense`))
  assert.match(none, /Chaque contribution retrouve son passage dans cette édition/)
  assert.equal(await statusOf(world.get(`${reportPath}/editions/3/orphans`)), 404)
  const last = await textOf(world.get(`${reportPath}/editions/2/orphans?page=99`))
  assert.match(last, /Page 2 sur 2/)
})

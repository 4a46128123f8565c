import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { commitTo, listRevisions } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { say, verifyAfterwards, verifyTampered } from './tamper.ts'
import { publish, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let gone: Somebody
const numbers = { gone: 0, other: 0 }
before(async () => {
  world = await openWorld()
  gone = await world.person({ name: 'Qui part' })
  numbers.gone = await publish(world, gone, { body: 'Avant de partir.' })
  numbers.other = await publish(world, await world.person({ name: 'Qui reste' }), { body: 'Ici.' })
  const form = Object.entries({ texts: 'kept', when: 'now', word: 'effacer' })
  assert.equal((await world.post('/fr/account/erasure', form, gone)).status, 303)
  await world.seal()
})
after(() => world.close())

const findsAfter = async (...statements: string[]) =>
  say((await verifyTampered(world, statements)).findings)
const erased = () => `contribution person/${gone.actor.pseudonym}`
const of = (number: number) => `contribution contribution/${number}`

test('an erasure leaves the record whole', async () => {
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})

test('a salt that is destroyed without an erasure is found', async () => {
  const { gone: theirs, other } = numbers
  assert.deepEqual(
    await findsAfter(`update revision set salt = null where contribution_number = ${other}`),
    [`${of(other)}: salt-destroyed`],
  )
  assert.deepEqual(
    await findsAfter(`update revision set renewed_salt = null, renewed_commitment = null
      where contribution_number = ${theirs}`),
    [`${of(theirs)}: salt-destroyed`, `${erased()}: differs-from-journal`],
  )
})

test('an author who is taken away or put back without an erasure is found', async () => {
  const { gone: theirs, other } = numbers
  for (const number of [theirs, other]) {
    assert.deepEqual(
      await findsAfter(
        `update contribution set author_name = 'Une autre' where number = ${number}`,
      ),
      [`${of(number)}: altered`],
    )
  }
})

test('words that are committed to anew, by the book but for the journal, are found', async () => {
  for (const number of [numbers.gone, numbers.other]) {
    const { findings } = await verifyAfterwards(world, async (tx) => {
      await sql`update contribution set author_name = 'Forgée' where number = ${number}`.execute(tx)
      const [said] = await listRevisions(tx, number)
      assert.ok(said)
      const salt = Buffer.alloc(32, 7)
      await sql`update revision set salt = null, renewed_salt = ${salt},
        renewed_commitment = ${commitTo(salt, said)} where contribution_number = ${number}
      `.execute(tx)
    })
    assert.equal(findings.length, 1)
    assert.match(say(findings)[0] ?? '', /person\/.*: (not-in-journal|differs-from-journal)/)
  }
})

test('a person who is emptied without an erasure, or erased and not, is found', async () => {
  assert.match(
    (
      await findsAfter(`update person set display_name = '', locale = '', helix_side = null,
      erased_at = now() where display_name = 'Qui reste'`)
    )[0] ?? '',
    /person\/.*: not-in-journal/,
  )
  assert.deepEqual(
    await findsAfter(`update person set erased_at = erased_at + interval '1 second'
      where erased_at is not null`),
    [`${erased()}: differs-from-journal`],
  )
  assert.deepEqual(await findsAfter(`update erasure set texts = 'withdrawn'`), [
    `${erased()}: differs-from-journal`,
  ])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { say, verifyTampered } from './tamper.ts'
import { openWorld, type World } from './world.ts'

let world: World
/** Ids of a split that was published, and of a merger since. */
let split = 0
let merger = 0

before(async () => {
  world = await openWorld()
  const hands = changeAs(world, await world.person({ name: 'Salomé' }))
  await hands.split('Chaque commune publie', 1)
  split = (await hands.lastChange())?.id ?? 0
  await publishNext(world)
  await hands.merge('Une lettre tient')
  merger = (await hands.lastChange())?.id ?? 0
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [], 'the record holds before')
})
after(() => world.close())

async function finds(statement: string, ...expected: string[]): Promise<void> {
  const found = say((await verifyTampered(world, [statement])).findings)
  for (const one of expected) {
    assert.ok(found.includes(one), `${statement}: ${one}\n${found.join('\n')}`)
  }
}

const edition = 'edition edition/petite-loi/2'
const working = 'working-text report/petite-loi'
const said = (column: string, path: string, value: string) =>
  `${column} = jsonb_set(${column}, '{${path}}', '${value}')`

test('whatever a split or a merger says of either passage otherwise than the journal is found', async () => {
  for (const id of [split, merger]) {
    for (const set of [
      said('other_block', 'text', '"Autre."'),
      said('other_block', 'id', '"0000000000"'),
      said('other_block', 'marks', '[{"kind":"strong","start":0,"end":2}]'),
      said('other_block', 'sentences,0,n', '7'),
      said('block', 'text', '"Autre."'),
      `before_text = 'Autre.'`,
      `sentences_${id === split ? 'before' : 'after'} = '{9}'`,
    ]) {
      const differs = `change change/${id}: differs-from-journal`
      await finds(`update change set ${set} where id = ${id}`, differs)
    }
  }
})

test('a text that is not what its splits and mergers make of it is found', async () => {
  for (const set of [
    said('other_block', 'text', '"Elle la met à jour."'),
    said('other_block', 'marks', '[{"kind":"strong","start":0,"end":2}]'),
    said('block', 'text', '"Chaque commune."'),
    `before_text = 'Chaque commune publie.'`,
  ]) {
    await finds(`update change set ${set} where id = ${split}`, `${edition}: changed-without-cause`)
  }
  for (const set of [
    said('other_block', 'text', '"Un sigle."'),
    said('other_block', 'id', '"0000000000"'),
    said('block', 'text', '"Une lettre."'),
  ]) {
    await finds(
      `update change set ${set} where id = ${merger}`,
      `${working}: changed-without-cause`,
    )
  }
  await finds(
    `update change set ${said('other_block', 'id', '"0000000000"')} where id = ${split}`,
    `${edition}: blocks-added-or-removed`,
  )
  await finds(`delete from change where id = ${split}`, `${edition}: blocks-added-or-removed`)
  await finds(`delete from change where id = ${merger}`, `${working}: blocks-added-or-removed`)
})

test('an edition says which passage came of a split', async () => {
  await finds(
    `update change set ${said('other_block', 'id', '"0000000000"')} where id = ${split}`,
    `${edition}: rows-differ`,
  )
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, test } from 'node:test'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { listChanges, listWorkingBlocks } from '../src/reports/index.ts'
import { changeAs } from './change-by-hand.ts'
import { readInto } from './read-again.ts'
import { publishNext } from './second-edition.ts'
import { textOf } from './take-part.ts'
import { openWorld, smallBill, type World } from './world.ts'

let world: World
let bill: string
beforeEach(async () => {
  world = await openWorld()
  bill = await readFile(smallBill, 'utf8')
})
afterEach(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const twoItems = '<li>Une lettre tient en une page.</li>\n      <li>Un sigle y est développé.</li>'
const oneItem = '<li>Une lettre tient en une page. Un sigle y est développé.</li>'
const cut = (text: string) =>
  text.replace(
    /chaque année\. La liste est\s+gratuite\./,
    'chaque année.</p><p>La liste est gratuite.',
  )

async function read(text: string): Promise<void> {
  assert.ok((await readInto(world, text)).ok)
}

async function made(): Promise<string[]> {
  const changes = await listChanges(world.db, world.report.id, null)
  return changes.map(({ operation, after }) => `${operation} ${after}`)
}

async function saying(words: string) {
  const blocks = await listWorkingBlocks(world.db, world.report.id)
  const found = blocks.find(({ text }) => text === words)
  assert.ok(found, words)
  return found
}

test('a file in which a passage was cut in two is recorded as a split, the first piece keeps its id', async () => {
  const { id } = await world.blockWith('La liste est')
  await read(cut(bill))
  assert.deepEqual(await made(), [
    'split-block Chaque commune publie la liste de ses services. Elle la met à jour chaque année.',
  ])
  const first = 'Chaque commune publie la liste de ses services. Elle la met à jour chaque année.'
  assert.equal((await saying(first)).id, id)
  assert.deepEqual(
    (await saying('La liste est gratuite.')).sentences.map(({ n }) => n),
    [1],
  )
})

test('a piece that was worded anew besides is split off, then edited', async () => {
  const { id } = await world.blockWith('La liste est')
  await read(
    cut(bill).replace('Elle la met à jour chaque année.', 'Elle la met à jour chaque mois.'),
  )
  const first = 'Chaque commune publie la liste de ses services. Elle la met à jour chaque mois.'
  assert.deepEqual(await made(), [
    'split-block Chaque commune publie la liste de ses services. Elle la met à jour chaque année.',
    `edit-block ${first}`,
  ])
  assert.equal((await saying(first)).id, id)
})

test('a file in which two passages became one is a merger, and the address of the second leads there', async () => {
  assert.ok(bill.includes(twoItems))
  const [first, second] = [await world.blockWith('Une lettre'), await world.blockWith('Un sigle')]
  await read(bill.replace(twoItems, oneItem))
  const whole = 'Une lettre tient en une page. Un sigle y est développé.'
  assert.deepEqual(await made(), [`merge-blocks ${whole}`])
  assert.equal((await saying(whole)).id, first.id)
  await publishNext(world)
  const page = await textOf(world.get(`/fr/reports/petite-loi/passages/${second.id}`))
  assert.match(page, /Un sigle y est développé/)
  assert.ok(page.includes(`passages/${first.id}`), 'the passage that it is part of now')
})

test('what was put together and read apart again is what it was', async () => {
  await read(bill.replace(twoItems, oneItem))
  await read(bill)
  assert.match((await made()).join(), /^merge-blocks [^]*,split-block /)
  const blocks = await listWorkingBlocks(world.db, world.report.id)
  assert.equal(new Set(blocks.map(({ id }) => id)).size, blocks.length)
  await saying('Un sigle y est développé.')
})

test('a passage that was taken out and comes back is no piece of the one that says its words', async () => {
  const { id } = await world.blockWith('Un sigle')
  const [first = '', second = ''] = twoItems.split(/\n\s*/)
  await read(bill.replace(second, ''))
  await read(bill.replace(second, '').replace(first, oneItem))
  await read(bill)
  assert.equal((await saying('Un sigle y est développé.')).id, id)
  assert.ok(!(await made()).some((one) => one.startsWith('split-block')))
})

/** Nothing is there to publish: no word differs from the latest edition, nor does the address of any. */
async function sayNothing(): Promise<void> {
  const { actor } = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  const { db, report } = world
  const asked = { report, unansweredConfirmed: true, seen: null }
  const published = await publishEdition(db, actor, asked, new Date())
  assert.deepEqual(published, { ok: false, problem: 'nothing-new' })
}

async function idsNow(): Promise<string[]> {
  return (await listWorkingBlocks(world.db, world.report.id)).map(({ id }) => id)
}

test('what was put together by hand and a file has apart is again what it was, and an edition tells nothing of it', async () => {
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const [ids, second] = [await idsNow(), await world.blockWith('Un sigle')]
  await changeAs(world, camille).merge('Une lettre')
  await read(bill)
  assert.match((await made()).join(), /^merge-blocks [^]*,split-block /)
  assert.deepEqual(await idsNow(), ids)
  assert.deepEqual(await world.blockWith('Un sigle'), second, 'sentences and all')
  await sayNothing()
})

test('what was worded anew since it was put together, and stands apart in a file as it was, is that again', async () => {
  const hand = changeAs(world, await world.person({ name: 'Camille', role: 'rapporteur' }))
  const ids = await idsNow()
  const whole = 'Une lettre tient en une page. Un sigle y est développé. Il y est dit une fois.'
  await hand.merge('Une lettre')
  await hand.edit('Une lettre', { wording: whole })
  await read(bill)
  assert.match((await made()).join(), /,split-block [^]*,edit-block Un sigle/)
  assert.deepEqual(await idsNow(), ids)
  await sayNothing()
})

test('what was put together several times is again what it was each time, alike or short or a part of a part', async () => {
  const said = ['Un sigle y est développé.', 'Il y est dit une fois.', 'Oui.']
  const listed = ['Une lettre tient en une page.', said[0], said[0], said[1], said[2]]
  const text = bill.replace(twoItems, listed.map((one) => `<li>${one}</li>`).join(''))
  await read(text)
  await publishNext(world)
  const { merge } = changeAs(world, await world.person({ name: 'Camille', role: 'rapporteur' }))
  const ids = await idsNow()
  await merge('Il y est dit')
  for (const _ of [1, 2, 3]) await merge('Une lettre')
  await read(text)
  assert.deepEqual(await idsNow(), ids)
  await sayNothing()
})

test('what an edition had as one and a file has apart has its old address again', async () => {
  const { id } = await world.blockWith('Un sigle')
  await changeAs(world, await world.person({ name: 'Camille', role: 'rapporteur' })).merge('Une l')
  await publishNext(world)
  await read(bill)
  assert.equal((await saying('Un sigle y est développé.')).id, id)
  await publishNext(world)
  const page = await textOf(world.get(`/fr/reports/petite-loi/passages/${id}`))
  assert.doesNotMatch(page, /fait partie d’un autre/)
})

test('what was put together, read apart and taken out comes back once, and what stands is given to nothing else', async () => {
  const [, second = ''] = twoItems.split(/\n\s*/)
  await read(bill.replace(twoItems, oneItem))
  await read(bill)
  const { id } = await world.blockWith('Un sigle')
  await read(bill.replace('</ul>', `${second}</ul>`))
  await read(bill.replace(second, ''))
  await read(bill.replace(second, second + second))
  const ids = await idsNow()
  assert.equal(ids.filter((one) => one === id).length, 1)
  assert.equal(new Set(ids).size, ids.length)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { changeAs, slip, text, workshop, type ChangingHands } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let salome: Somebody
let hands: ChangingHands
before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé' })
  hands = changeAs(world, salome)
})
after(() => world.close())

const page = (path: string) => textOf(world.get(path, salome))

/** The number that a page says with these words; 0 where it says them of none. */
async function saidOn(path: string, words: RegExp): Promise<number> {
  const found = words.exec(await page(path))
  assert.ok(found, `${path} says ${String(words)}`)
  return Number(found[1] ?? 0)
}

/** What the pages say of the changes that wait: all say the same of each. */
async function waiting(): Promise<{ changes: number; passages: number }> {
  const publication = `${workshop}/publication`
  const changes = await saidOn(publication, /(\d+) changements?, avec/)
  assert.equal(await saidOn(workshop, /Voir les (\d+) changements en attente/), changes)
  assert.equal(await saidOn(text, /Voir les (\d+) changements en attente/), changes)
  const listed = (await page(`${workshop}/changes`)).match(/<article class="change"/g) ?? []
  assert.equal(listed.length, changes)
  const passages = await saidOn(publication, /(\d+|Aucun) passages? diff/)
  return { changes, passages: Number.isNaN(passages) ? 0 : passages }
}

/** What the latest edition says of its changes, and how many it shows. */
async function published(number: number): Promise<number> {
  const path = `${reportPath}/editions/${number}/changes`
  const shown = await page(path)
  const sections = shown.match(/<section class="change /g) ?? []
  const alike = shown.match(/<li id="change-/g) ?? []
  const said = await saidOn(path, /(\d+) passages? (?:a|ont) changé/)
  assert.equal(sections.length + alike.length, said)
  return said
}

async function edit(on: string, wording: string): Promise<void> {
  assert.equal((await hands.edit(on, { wording })).status, 303)
}

async function insert(after: string, wording: string): Promise<void> {
  const { id } = await world.blockWith(after)
  const typed = { ...slip, after: id, kind: 'paragraph', wording, step: 'apply' }
  assert.equal((await hands.send(`${text}/insertions`, typed)).status, 303)
}

async function move(on: string, after: string): Promise<void> {
  const [{ id }, place] = [await world.blockWith(on), await world.blockWith(after)]
  const read = await hands.fieldsOf(`${text}/${id}/move?after=${place.id}`)
  const sent = await hands.send(`${text}/${id}/move`, { ...read, ...slip, after: place.id })
  assert.equal(sent.status, 303, await sent.text())
}

test('the list before an edition, the changes that wait and those of the edition say the same numbers', async () => {
  await edit('Exposé des motifs', 'Une règle que l’on ne comprend pas n’est pas une règle commune.')
  await edit('Une règle que', 'Une règle que l’on ne comprend pas n’est la règle de personne.')
  await hands.split('Chaque commune publie', 1)
  await edit('Elle la met à jour', 'Elle la met à jour chaque mois. La liste est gratuite.')
  await hands.merge('Une lettre tient')
  await hands.remove('Une réponse tardive')
  await insert('Toute demande', 'Le silence vaut accord.')
  await hands.split('Toute demande', 1)
  await hands.undo()
  await move('Article 2 -', 'Une règle que')
  const { changes, passages } = await waiting()
  assert.equal(changes, 10, 'what moved together is one')
  await publishNext(world)
  assert.equal(await published(2), passages)
})

test('what was undone again is no passage that differs', async () => {
  await edit('Le silence vaut', 'Le silence vaut refus.')
  await edit('Le silence vaut', 'Le silence vaut accord.')
  await hands.merge('Chaque commune publie')
  const { changes, passages } = await waiting()
  assert.deepEqual([changes, passages], [3, 1])
  await publishNext(world)
  assert.equal(await published(3), passages)
})

test('a heading that is taken out with what it commands counts once as a change', async () => {
  const { id } = await world.blockWith('Article 3 -')
  const read = await hands.fieldsOf(`${text}/${id}/removal`)
  const removal = { ...read, ...slip, whole: 'yes' }
  assert.equal((await hands.send(`${text}/${id}/removal`, removal)).status, 303)
  await edit('Une règle que', 'Une règle que l’on ne comprend pas n’est pas une règle.')
  const { changes, passages } = await waiting()
  assert.equal(changes, 2)
  assert.ok(passages > 2)
  await publishNext(world)
  assert.equal(await published(4), passages)
})

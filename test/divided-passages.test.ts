import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listAnchorsIn } from '../src/anchors/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { findEditionBlock, requireEdition } from '../src/reports/index.ts'
import { changeAs, workshop, type ChangingHands } from './change-by-hand.ts'
import { publishNext, sayOf } from './second-edition.ts'
import { publish, reportPath, textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const list = 'Chaque commune publie'
const free = 'La liste est gratuite.'
const letter = 'Une lettre tient'
const sign = 'Un sigle y est développé.'

let world: World
let salome: Somebody
let hands: ChangingHands
/** Contributions on words, by what becomes of them. */
let said: Record<'kept' | 'moved' | 'torn' | 'whole' | 'merged' | 'first', number>
/** Amendments of the sentence that stays, of one that goes to the second piece, of the item that is merged away. */
let proposed: Record<'stays' | 'goes' | 'gone', number>
let first = ''
let second = ''
let item = ''
let away = ''

before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé' })
  hands = changeAs(world, salome)
  said = {
    kept: await sayOf(world, 'publie la liste'),
    moved: await sayOf(world, free),
    torn: await sayOf(world, 'services. Elle la met à jour chaque année. La liste est gratuite.'),
    whole: await sayOf(world, sign),
    merged: await sayOf(world, 'y est développé'),
    first: await sayOf(world, 'Une lettre tient en une page.'),
  }
  proposed = {
    stays: await propose(list, 1, 'Toute commune publie la liste de ses services.'),
    goes: await propose(list, 3, 'La liste est payante.'),
    gone: await propose(sign, 1, 'Un sigle n’y est pas.'),
  }
  ;[first, second] = await hands.split(list, 1, { reason: 'Deux obligations, deux alinéas.' })
  ;[item, away] = await hands.merge(letter, {
    reason: 'Une seule règle.',
    erratum: '',
    citation: 'Guide du style clair',
  })
})
after(() => world.close())

async function propose(on: string, sentence: number, wording: string): Promise<number> {
  const { id } = await world.blockWith(on)
  const somebody = await world.person({ name: `Pour ${wording}` })
  const path = `${reportPath}/passages/${id}/amendments`
  return publish(world, somebody, { path, sentence: String(sentence), wording })
}

async function standing(number: number) {
  const { edition } = await requireEdition(world.db, 'petite-loi', 'latest')
  const anchor = (await listAnchorsIn(world.db, edition.id, [number])).get(number)
  assert.ok(anchor?.place)
  const { state, rule, doubtful, place } = anchor
  const block = await findEditionBlock(world.db, edition.id, place.blockId)
  return [state, rule, doubtful, place.blockId, block?.text.slice(place.start, place.end)]
}

const read = (path: string, as?: Somebody) => textOf(world.get(path, as))
const passage = (id: string) => read(`${reportPath}/passages/${id}`)
const plain = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function answer(number: number, fields: Fields = {}): Promise<Response> {
  const form = {
    c: String(number),
    revision: `${number}.1`,
    decision: 'accepted',
    reason: 'Oui.',
    ...fields,
  }
  return world.post(`${workshop}/answers`, Object.entries(form), salome)
}

test('an amendment is accepted in the piece that keeps the address', async () => {
  assert.equal((await answer(proposed.stays)).status, 303)
  assert.equal(
    (await world.blockWith('Toute commune')).text,
    'Toute commune publie la liste de ses services.',
  )
  // Elsewhere they could be accepted as well: here these words are to stay.
  for (const number of [proposed.goes, proposed.gone]) {
    assert.equal((await answer(number, { decision: 'noted' })).status, 303)
  }
})

const exactly = (id: string, words: string) => ['exact', 'recorded', false, id, words]

test('contributions follow the record: into the second piece, and into the whole', async () => {
  await publishNext(world)
  assert.deepEqual(await standing(said.kept), exactly(first, 'publie la liste'))
  assert.deepEqual(await standing(said.moved), exactly(second, free))
  assert.deepEqual(await standing(said.torn), [
    'edited',
    'recorded',
    true,
    second,
    'Elle la met à jour chaque année. La liste est gratuite.',
  ])
  assert.deepEqual(await standing(said.whole), exactly(item, sign))
  assert.deepEqual(await standing(said.merged), exactly(item, 'y est développé'))
  assert.deepEqual(await standing(said.first), exactly(item, 'Une lettre tient en une page.'))
  assert.ok((await passage(second)).includes(`/fr/contributions/${said.moved}"`))
})

test('what changed tells each once, with its reason and its cause', async () => {
  const changes = await read(`${reportPath}/editions/2/changes`)
  assert.equal(changes.match(/class="change split"/g)?.length, 1)
  assert.equal(changes.match(/class="change merged"/g)?.length, 1)
  assert.doesNotMatch(changes, /class="change (?:added|removed|edited)"/)
  assert.match(changes, /Deux obligations, deux alinéas/)
  assert.match(changes, /Une seule règle[^]*Guide du style clair/)
  for (const id of [first, second, item, away]) assert.ok(changes.includes(`id="change-${id}"`), id)
  const json = await read('/fr/reports/petite-loi/editions/2.json')
  assert.match(json, /"operation":"split-block"/)
  assert.ok(json.includes(`"other":"${second}"`))
  assert.ok(json.includes(`"other":"${away}"`))
})

test('each passage says in its history with which other it was one', async () => {
  assert.match(plain(await passage(second)), /Coupé du passage\s: Chaque commune publie la liste/)
  assert.match(
    plain(await passage(first)),
    /Sa fin est devenue un passage à part\s: Elle la met à jour chaque année/,
  )
  assert.match(plain(await passage(item)), /Un passage y a été réuni\s: Un sigle y est développé/)
  assert.ok((await passage(second)).includes(`/passages/${first}"`))
})

test('the address of a passage that was merged leads to its words for ever', async () => {
  const page = await passage(away)
  assert.match(page, /Depuis l’édition 2, ce passage fait partie d’un autre/)
  assert.ok(page.includes(`${reportPath}/passages/${item}"`))
  assert.match(plain(page), /Une lettre tient en une page\. Un sigle y est développé\./)
  assert.match(page, /Une seule règle\.[^]*Guide du style clair/, 'why')
  assert.match(plain(page), /Réuni au passage\s: Une lettre tient/)
  assert.doesNotMatch(page, /Retiré dans l’édition/)
  const short = await world.get(`/p/${away}`)
  assert.equal(short.status, 302)
  assert.equal((await world.get(short.headers.get('Location') ?? '')).status, 200)
  assert.match(await read(`${reportPath}/passages/${away}?edition=1`), /fait partie d’un autre/)
  const asEditor = await read(`${reportPath}/passages/${away}`, salome)
  assert.match(asEditor, /n’est plus dans le texte de travail/)
})

test('through several mergers it leads to the last, and to what that said when it was removed', async () => {
  const on = 'Les services publics parlent'
  const { text: wording } = await world.blockWith(on)
  assert.equal((await hands.edit(on, { wording, kind: 'list-item' })).status, 303)
  const [language] = await hands.merge(on)
  await publishNext(world)
  const twice = await passage(away)
  assert.match(twice, /Depuis l’édition 2/)
  assert.ok(twice.includes(`${reportPath}/passages/${language}"`))
  assert.match(
    plain(twice),
    /s’adressent\. Une lettre tient en une page\. Un sigle y est développé\./,
  )
  assert.ok((await passage(item)).includes(`${reportPath}/passages/${language}"`))
  assert.deepEqual(await standing(said.whole), ['exact', 'recorded', false, language, sign])
  await hands.remove(on)
  await publishNext(world)
  const gone = await passage(away)
  assert.match(gone, /Ce passage a été retiré depuis/)
  assert.match(plain(gone), /s’adressent\. Une lettre tient/)
})

test('a contribution whose change was a split or a merger says so', async () => {
  const number = await sayOf(world, 'Toute demande reçoit', { edition: '4' })
  const causes = { contributions: String(number), erratum: '' }
  await hands.split('Toute demande', 1, causes)
  const page = await read(`/fr/contributions/${number}`)
  assert.match(page, /Elle a fait couper un passage en deux/)
  await hands.undo()
  assert.doesNotMatch(await read(`/fr/contributions/${number}`), /Elle a fait couper/)
})

test('a passage that gave its end to another and was then removed says both', async () => {
  const [gave, piece] = await hands.split('Toute demande', 1)
  await hands.remove('Toute demande')
  await publishNext(world)
  const page = plain(await passage(gave))
  assert.match(page, /Sa fin est devenue un passage à part\s: Le délai est de trois mois/)
  assert.match(page, /Retiré dans l’édition 5/)
  assert.match(plain(await passage(piece)), /Coupé du passage\s: Toute demande/)
})

test('where a passage that others were merged into is split again, each address leads to its own words', async () => {
  const [, alias] = await hands.merge('Toute commune publie')
  await publishNext(world)
  const [whole, piece] = await hands.split('Toute commune publie', 1)
  await publishNext(world)
  const page = await passage(alias)
  assert.match(page, /fait partie/)
  assert.ok(page.includes(`${reportPath}/passages/${piece}"`), 'the piece that has its words')
  assert.ok((await passage(piece)).includes(`${reportPath}/passages/${whole}"`))
  await hands.merge('Toute commune publie')
  await publishNext(world)
  assert.ok((await passage(alias)).includes(`${reportPath}/passages/${whole}"`))
})

test('the record holds', async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publish, reportPath, statusOf, submitAt, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const workshop = '/fr/workshop/reports/petite-loi'
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000)

let world: World
let camille: Somebody
let nour: Somebody
/** Numbers by what they are. */
const numbers: Record<string, number> = {}

before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
  const { db } = world
  const title = await world.blockWith('Article 1 -')
  const late = await world.blockWith('Toute demande reçoit')
  const early = await world.blockWith('Chaque commune publie')
  const submit = async (name: string, days: number, said: Parameters<typeof submitAt>[3]) => {
    const sent = await submitAt(world, nour.actor, daysAgo(days), said)
    assert.ok(sent.ok, name)
    numbers[name] = sent.number
  }
  await submit('on the report', 100, {})
  await submit('on a late passage', 40, { blockId: late.id, kind: 'question' })
  await submit('on an early passage', 10, { blockId: early.id })
  await submit('on a heading', 1, { blockId: title.id })
  numbers['amendment'] = await publish(world, nour, {
    path: `${reportPath}/passages/${early.id}/amendments`,
    sentence: '2',
    wording: 'Elle la met à jour chaque mois.',
    body: 'Une **année** est [trop](https://example.org) longue.',
  })
  numbers['answered'] = await publish(world, nour, { body: 'Répondue.' })
  const reply = await publish(world, camille, {
    path: `/fr/contributions/${numbers['on the report']}/replies`,
    body: 'Une réplique n’attend rien.',
  })
  assert.ok(reply > 0)
  await world.post(`/fr/contributions/${numbers['on an early passage']}/support`, [], camille)
  await world.post(
    `${workshop}/answers`,
    [
      ['c', String(numbers['answered'])],
      ['revision', `${numbers['answered']}.1`],
      ['decision', 'declined'],
      ['reason', 'Non.'],
    ],
    camille,
  )
  await importOne(db)
})
after(() => world.close())

/** One that came from a consultation held elsewhere, as old as the first of all. */
async function importOne(db: World['db']): Promise<void> {
  const { id } = await db
    .insertInto('consultation')
    .values({
      report_id: world.report.id,
      name: 'Ailleurs',
      bill_sha256: Buffer.alloc(32),
      contributions_sha256: Buffer.alloc(32),
      imported_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const number = await publish(world, nour, { kind: 'question', body: 'Venue d’ailleurs.' })
  await db
    .updateTable('contribution')
    .set({ origin: 'import', consultation_id: id, source_key: 'a' })
    .where('number', '=', number)
    .execute()
  numbers['imported'] = number
}

const queue = (query = '') => textOf(world.get(`${workshop}${query}`, camille))

/** What the queue lists, by name, in its order. */
async function listed(query = ''): Promise<string[]> {
  const page = await queue(query)
  const list = page.slice(page.indexOf('id="listed"'))
  const links = [...list.matchAll(/<a href="[^"]*(?:[?]c=|\/contributions\/)(\d+)[^"]*">[A-Z]/g)]
  const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]))
  return links.map(([, number]) => names.get(Number(number)) ?? `n° ${number}`)
}

test('what waits is listed, the oldest first; replies and what is answered are not', async () => {
  assert.deepEqual(await listed(), [
    'on the report',
    'on a late passage',
    'on an early passage',
    'on a heading',
    'amendment',
    'imported',
  ])
  assert.deepEqual(await listed('?answered=1'), ['answered'])
  assert.match(await queue('?answered=1'), /Non retenue/)
})

test('the queue can be ordered by date, by support, and as the report reads', async () => {
  assert.deepEqual((await listed('?order=newest')).slice(0, 2), ['imported', 'amendment'])
  assert.equal((await listed('?order=supported'))[0], 'on an early passage')
  assert.deepEqual(await listed('?order=passage'), [
    'on the report',
    'imported',
    'on a heading',
    'on an early passage',
    'amendment',
    'on a late passage',
  ])
})

test('filters narrow the queue down, and hold together', async () => {
  const heading = await world.blockWith('Article 1 -')
  const early = await world.blockWith('Chaque commune publie')
  assert.deepEqual(await listed('?kind=question'), ['on a late passage', 'imported'])
  assert.deepEqual(await listed('?origin=import'), ['imported'])
  assert.deepEqual(await listed('?kind=question&origin=online'), ['on a late passage'])
  assert.deepEqual(await listed('?older=7'), [
    'on the report',
    'on a late passage',
    'on an early passage',
  ])
  assert.deepEqual(await listed('?older=30'), ['on the report', 'on a late passage'])
  assert.deepEqual(await listed('?older=90'), ['on the report'])
  assert.deepEqual(await listed(`?under=${early.id}`), ['on an early passage', 'amendment'])
  assert.deepEqual(await listed(`?under=${heading.id}&order=newest`), [
    'amendment',
    'on a heading',
    'on an early passage',
  ])
  assert.deepEqual(await listed(`?under=${heading.id}&kind=amendment`), ['amendment'])
})

test('kinds are counted beside the filter, as the other filters have it', async () => {
  assert.match(await queue(), /Toutes \(6\)[^]*Questions \(2\)[^]*Amendements \(1\)/)
  const imported = await queue('?origin=import')
  assert.match(imported, /Toutes \(1\)[^]*Questions \(1\)/)
  assert.doesNotMatch(imported, /Remarques \(/)
  assert.match(imported, /À répondre \(1\)[^]*Répondues \(0\)/)
})

test('an entry says what it is about, where, by whom, how supported, and leads to its answer', async () => {
  const page = await queue('?kind=amendment&order=newest')
  assert.match(page, /Une année est trop longue\./, 'an excerpt, without its Markdown')
  assert.match(page, /Sur\s:[^]*Chaque commune publie la liste[^]*· phrase 2/u)
  assert.match(page, /<bdi>Nour<\/bdi>/)
  assert.ok(
    page.includes(`answer?c=${numbers['amendment']}&amp;back=kind%3Damendment%26order%3Dnewest`),
    'the way to the answer knows the way back',
  )
  assert.match(await queue('?order=supported'), /· 1 soutien/)
  assert.match(await queue(), /Sur le rapport entier/)
})

test('an amendment is told apart by the words that it proposes, not only by its reason', async () => {
  const page = await queue('?kind=amendment')
  assert.match(page, /Propose\s:[^]*lang="fr" dir="ltr">Elle la met à jour chaque mois\./u)
  const form = `${workshop}/answer?c=${numbers['on an early passage']}`
  const others = await textOf(world.get(form, camille))
  assert.match(others, /Ajouter\s: Amendement[^]*Propose\s:[^]*chaque mois\./u)
})

test('the filters are out of the way until they are used', async () => {
  const filters = /<details class="filters" open/
  for (const query of ['', '?answered=1', '?page=7']) {
    assert.doesNotMatch(await queue(query), filters, query)
  }
  for (const query of ['?kind=poem&older=7', '?order=supported', '?answered=1&order=oldest']) {
    assert.match(await queue(query), filters, query)
  }
})

test('where nothing matches the page says so, and offers what is left without filters', async () => {
  const none = await queue('?kind=source&older=7')
  assert.match(none, /Aucune contribution ne répond à ces critères\./)
  assert.match(none, new RegExp(`<a href="${workshop}">Retirer les filtres</a>`))
  const gone = await queue('?under=nowhere0000')
  assert.match(gone, /Un passage qui n’est plus dans le rapport/)
  assert.match(gone, /Aucune contribution ne répond à ces critères\./)
})

test('an address that nobody could have meant is read as if nothing were asked', async () => {
  const all = await listed()
  for (const query of [
    '?kind=poem',
    '?older=8',
    '?older=',
    '?under=%00',
    `?under=${encodeURIComponent("x' or 1=1 --")}`,
    '?order=random',
    '?page=0',
    '?page=99999999999',
    '?given=-1',
    '?given=99999999999999',
    '?origin=elsewhere',
  ]) {
    assert.deepEqual(await listed(query), all, query)
  }
})

test('a page past the end is the last one', async () => {
  assert.deepEqual(await listed('?page=7'), await listed())
})

test('the queue is for editors of the report; a passage leads them into it', async () => {
  const early = await world.blockWith('Chaque commune publie')
  assert.equal(await statusOf(world.get(workshop, nour)), 404)
  assert.equal((await world.get(workshop)).status, 303)
  const passage = `${reportPath}/passages/${early.id}`
  assert.match(
    await textOf(world.get(passage, camille)),
    new RegExp(`href="${workshop}\\?under=${early.id}">Répondre aux 2 contributions`),
  )
  assert.doesNotMatch(await textOf(world.get(passage, nour)), /Répondre aux/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { changeAs } from './change-by-hand.ts'
import { calendar, handedOver, keepAs } from './keep-calendar.ts'
import { serveFromMemory, until, wordsOf } from './served.ts'
import { reportPath, statusOf, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

/** In the middle of a day, so that Paris and UTC agree on which it is. */
const dayFromNow = (days: number) => {
  const date = new Date(Date.now() + days * 24 * 3600 * 1000)
  return {
    day: String(date.getUTCDate()),
    month: String(date.getUTCMonth() + 1),
    year: String(date.getUTCFullYear()),
  }
}

let world: World
let camille: Somebody & ReturnType<typeof keepAs>
before(async () => {
  world = await openWorld()
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  camille = { ...editor, ...keepAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('the edition that was planned at import is a date of the calendar, until it is out', async () => {
  const empty = await openWorld({ editions: 0 })
  const front = await textOf(empty.get(reportPath))
  assert.match(front, /dition 1 (?:était )?prévue le 31\u00a0janvier 2027/)
  assert.match(front, /<time datetime="2027-01-31">31\u00a0janvier 2027<\/time>/)
  await empty.close()
  const later = await textOf(world.get(reportPath))
  assert.doesNotMatch(later, /prévue/)
  assert.match(later, /class="past"[^]*Édition 1 publiée[^]*par Salomé[^]*class="today"/)
  assert.match(
    await textOf(world.get(calendar, camille)),
    /Édition 1 prévue[^]*Cette édition est publiée/,
  )
})

test('what editors write down is on the front page, past above today and to come below', async () => {
  const soon = dayFromNow(40)
  await camille.add(handedOver)
  await camille.add({
    kind: 'meeting',
    ...soon,
    label: 'Une <b>réunion</b>',
    byWhom: 'les communes',
  })
  await camille.add({ kind: 'contributions-until', ...dayFromNow(60) })
  await camille.add({ kind: 'edition-planned', year: '2999', edition: '2' })
  const front = await textOf(world.get(reportPath))
  const order = [
    /<time datetime="2018-07-03">3\u00a0juillet 2018<\/time>/,
    /Rapport remis/,
    /par la mission<\/span> <a href="https:\/\/example\.org\/remise">source\u00A0: example\.org<\/a>/,
    /Édition 1 publiée/,
    /Aujourd’hui/,
    /Réunion/,
    /lang="fr"[^>]*>Une &lt;b&gt;réunion&lt;\/b&gt;/,
    /Contributions attendues jusqu’à cette date/,
    /<time datetime="2999">2999<\/time>/,
    /Édition 2 prévue/,
  ]
  const [, life = ''] = front.split('id="life"')
  const places = order.map((words) => life.search(words))
  assert.ok(!places.includes(-1), places.join(' '))
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
  )
  assert.match(
    front,
    /En ce moment[^]*<p>Contributions attendues jusqu’au [^<]*<\/p><p>Édition 2 prévue en 2999</,
  )
  assert.match(await textOf(world.get('/fr')), /En ce moment[^]*Édition 2 prévue en 2999/)
  assert.match(await textOf(world.get(`/en${reportPath.slice(3)}`)), /Edition 2 planned for 2999/)
  assert.doesNotMatch(front, /Tenir le calendrier/)
  assert.match(await textOf(world.get(reportPath, camille)), /Tenir le calendrier/)
})

test('every act on the calendar is in the journal, without the words that it may hold', async () => {
  const before = await camille.acts()
  const id = await camille.add({ ...handedOver, byWhom: 'Madame Untel', label: 'Un mot.' })
  const form = await camille.fieldsOf(`${calendar}/${id}`)
  const changed = { ...handedOver, ...form, day: '4' }
  assert.equal((await camille.send(`${calendar}/${id}`, changed)).status, 303)
  const removal = await camille.fieldsOf(`${calendar}/${id}/removal`)
  const removed = await camille.send(`${calendar}/${id}/removal`, removal)
  assert.equal(removed.headers.get('Location'), `${calendar}?done=removed`)
  const since = (await camille.acts()).slice(before.length)
  const facts = { edition: null, event: id, kind: 'handed-over', precision: 'day' }
  assert.deepEqual(
    since.map(({ payload }) => JSON.parse(payload ?? '')),
    [
      { did: 'added', day: '2018-07-03', revision: 1, ...facts },
      { did: 'changed', day: '2018-07-04', revision: 2, ...facts },
      { did: 'removed', day: '2018-07-04', revision: 2, ...facts },
    ],
  )
  assert.ok(since.every(({ object }) => object === 'calendar/petite-loi'))
  assert.equal(await statusOf(world.get(`${calendar}/${id}`, camille)), 404)
  await world.seal()
  assert.match(await textOf(world.get('/fr/journal')), /Calendrier modifié/)
})

test('the database itself refuses a date that the pages would not show', async () => {
  const wrong = [
    `'meeting', '2027-01-31', 'day', null, null, null`,
    `'handed-over', '2027-01-31', 'month', null, null, null`,
    `'handed-over', '2027-02-01', 'year', null, null, null`,
    `'handed-over', '2027-02-01', 'day', 3, null, null`,
    `'edition-planned', '2027-02-01', 'day', null, null, null`,
    `'handed-over', '1899-12-31', 'day', null, null, null`,
    `'handed-over', '2027-02-01', 'day', null, 'javascript:alert(1)', null`,
  ]
  for (const values of wrong) {
    const insert = sql`insert into report_event
      (kind, day, precision, edition, link, label, report_id, key)
      values (${sql.raw(values)}, ${world.report.id}, ${values.slice(0, 50)})`
    await assert.rejects(insert.execute(world.db), /check constraint/, values)
  }
})

test('the kept front page says what was written down just now, and what day it is', async (t) => {
  const another = await openWorld()
  const served = await serveFromMemory(another)
  try {
    const editor = await another.person({ name: 'Camille', role: 'rapporteur' })
    const front = async () => wordsOf(await served.get(reportPath))
    assert.doesNotMatch(await front(), /Rapport remis/)
    const sent = await another.post(`${calendar}/events`, Object.entries(handedOver), editor)
    assert.equal(sent.status, 303)
    await until(async () => (await front()).includes('Rapport remis'))
    const until3 = { kind: 'contributions-until', day: '1', month: '6', year: '2090' }
    await another.post(`${calendar}/events`, Object.entries(until3), editor)
    await until(async () => /Contributions attendues jusqu’au 1/.test(await front()))

    t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2090-06-01T21:59:00Z') })
    assert.match(await front(), /Contributions attendues jusqu’au/)
    t.mock.timers.setTime(Date.parse('2090-06-01T22:00:00Z'))
    const next = await front()
    assert.match(next, /Les contributions étaient attendues jusqu’au/)
    assert.match(next, /<time datetime="2090-06-02">/)
  } finally {
    t.mock.timers.reset()
    await served.close()
    await another.close()
  }
})

test('an edition that comes takes the place of its plan, everywhere', async () => {
  const salome = await world.person({ name: 'Salomé' })
  const { report } = world
  const wording = 'Une lettre tient en peu.'
  assert.equal((await changeAs(world, camille).edit('Une lettre tient', { wording })).status, 303)
  const publication = { report, unansweredConfirmed: true, seen: null }
  const published = await publishEdition(world.db, salome.actor, publication, new Date())
  assert.ok(published.ok)
  const front = await textOf(world.get(reportPath))
  assert.doesNotMatch(front, /Édition 2 prévue/)
  assert.match(front, /<a href="\/fr\/reports\/petite-loi\/editions\/2">Édition 2 publiée<\/a>/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { offeredLocales } from '../src/platform/messages.ts'
import { readFields } from './change-by-hand.ts'
import { calendar, handedOver, keepAs } from './keep-calendar.ts'
import { statusOf, type Fields, type Somebody } from './take-part.ts'
import { makeOutsider, openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let camille: Somebody & ReturnType<typeof keepAs>
before(async () => {
  world = await openWorld()
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
  camille = { ...editor, ...keepAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('what is wrong with a date is said by its field, and what was typed stays', async () => {
  const cases: [Fields, RegExp][] = [
    [{ day: '31', month: '2' }, /Cette date n’existe pas/],
    [{ year: '99999' }, /Écrivez l’année en quatre chiffres/],
    [{ year: '' }, /l’année au moins/],
    [{ month: '' }, /Écrivez aussi le mois/],
    [{ kind: 'other' }, /Écrivez ce qu’en lisent les lecteurs/],
    [{ kind: 'rien' }, /Choisissez de quoi il s’agit/],
    [{ link: 'javascript:alert(1)' }, /L’adresse de la source commence par/],
    [{ label: 'x'.repeat(201) }, /dépasse 200\s*caractères/],
    [{ byWhom: 'x'.repeat(201) }, /dépasse 200\s*caractères/],
    [{ kind: 'edition-planned', edition: '1' }, /est déjà publiée/],
    [{ kind: 'edition-planned', edition: 'deux' }, /le numéro de l’édition prévue/],
  ]
  for (const [fields, said] of cases) {
    const typed = { ...handedOver, byWhom: 'ce que j’ai tapé', ...fields }
    const page = await camille.refused(
      camille.send(`${calendar}/events`, typed),
      said,
      /error-summary/,
    )
    for (const [name, value] of Object.entries(typed)) {
      if (name !== 'kind') assert.ok(page.includes(`value="${value}"`), name)
    }
  }
})

test('a form that is sent twice adds one date, and never loses another', async () => {
  const form = await camille.fieldsOf(calendar)
  const typed = { ...form, ...handedOver, kind: 'presented' }
  const [one, other] = await Promise.all([
    camille.send(`${calendar}/events`, typed),
    camille.send(`${calendar}/events`, typed),
  ])
  assert.deepEqual([one.status, other.status], [303, 303])
  const added = (await camille.listed()).filter(({ kind }) => kind === 'presented')
  assert.equal(added.length, 1)
  const again = { ...typed, day: '9' }
  const page = await camille.refused(
    camille.send(`${calendar}/events`, again),
    /Ce formulaire a déjà ajouté une date/,
  )
  const next = await camille.send(`${calendar}/events`, { ...again, ...keyOf(page) })
  assert.equal(next.status, 303)
})

function keyOf(page: string): Fields {
  return { key: readFields(page)['key'] ?? '' }
}

test('what somebody else changed meanwhile is shown, and not overwritten', async () => {
  const id = await camille.add({ ...handedOver, label: 'Une première version' })
  const path = `${calendar}/${id}`
  const salome = await world.person({ name: 'Salomé' })
  const form = await camille.fieldsOf(path)
  const theirs = { ...handedOver, ...form, label: 'Ce que dit Salomé' }
  assert.equal((await camille.send(path, theirs, salome)).status, 303)
  assert.equal((await camille.send(path, theirs, salome)).status, 303, 'a second click')
  const mine = { ...handedOver, ...form, label: 'Ce que dit Camille' }
  const page = await camille.refused(
    camille.send(path, mine),
    /entre-temps/,
    /id="present"[^]*Ce que dit Salomé[^]*<form/,
    /value="Ce que dit Camille"/,
  )
  await camille.refused(camille.send(`${path}/removal`, form), /entre-temps/, /Ce que dit Salomé/)

  assert.equal((await camille.send(path, { ...mine, ...readFields(page) })).status, 303)
  const event = (await camille.listed()).find((one) => one.id === id)
  assert.deepEqual([event?.label, event?.revision], ['Ce que dit Camille', 3])

  assert.equal((await camille.send(`${path}/removal`, { revision: '3' }, salome)).status, 303)
  assert.equal(
    (await camille.send(`${path}/removal`, { revision: '3' }, salome)).status,
    303,
    'twice',
  )
  const gone = await camille.refused(camille.send(path, mine), /a retiré cette date entre-temps/)
  const back = await camille.send(`${calendar}/events`, { ...mine, ...keyOf(gone) })
  assert.equal(back.status, 303)
})

test('a wrong date that is sent again does not hide what somebody changed meanwhile', async () => {
  const id = await camille.add(handedOver)
  const path = `${calendar}/${id}`
  const form = { ...handedOver, ...(await camille.fieldsOf(path)) }
  assert.equal((await camille.send(path, { ...form, day: '5' })).status, 303)
  const page = await camille.refused(camille.send(path, { ...form, day: '32' }), /n’existe pas/)
  await camille.refused(
    camille.send(path, { ...form, ...readFields(page), day: '6' }),
    /entre-temps/,
  )
})

test('the calendar is kept by the editors of that report, and is not there for others', async () => {
  const id = await camille.add(handedOver)
  const ines = await makeOutsider(world)
  const was = await camille.listed()
  const elsewhere = '/fr/workshop/reports/autre/calendar'
  for (const page of ['', `/${id}`, `/${id}/removal`]) {
    assert.equal(await statusOf(world.get(calendar + page, nour)), 404, page)
    assert.equal(await statusOf(world.get(calendar + page, ines)), 404, page)
    assert.equal(await statusOf(world.get(calendar + page)), 303, page)
    if (page !== '') assert.equal(await statusOf(world.get(elsewhere + page, ines)), 404, page)
  }
  const typed = { ...handedOver, label: 'Une intrusion', revision: '1' }
  for (const act of ['/events', `/${id}`, `/${id}/removal`]) {
    assert.equal(await statusOf(camille.send(calendar + act, typed, nour)), 404, act)
    assert.equal(await statusOf(camille.send(calendar + act, typed, ines)), 404, act)
    const signedOut = await camille.refused(
      world.post(calendar + act, Object.entries(typed)),
      /Votre session est terminée/,
    )
    if (!act.endsWith('removal')) assert.ok(signedOut.includes('Une intrusion'), act)
  }
  await camille.send(`${elsewhere}/${id}`, typed, ines)
  await camille.send(`${elsewhere}/${id}/removal`, typed, ines)
  assert.deepEqual(await camille.listed(), was)
})

test('whatever is asked for in an address or a form, the answer is a page', async () => {
  const id = await camille.add(handedOver)
  for (const path of ['/0', '/x', '/99999999999', `/${id}x`, '/1/removal?x=1', '?done=stolen']) {
    assert.ok((await statusOf(world.get(calendar + path, camille))) < 500, path)
  }
  const odd: Fields[] = [
    {},
    { kind: 'meeting', day: '٣', month: '\uD800', year: '２０２７', label: '\uD800' },
    { ...handedOver, year: '9999', month: '12', day: '31', key: 'x'.repeat(5000), revision: '1e9' },
    { ...handedOver, link: `https://${'x'.repeat(5000)}`, revision: '-1' },
    { ...handedOver, link: 'https://[', label: '\u202E', edition: '9'.repeat(400) },
  ]
  for (const fields of odd) {
    for (const act of ['/events', `/${id}`, `/${id}/removal`, '/999999/removal', '/0']) {
      const status = await statusOf(camille.send(calendar + act, fields))
      assert.ok(status < 500, `${act} ${JSON.stringify(fields)} ${status}`)
    }
  }
  for (const locale of [...offeredLocales, 'qps']) {
    assert.equal(await statusOf(world.get(`/${locale}/reports/petite-loi`)), 200)
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { changeAs, slip, text, workshop, type ChangingHands } from './change-by-hand.ts'
import { publish, reportPath, statusOf, textOf, type Fields, type Somebody } from './take-part.ts'
import { makeOutsider, openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let camille: Somebody & ChangingHands
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  camille = { ...editor, ...changeAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('further causes are named until the edition is out, and can be taken back', async () => {
  const number = await publish(world, nour, { body: 'J’avais demandé deux pages.' })
  assert.equal(
    (await camille.edit('Une lettre tient', { wording: 'Une lettre tient en peu.' })).status,
    303,
  )
  const change = await camille.lastChange()
  const causes = `${workshop}/changes/${change?.id}/causes`
  await camille.refused(
    () => camille.send(causes, { contributions: ' ' }),
    /au moins une contribution/,
  )
  await camille.refused(
    () => camille.send(causes, { contributions: '99999' }),
    /Il n’y a pas de contribution 99999/,
  )
  const named = await camille.send(causes, { contributions: `${number}` })
  assert.match(named.headers.get('Location') ?? '', /done=attributed#change-\d+$/)
  assert.equal((await camille.send(causes, { contributions: `${number}` })).status, 303, 'twice')
  const behind = (await camille.written()).causes.filter((cause) => cause.added_at !== null)
  assert.equal(behind.length, 1, 'it is named once')
  const list = await textOf(world.get(`${workshop}/changes`, camille))
  assert.match(list, new RegExp(`Ne plus nommer la contribution ${number} comme cause`))
  assert.match(await textOf(world.get(`/fr/contributions/${number}`)), /Ce qu’elle a changé/)

  for (const expected of [1, 0]) {
    assert.equal((await camille.send(`${causes}/${number}/withdrawal`, {})).status, 303)
    const acts = await world.db
      .selectFrom('journal_entry')
      .select('id')
      .where('object', '=', `change/${change?.id}/cause/${number}`)
      .where('action', '=', 'change.attribution-withdrawn')
      .execute()
    assert.equal(acts.length, 1, `taken back once, also at try ${2 - expected}`)
  }
  assert.doesNotMatch(await textOf(world.get(`/fr/contributions/${number}`)), /Ce qu’elle a changé/)
  const without = await textOf(world.get(`${workshop}/changes`, camille))
  assert.ok(!without.includes(`/fr/contributions/${number}"`), 'no change names it any more')
  assert.equal(
    (await camille.send(causes, { contributions: `${number}` })).status,
    303,
    'named again',
  )

  const chief = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  const published = await publishEdition(
    world.db,
    chief.actor,
    { report: world.report, unansweredConfirmed: true, seen: null },
    new Date(),
  )
  assert.ok(published.ok)
  const late = await publish(world, nour, { body: 'Après coup.', edition: '2' })
  await camille.refused(
    () => camille.send(causes, { contributions: `${late}` }),
    /est maintenant publié/,
  )
  await camille.refused(
    () => camille.send(`${causes}/${number}/withdrawal`, {}),
    /est maintenant publié/,
  )
  const changes = await textOf(world.get(`${reportPath}/editions/2/changes`))
  assert.match(changes, /Une coquille\./)
  assert.ok(changes.includes(`/fr/contributions/${number}`))
  assert.match(await textOf(world.get(`${workshop}/changes`, camille)), /Rien n’a encore changé/)
})

test('the working text is for the editors of that report, and what is not theirs is not there', async () => {
  const { id } = await world.blockWith('Toute demande reçoit')
  const ines = await makeOutsider(world)
  const change = (await camille.lastChange())?.id ?? 0
  const pages = [
    '/text',
    '/changes',
    '/text/insertion',
    ...['', '/removal', '/move', '/return', '/split', '/merger'].map(
      (page) => `/text/${id}${page}`,
    ),
    `/changes/${change}/undoing`,
  ]
  const acts = [
    '/text/insertions',
    ...['/edits', '/removal', '/move', '/return', '/split', '/merger'].map(
      (act) => `/text/${id}${act}`,
    ),
    `/changes/${change}/undoing`,
    `/changes/${change}/causes`,
    `/changes/${change}/causes/1/withdrawal`,
  ]
  const elsewhere = '/fr/workshop/reports/autre'
  const was = await camille.written()
  for (const page of pages) {
    assert.equal(await statusOf(world.get(workshop + page, nour)), 404, page)
    assert.equal(await statusOf(world.get(workshop + page, ines)), 404, page)
    assert.ok([302, 303].includes(await statusOf(world.get(workshop + page))), page)
    if (page.includes(id))
      assert.equal(await statusOf(world.get(elsewhere + page, ines)), 404, page)
  }
  const typed = { ...slip, step: 'apply', wording: 'Une intrusion.', contributions: '1' }
  for (const act of acts) {
    assert.equal(await statusOf(camille.send(workshop + act, typed, nour)), 404, act)
    assert.equal(await statusOf(camille.send(workshop + act, typed, ines)), 404, act)
    const signedOut = await world.post(workshop + act, Object.entries(typed))
    assert.equal(signedOut.status, 422, act)
    const page = await signedOut.text()
    assert.ok(page.includes('Une intrusion.') && page.includes('Une coquille.'), act)
    assert.doesNotMatch(page, /Toute demande/, 'what editors alone read is not on it')
    if (act.includes(id) || act.startsWith('/changes')) {
      assert.equal(await statusOf(camille.send(elsewhere + act, typed, ines)), 404, act)
    }
  }
  assert.deepEqual(await camille.written(), was)
})

test('whatever is asked for in an address or a form, the answer is a page', async () => {
  const { id } = await world.blockWith('Toute demande reçoit')
  const asked = [
    `${text}?page=-1&at=x&moving=`,
    `${text}?page=999999999999999999999`,
    `${text}?moving=nowherexyz`,
    `${text}/nowhere`,
    `${text}/${id}?because=${'9'.repeat(400)}&done=stolen`,
    `${text}/${id}/move?after=%F0%9F%98%80`,
    `${workshop}/changes?page=0&causes=all&done=x`,
    `${workshop}/changes/0/causes`,
  ]
  for (const path of asked) {
    const status = await statusOf(world.get(path, camille))
    assert.ok(status < 500, `${path} ${status}`)
  }
  const odd: Fields[] = [
    {},
    { step: 'apply', wording: '\uD800', kind: 'heading', level: '-3', ...slip },
    { step: 'x', read: 'x', id: '../..', after: 'nowherexyz', ...slip },
    { contributions: '1'.repeat(5000), link: 'http://', ...slip },
  ]
  for (const fields of odd) {
    for (const act of ['edits', 'removal', 'move', 'return', 'split', 'merger']) {
      const status = await statusOf(camille.send(`${text}/${id}/${act}`, fields))
      assert.ok(status < 500, `${act} ${JSON.stringify(fields)} ${status}`)
    }
    assert.ok((await statusOf(camille.send(`${text}/insertions`, fields))) < 500)
  }
})

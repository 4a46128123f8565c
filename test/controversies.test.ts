import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { newToken } from '../src/platform/ids.ts'
import {
  contentFields,
  controversiesPath,
  draftOf,
  publishedOf,
  settledOf,
  settlement,
  workshop,
  yesAndNo,
  type Fields,
  type Typed,
} from './grouping.ts'
import { withhold } from './moderate.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let camille: Somebody
let nour: Somebody
before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

let people = 0
const somebody = () => world.person({ name: `Autrice ${(people += 1)}` })
const argue = async (stance: 'for' | 'against' = 'for', body = 'Parce que.') =>
  publish(world, await somebody(), { kind: 'argument', stance, body })
const page = (path: string, as?: Somebody) => textOf(world.get(path, as))
const read = (id: number) => page(`${reportPath}/controversies/${id}`)
const post = (path: string, fields: Fields, as: Somebody = camille) =>
  world.post(`${controversiesPath}/${path}`, fields, as)
const make = (typed: Typed, key = newToken()) =>
  world.post(controversiesPath, [...contentFields(typed), ['key', key]], camille)
const change = (id: number, typed: Typed, revision: number) =>
  post(`${id}/content`, [...contentFields(typed), ['read', String(revision)]])
const cells = (shown: string) =>
  [...(shown.split('<tbody>')[1] ?? '').matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell)

test('a draft is for editors alone; published, everybody reads who argues what, and from which side', async () => {
  const [one, other, third] = [await argue(), await argue(), await argue('against')]
  const id = await draftOf(world, camille, {
    question: 'Faut-il publier chaque mois ?',
    lead: 'Le texte dit **une fois**.',
    positions: yesAndNo([one, other], [third]),
  })
  const path = `${reportPath}/controversies/${id}`
  assert.equal((await world.get(path)).status, 404)
  assert.equal((await world.get(path, camille)).status, 404)
  assert.doesNotMatch(await page(`${reportPath}/controversies`), /chaque mois/)
  assert.match(await page(`/fr/contributions/${one}`), /<h1/)
  assert.doesNotMatch(await page(`/fr/contributions/${one}`), /Défend une position/)
  assert.equal((await post(`${id}/publication`, [['read', '1']])).status, 303)
  const shown = await page(path)
  assert.match(shown, /Faut-il publier chaque mois/)
  assert.match(shown, /<strong>une fois<\/strong>/)
  assert.match(shown, /2 contributions la défendent/)
  assert.match(shown, /1 contribution la défend/)
  assert.deepEqual(cells(shown), ['2', '1'])
  assert.match(shown, /<svg/)
  assert.doesNotMatch(shown, /Brouillon écrit/)
  assert.match(await page(`/fr/contributions/${one}`), /Défend une position dans une controverse/)
  assert.match(await page(`${reportPath}/controversies`), /chaque mois/)
})

test('somebody who argues twice from one side is counted once, and what is hidden not at all', async () => {
  const twice = await world.person({ name: 'Deux fois' })
  const say = (body: string) => publish(world, twice, { kind: 'argument', stance: 'for', body })
  const [one, again] = [await say('Une fois.'), await say('Deux fois.')]
  const [other, hidden] = [await argue(), await argue('against', 'Un mot à masquer.')]
  const id = await publishedOf(world, camille, {
    positions: yesAndNo([one, again, other], [hidden]),
  })
  assert.deepEqual(cells(await read(id)), ['2', '1'])
  await withhold(world, camille, hidden)
  const shown = await read(id)
  assert.deepEqual(cells(shown), ['2', '0'])
  assert.match(shown, /Aucune contribution à lire ne la défend/)
  assert.doesNotMatch(shown, /Un mot à masquer/)
})

test('a contribution argues one position of a controversy, and can stand in several', async () => {
  const [one, other] = [await argue(), await argue('against')]
  const both = await make({ positions: yesAndNo([one], [one, other]) })
  assert.equal(both.status, 422)
  assert.match(await both.text(), /défend déjà une autre position/)
  const first = await publishedOf(world, camille, { positions: yesAndNo([one], [other]) })
  const second = await publishedOf(world, camille, { positions: yesAndNo([other], [one]) })
  assert.match(await page(`/fr/contributions/${one}`), /dans 2 controverses/)
  await assert.rejects(
    sql`insert into controversy_argument (controversy_id, report_id, position, contribution_number)
      values (${first}, ${world.report.id}, 2, ${one})`.execute(world.db),
    /controversy_argument_pkey/,
  )
  assert.notEqual(first, second)
})

test('what cannot be laid out is named by its position, and what was typed stays', async () => {
  const gone = await publish(world, nour, { body: 'Je retire.' })
  await world.post(`/fr/contributions/${gone}/withdrawal`, [], nour)
  const refused = await make({
    question: '',
    positions: [
      { statement: 'Une', numbers: 'douze' },
      { statement: '', numbers: String(await argue()) },
      { statement: 'Trois', numbers: `99999, ${gone}` },
      { statement: 'x'.repeat(501), numbers: '' },
    ],
  })
  assert.equal(refused.status, 422)
  const shown = await refused.text()
  for (const words of [
    /Écrivez la question/,
    /Position 1\s*: écrivez des numéros/,
    /Position 2\s*: des contributions sont citées/,
    /Position 3\s*: ce rapport n’a pas de contribution publique n°\s99\s999/,
    /Position 3\s*: la contribution n°\s\d+ n’est plus publique/,
    /Position 4\s*: le texte dépasse 500/,
    /value="douze"/,
  ]) {
    assert.match(shown, words)
  }
})

test('a controversy needs two positions, each argued, before readers and from then on', async () => {
  const [one, other] = [await argue(), await argue('against')]
  const id = await draftOf(world, camille, { positions: yesAndNo([one], []) })
  const early = await post(`${id}/publication`, [['read', '1']])
  assert.equal(early.status, 422)
  assert.match(await early.text(), /Position 2\s*: citez au moins une contribution/)
  assert.equal((await change(id, { positions: yesAndNo([one], [other]) }, 1)).status, 303)
  assert.equal((await post(`${id}/publication`, [['read', '2']])).status, 303)
  const single = await change(id, { positions: [{ statement: 'Seule', numbers: `${one}` }] }, 3)
  assert.equal(single.status, 422)
  assert.match(await single.text(), /au moins 2 positions/)
})

test('it is settled at a place and a day, and reopened; how it had been stays written', async () => {
  const [one, other] = [await argue(), await argue('against')]
  const id = await publishedOf(world, camille, { positions: yesAndNo([one], [other]) })
  const settle = (fields: Fields) => post(`${id}/settlement`, [...fields, ['read', '2']])
  const nothing = await settle([])
  assert.equal(nothing.status, 422)
  const shown = await nothing.text()
  for (const words of [/un jour, un mois/, /Dites où/, /Dites comment/]) assert.match(shown, words)
  const wrong = async (changed: Record<string, string>) =>
    (await settle(Object.entries({ ...Object.fromEntries(settlement), ...changed }))).text()
  assert.match(await wrong({ edition: '9' }), /Choisissez une édition publiée/)
  assert.match(await wrong({ where: 'answer', answered: `${one}` }), /qui a sa réponse/)
  assert.match(await wrong({ where: 'meeting', link: 'javascript:1' }), /https:\/\//)
  assert.match(await wrong({ year: '2999' }), /2999|un jour, un mois/)
  assert.match(await wrong({ year: '2099' }), /à venir/)
  assert.match(await wrong({ day: '31' }), /un jour, un mois/)
  assert.equal((await settle(settlement)).status, 303)
  // Sent twice, it is said once.
  assert.equal((await settle(settlement)).status, 303)
  const settled = await read(id)
  assert.match(settled, /Comment elle a été tranchée/)
  assert.match(settled, /dans l’édition 1/)
  assert.equal((await post(`${id}/reopening`, [['read', '3']])).status, 303)
  const reopened = await read(id)
  assert.doesNotMatch(reopened, /Comment elle a été tranchée/)
  assert.match(reopened, /Rouverte/)
  assert.match(reopened, /L’édition <strong>1<\/strong> le dit/)
  assert.equal((await post(`${id}/reopening`, [['read', '3']])).status, 303)
})

test('at a meeting, it is settled where its account is', async () => {
  const [one, other] = [await argue(), await argue('against')]
  const id = await publishedOf(world, camille, { positions: yesAndNo([one], [other]) })
  const there = {
    ...Object.fromEntries(settlement),
    where: 'meeting',
    link: 'https://example.org/a',
  }
  const sent = await post(`${id}/settlement`, [...Object.entries(there), ['read', '2']])
  assert.equal(sent.status, 303)
  assert.match(await read(id), /href="https:\/\/example.org\/a"/)
})

test('whoever writes over what somebody else has changed is told first, and loses nothing', async () => {
  const [one, other] = [await argue(), await argue('against')]
  const positions = yesAndNo([one], [other])
  const id = await publishedOf(world, camille, { positions })
  assert.equal((await change(id, { question: 'La première ?', positions }, 2)).status, 303)
  const stale = await change(id, { question: 'La seconde ?', positions }, 2)
  assert.equal(stale.status, 422)
  const shown = await stale.text()
  assert.match(shown, /Quelqu’un a changé cette controverse/)
  assert.match(shown, /value="La seconde \?"/)
  assert.match(shown, /name="read" value="3"/)
  assert.match(await read(id), /La première/)
  assert.equal((await post(`${id}/settlement`, [...settlement, ['read', '2']])).status, 422)
  // The same words once more change nothing, whenever they were read.
  assert.equal((await change(id, { question: 'La première ?', positions }, 2)).status, 303)
  const draft = await draftOf(world, camille, { positions })
  await change(draft, { question: 'Relue ?', positions }, 1)
  assert.equal((await post(`${draft}/publication`, [['read', '1']])).status, 422)
  const settled = await settledOf(world, camille, { positions })
  assert.equal((await post(`${settled}/reopening`, [['read', '2']])).status, 422)
})

test('a form sent twice makes one; in other words it loses none', async () => {
  const key = newToken()
  const positions = yesAndNo([await argue()], [])
  const first = await make({ positions }, key)
  const again = await make({ positions }, key)
  assert.equal(first.headers.get('Location'), again.headers.get('Location'))
  const other = await make({ question: 'Autre chose ?', positions }, key)
  assert.equal(other.status, 422)
  assert.match(await other.text(), /a déjà enregistré une controverse/)
})

test('a passage leads to the controversies about it, and ticked arguments are sorted by their stance', async () => {
  const { id: block } = await world.blockWith('Chaque commune publie')
  const path = `${reportPath}/passages/${block}/contributions`
  const on = async (stance: string) =>
    publish(world, await somebody(), { path, kind: 'argument', stance, body: 'Ici.' })
  const [one, other] = [await on('for'), await on('against')]
  const form = await page(`${workshop}/controversy?c=${one}&c=${other}`, camille)
  assert.match(form, new RegExp(`name="numbers-1" value="${one}"`))
  assert.match(form, new RegExp(`name="numbers-2" value="${other}"`))
  const passage = `${reportPath}/passages/${block}`
  assert.doesNotMatch(await page(passage), /controverse/i)
  await publishedOf(world, camille, { question: 'Et ici ?', positions: yesAndNo([one], [other]) })
  assert.match(await page(passage), /Une controverse porte sur ce passage/)
  assert.match(await page(passage), /Et ici/)
})

test('it is kept by the report’s editors alone', async () => {
  const positions = yesAndNo([await argue()], [await argue('against')])
  const id = await publishedOf(world, camille, { positions })
  for (const path of ['', `/${id}`, `/${id}/settlement`]) {
    assert.equal((await world.get(`${controversiesPath}${path}`, nour)).status, 404, path)
  }
  assert.equal((await post(`${id}/publication`, [['read', '2']], nour)).status, 404)
  assert.equal((await post(`${id}/settlement`, settlement, nour)).status, 404)
  assert.equal((await world.get(`${controversiesPath}/99999`, camille)).status, 404)
  assert.equal((await world.get(`${reportPath}/controversies/99999`)).status, 404)
  await assert.rejects(
    sql`delete from controversy_act where controversy_id = ${id}`.execute(world.db),
    /stays written/,
  )
})

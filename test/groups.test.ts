import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { newToken } from '../src/platform/ids.ts'
import {
  groupsPath,
  idIn,
  makeGroupOf,
  sendGroup,
  ticked,
  workshop,
  type Fields,
} from './grouping.ts'
import { release, withhold } from './moderate.ts'
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
const say = async (body = 'Une remarque.') => publish(world, await somebody(), { body })
const several = async (count: number) => {
  const numbers: number[] = []
  for (let at = 0; at < count; at += 1) numbers.push(await say())
  return numbers
}
const page = (path: string, as?: Somebody) => textOf(world.get(path, as))
const read = (id: number) => page(`${reportPath}/groups/${id}`)
const post = (path: string, fields: Fields, as: Somebody = camille) =>
  world.post(`${groupsPath}/${path}`, fields, as)
const members = async (id: number) => {
  const rows = await world.db
    .selectFrom('group_member')
    .select('contribution_number as number')
    .where('group_id', '=', id)
    .orderBy('contribution_number')
    .execute()
  return rows.map(({ number }) => number)
}
const acts = (id: number) =>
  world.db
    .selectFrom('group_act')
    .selectAll()
    .where('group_id', '=', id)
    .orderBy('revision')
    .execute()
const undo = async (id: number, revision: number) => {
  const act = (await acts(id)).find((one) => one.revision === revision)
  return post(`${id}/acts/${act?.id}/undoing`, [])
}

test('contributions that are put together are read together, and each stays itself', async () => {
  const [one = 0, other = 0, third = 0] = await several(3)
  const id = await makeGroupOf(world, camille, [one, other, third], 'Trois fois la même chose')
  const shown = await read(id)
  assert.match(shown, /Trois fois la même chose/)
  assert.match(shown, /<strong>3 contributions<\/strong>/)
  assert.match(shown, /3 remarques/)
  assert.match(shown, /Citoyennes et citoyens\s*: 3/)
  for (const number of [one, other, third])
    assert.ok(shown.includes(`/fr/contributions/${number}"`))
  assert.match(await page(`/fr/contributions/${one}`), /avec 2 autres, qui disent la même chose/)
  assert.match(await page(`${reportPath}/groups`), /Trois fois la même chose/)
  assert.match(await page(reportPath), /groupe/i)
})

test('a contribution is in one group at a time, whoever else takes it', async () => {
  const [one = 0, other = 0, third = 0] = await several(3)
  await makeGroupOf(world, camille, [one, other])
  const refused = await sendGroup(world, camille, [other, third], { title: 'Un autre' })
  assert.equal(refused.status, 422)
  const shown = await refused.text()
  assert.match(shown, /déjà dans un autre groupe/)
  assert.match(shown, /value="Un autre"/)
  const another = await makeGroupOf(world, camille, await several(2))
  await assert.rejects(
    sql`insert into group_member (contribution_number, group_id, report_id)
      values (${one}, ${another}, ${world.report.id})`.execute(world.db),
    /group_member_pkey/,
  )
})

test('a form sent twice makes one group; in other words it loses none', async () => {
  const numbers = await several(2)
  const key = newToken()
  const first = idIn(await sendGroup(world, camille, numbers, { key }))
  assert.equal(idIn(await sendGroup(world, camille, numbers, { key })), first)
  const others = await several(2)
  const again = await sendGroup(world, camille, others, { key, title: 'Autrement' })
  assert.equal(again.status, 422)
  const shown = await again.text()
  assert.match(shown, /a déjà formé un groupe/)
  const [, next = ''] = /name="key" value="([^"]+)"/.exec(shown) ?? []
  assert.notEqual(next, key)
  const second = idIn(await sendGroup(world, camille, others, { key: next, title: 'Autrement' }))
  assert.notEqual(second, first)
})

test('what cannot be put together is named, and what was typed stays', async () => {
  const one = await say()
  const reply = await publish(world, nour, {
    path: `/fr/contributions/${one}/replies`,
    body: 'Je réponds.',
  })
  const gone = await publish(world, nour, { body: 'Je retire.' })
  await world.post(`/fr/contributions/${gone}/withdrawal`, [], nour)
  const refused = await sendGroup(world, camille, [one, reply, gone, 99_999], { title: '' })
  assert.equal(refused.status, 422)
  const shown = await refused.text()
  assert.match(shown, /c’est une réponse à une autre contribution/)
  assert.match(shown, /n’est plus publique/)
  assert.match(shown, /99\s999\s*: ce rapport n’a pas/)
  assert.match(shown, /Donnez un titre/)
  const alone = await sendGroup(world, camille, [one])
  assert.match(await alone.text(), /au moins deux contributions/)
  const long = await sendGroup(world, camille, [one, await say()], { title: 'a'.repeat(201) })
  assert.match(await long.text(), /dépasse 200 caractères/)
})

test('members come and go, the words change, and each act is taken back; what was done stays', async () => {
  const [one = 0, other = 0, third = 0] = await several(3)
  const id = await makeGroupOf(world, camille, [one, other], 'Premier titre')
  const added = await post(`${id}/members`, [['numbers', `n° ${third}`]])
  assert.equal(added.status, 303)
  assert.deepEqual(await members(id), [one, other, third])
  assert.equal((await undo(id, 2)).status, 303)
  assert.deepEqual(await members(id), [one, other])
  // The taking back is taken back, too.
  assert.equal((await undo(id, 3)).status, 303)
  assert.deepEqual(await members(id), [one, other, third])
  assert.equal((await post(`${id}/removals`, ticked([one]))).status, 303)
  assert.deepEqual(await members(id), [other, third])
  assert.equal((await undo(id, 5)).status, 303)
  assert.deepEqual(await members(id), [one, other, third])
  const wording: Fields = Object.entries({ title: 'Second titre', shared: 'Tout.', read: '6' })
  assert.equal((await post(`${id}/wording`, wording)).status, 303)
  assert.match(await read(id), /<h1[^>]*>Second titre/)
  assert.equal((await undo(id, 7)).status, 303)
  assert.match(await read(id), /<h1[^>]*>Premier titre/)
  assert.deepEqual(
    (await acts(id)).map(({ deed }) => deed),
    ['made', 'added', 'removed', 'added', 'removed', 'added', 'worded', 'worded'],
  )
  const twice = await undo(id, 7)
  assert.equal(twice.status, 422)
  assert.match(await twice.text(), /déjà annulé/)
  await world.seal()
  assert.match(await page('/fr/journal'), /Groupe renommé/)
})

test('a group that is dissolved frees its contributions, says so at its address, and can be restored without those that went elsewhere', async () => {
  const [one = 0, other = 0, third = 0, fourth = 0] = await several(4)
  const id = await makeGroupOf(world, camille, [one, other, third])
  assert.equal((await post(`${id}/dissolution`, [['read', '1']])).status, 303)
  assert.deepEqual(await members(id), [])
  assert.match(await read(id), /a dissous ce groupe/)
  assert.doesNotMatch(await page(`/fr/contributions/${one}`), /disent la même chose/)
  const closed = await post(`${id}/members`, [['numbers', String(fourth)]])
  assert.match(await closed.text(), new RegExp(`Le groupe est dissous[^]*>${fourth}</textarea>`))
  const elsewhere = await makeGroupOf(world, camille, [third, fourth])
  assert.equal((await undo(id, 2)).status, 303)
  assert.deepEqual(await members(id), [one, other])
  assert.deepEqual(await members(elsewhere), [third, fourth])
  await assert.rejects(
    sql`update group_act set role = 'x' where group_id = ${id}`.execute(world.db),
    /stays written/,
  )
})

test('what was taken out and is in another group by now is not torn from there', async () => {
  const [one = 0, other = 0, third = 0, fourth = 0] = await several(4)
  const id = await makeGroupOf(world, camille, [one, other, third])
  await post(`${id}/removals`, ticked([third]))
  await makeGroupOf(world, camille, [third, fourth])
  const refused = await undo(id, 2)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /déjà dans un autre groupe/)
  assert.deepEqual(await members(id), [one, other])
})

test('two are the fewest that stay', async () => {
  const [one = 0, other = 0] = await several(2)
  const id = await makeGroupOf(world, camille, [one, other])
  const refused = await post(`${id}/removals`, ticked([one]))
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Dissolvez plutôt/)
  assert.match(await (await post(`${id}/removals`, [])).text(), /au moins une contribution/)
})

const name = (title: string, revision: string): Fields =>
  Object.entries({ title, shared: '', read: revision })

test('whoever writes over what somebody else has changed is told first, and loses nothing', async () => {
  const id = await makeGroupOf(world, camille, await several(2), 'Avant')
  assert.equal((await post(`${id}/wording`, name('Par Camille', '1'))).status, 303)
  const stale = await post(`${id}/wording`, name('Par une autre', '1'))
  assert.equal(stale.status, 422)
  const shown = await stale.text()
  assert.match(shown, /Quelqu’un a changé ce groupe/)
  assert.match(shown, /value="Par une autre"/)
  assert.match(shown, /Titre qui vient d’être enregistré/)
  const [, revision = ''] =
    /name="read" value="(\d+)"/.exec(shown.split('Changer le titre')[1] ?? '') ?? []
  assert.equal((await post(`${id}/wording`, name('Par une autre', revision))).status, 303)
  const dissolving = await post(`${id}/dissolution`, [['read', '1']])
  assert.equal(dissolving.status, 422)
  // What was added meanwhile is no matter to its title.
  await post(`${id}/members`, [['numbers', String(await say())]])
  assert.equal((await post(`${id}/wording`, name('Encore', revision))).status, 422)
  assert.equal((await post(`${id}/wording`, name('Encore', '4'))).status, 303)
})

test('what is withdrawn or withheld is listed without its words, and in no count', async () => {
  const [one = 0, other = 0] = await several(2)
  const gone = await publish(world, nour, { body: 'Un mot à retirer.' })
  const hidden = await say('Un mot à masquer.')
  const id = await makeGroupOf(world, camille, [one, other, gone, hidden])
  await world.post(`/fr/contributions/${gone}/withdrawal`, [], nour)
  await withhold(world, camille, hidden)
  const shown = await read(id)
  assert.match(shown, /<strong>2 contributions<\/strong>\s*2 autres, retirées ou masquées/)
  assert.doesNotMatch(shown, /Un mot à/)
  assert.ok(shown.includes(`/fr/contributions/${gone}"`))
  assert.match(await page(`/fr/contributions/${one}`), /avec une autre, qui dit la même chose/)
  await release(world, camille, hidden)
  assert.match(await read(id), /<strong>3 contributions<\/strong>/)
})

test('numbers are typed as people type them', async () => {
  const [one = 0, other = 0, third = 0, fourth = 0] = await several(4)
  const id = await makeGroupOf(world, camille, [one, other])
  const unreadable = await post(`${id}/members`, [['numbers', 'la douzième']])
  assert.equal(unreadable.status, 422)
  assert.match(await unreadable.text(), /value="la douzième"/)
  assert.equal((await post(`${id}/members`, [['numbers', `${third} et n°${fourth}`]])).status, 303)
  assert.deepEqual(await members(id), [one, other, third, fourth])
  // What is in it already stays: the form sent twice does nothing more.
  assert.equal((await post(`${id}/members`, [['numbers', `${third}`]])).status, 303)
  assert.equal((await acts(id)).length, 2)
})

test('a group is of one report, and kept by its editors alone', async () => {
  const numbers = await several(2)
  const id = await makeGroupOf(world, camille, numbers)
  for (const path of [`${groupsPath}/${id}`, groupsPath, `${workshop}/group`]) {
    assert.equal((await world.get(path, nour)).status, 404)
  }
  assert.equal((await sendGroup(world, nour, numbers)).status, 404)
  assert.equal((await post(`${id}/dissolution`, [['read', '1']], nour)).status, 404)
  assert.equal((await world.get(`${groupsPath}/99999`, camille)).status, 404)
  assert.equal((await world.get(`${reportPath}/groups/99999`)).status, 404)
  assert.equal((await post(`${id}/acts/99999/undoing`, [])).status, 404)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer, camille, nour, remark, salome, workshop, world } from './answering.ts'
import { groupsPath, makeGroupOf, publishedOf, draftOf, ticked, yesAndNo } from './grouping.ts'
import { reportPath, textOf } from './take-part.ts'

const read = (id: number) => textOf(world.get(`${reportPath}/groups/${id}`))
const asOne = (numbers: number[], about: { group?: string; controversy?: string }) =>
  answer({ numbers, ...about })
const answersOf = () =>
  world.db
    .selectFrom('answer')
    .select(['group_id as group', 'controversy_id as controversy'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

test('a group is answered at once from its page: those that wait are chosen, and the answer says what it answers', async () => {
  const [one, other, third] = [await remark(), await remark(), await remark()]
  const id = await makeGroupOf(world, camille, [one, other, third], 'Le même vœu')
  await answer({ numbers: [third], reason: 'Déjà dit à part.' })
  const page = await textOf(world.get(`${groupsPath}/${id}`, camille))
  const [, href = ''] = /href="([^"]+\/answer\?[^"]+)"/.exec(page) ?? []
  const form = await textOf(world.get(href.replaceAll('&amp;', '&'), camille))
  assert.match(form, /donnée en une fois au groupe/)
  assert.match(form, new RegExp(`name="group" value="${id}"`))
  for (const number of [one, other]) assert.ok(form.includes(`id="c-${number}"`))
  assert.ok(!form.includes(`id="c-${third}"`), 'what is answered is not chosen')
  assert.equal((await asOne([one, other], { group: String(id) })).status, 303)
  assert.deepEqual(await answersOf(), { group: id, controversy: null })
  const shown = await read(id)
  assert.match(shown, /Réponse donnée au groupe, pour 2 contributions/)
  assert.match(shown, /Une contribution a reçu sa propre réponse/)
  assert.doesNotMatch(shown, /attend encore/)
  const own = await textOf(world.get(`/fr/contributions/${one}`))
  assert.match(own, /Réponse donnée en une fois au groupe/)
  assert.match(own, /Le même vœu/)
})

test('who comes into a group after its answer is shown as not answered yet', async () => {
  const [one, other] = [await remark(), await remark()]
  const id = await makeGroupOf(world, camille, [one, other])
  await asOne([one, other], { group: String(id) })
  const later = await remark()
  await world.post(`${groupsPath}/${id}/members`, [['numbers', String(later)]], camille)
  const shown = await read(id)
  assert.match(shown, /Une contribution attend encore une réponse/)
  assert.ok(shown.includes(`/fr/contributions/${later}"`))
  const page = await textOf(world.get(`${groupsPath}/${id}`, camille))
  assert.match(page, new RegExp(`answer\\?c=${later}&amp;group=${id}"`))
})

test('what left the group meanwhile is named and not answered with it; so is a group that is gone', async () => {
  const [one, other, third] = [await remark(), await remark(), await remark()]
  const id = await makeGroupOf(world, camille, [one, other, third])
  await world.post(`${groupsPath}/${id}/removals`, ticked([third]), camille)
  const refused = await asOne([one, third], { group: String(id) })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /n’est plus du groupe/)
  assert.match(page, /Voici pourquoi/)
  await world.post(`${groupsPath}/${id}/dissolution`, [['read', '2']], camille)
  const gone = await asOne([one, other], { group: String(id) })
  assert.equal(gone.status, 422)
  const form = await gone.text()
  assert.match(form, /n’existe plus/)
  assert.doesNotMatch(form, /name="group"/)
  assert.match(form, /Voici pourquoi/)
  // Sent again, they are answered alone.
  assert.equal((await answer({ numbers: [one, other] })).status, 303)
  assert.deepEqual(await answersOf(), { group: null, controversy: null })
})

test('a controversy is answered over its contributions; a draft is not', async () => {
  const [one, other] = [await remark(), await remark()]
  const positions = yesAndNo([one], [other])
  const draft = await draftOf(world, camille, { positions })
  const early = await asOne([one, other], { controversy: String(draft) })
  assert.match(await early.text(), /n’existe plus/)
  const id = await publishedOf(world, camille, { positions })
  assert.equal((await asOne([one, other], { controversy: String(id) })).status, 303)
  assert.deepEqual(await answersOf(), { group: null, controversy: id })
  const page = await textOf(world.get(`${reportPath}/controversies/${id}`))
  assert.match(page, /Réponse donnée à la controverse, pour 2 contributions/)
})

test('the same answer sent twice is one, and readers are offered none', async () => {
  const [one, other] = [await remark(), await remark()]
  const id = await makeGroupOf(world, camille, [one, other])
  const first = await asOne([one, other], { group: String(id) })
  const again = await asOne([one, other], { group: String(id) })
  assert.equal(first.headers.get('Location'), again.headers.get('Location'))
  const waiting = await makeGroupOf(world, camille, [await remark(), await remark()])
  for (const as of [undefined, nour]) {
    const page = await textOf(world.get(`${reportPath}/groups/${waiting}`, as))
    assert.doesNotMatch(page, /Répondre en une fois/)
  }
  const chief = await textOf(world.get(`${reportPath}/groups/${waiting}`, salome))
  assert.match(chief, /Répondre en une fois aux 2 qui attendent/)
})

test('from the queue, what is ticked is grouped or laid out', async () => {
  const page = await textOf(world.get(workshop, camille))
  assert.match(page, /formaction="\/fr\/workshop\/reports\/petite-loi\/group"/)
  assert.match(page, /formaction="\/fr\/workshop\/reports\/petite-loi\/controversy"/)
  assert.match(page, /Réunir ce qui se ressemble/)
  assert.match(page, /Exposer les controverses/)
})

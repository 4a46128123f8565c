import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { supportContribution } from '../src/contributions/index.ts'
import { keepTopicsAs, dayIn, question, readTopics, topicsPath } from './keep-topics.ts'
import { formOf, newKey, publish, statusOf, submitAt, textOf, type Somebody } from './take-part.ts'
import { verifyTampered } from './tamper.ts'
import { openWorld, testClock, type World } from './world.ts'

let world: World
let nour: Somebody
let iris: Somebody
let camille: Somebody & ReturnType<typeof keepTopicsAs>
before(async () => {
  world = await openWorld()
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  camille = { ...editor, ...keepTopicsAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const idOf = async (slug: string) =>
  (await world.db.selectFrom('topic').select('id').where('slug', '=', slug).executeTakeFirst())
    ?.id ?? 0

test('before there is an edition people answer a topic, and each number leads to the list that it counts', async () => {
  const early = await openWorld({ editions: 0 })
  const editor = await early.person({ name: 'Camille', role: 'rapporteur' })
  const keeping = keepTopicsAs(early, editor)
  const [her, him] = [await early.person({ name: 'Nour' }), await early.person({ name: 'Iris' })]
  const slug = await keeping.open({ ...question, title: 'Avant le rapport' })
  const page = `${readTopics}/${slug}`
  assert.match(await textOf(early.get('/fr/reports/petite-loi')), /Avant le rapport/)
  assert.match(await textOf(early.get(page)), /Personne n’a encore répondu/)
  const form = await textOf(early.get(`${page}/contribution?kind=remark`, her))
  assert.match(form, /name="edition" value="0"/)
  assert.match(form, /à quelle heure/)
  const path = `${page}/contributions`
  const number = await publish(early, her, { path, edition: '0', body: 'Le samedi matin.' })
  assert.match(await textOf(early.get(`/fr/contributions/${number}`)), /Sur le sujet[^]*Avant le/)
  const reply = { path: `/fr/contributions/${number}/replies`, edition: '0', body: 'D’accord.' }
  await publish(early, him, reply)
  await supportContribution(early.db, editor.actor, number, testClock.now())

  const salome = await early.person({ name: 'Salomé', role: 'editor-in-chief' })
  const publication = { report: early.report, unansweredConfirmed: true, seen: null }
  assert.ok((await publishEdition(early.db, salome.actor, publication, testClock.now())).ok)
  const read = await textOf(early.get(page))
  assert.match(read, /Le samedi matin/)
  for (const [count, said] of [
    [3, 'personnes'],
    [1, 'contribution'],
    [1, 'soutien'],
    [1, 'réponse de lecteurs'],
    [1, 'jour d’ouverture'],
  ]) {
    assert.match(read, new RegExp(`<b>${count}</b> ${said}\\b`), String(said))
  }

  const people = await textOf(early.get(`${page}/participants`))
  assert.match(people, /3 personnes ont pris part/)
  assert.match(people, /2 personnes ont écrit\s*; une autre a soutenu/)
  assert.match(people, /Nour[^]*Iris/)
  assert.doesNotMatch(people.replace(/<header[^]*<\/header>/, ''), /Camille/)
  const list = await textOf(
    early.get('/fr/reports/petite-loi/contributions?topic=avant-le-rapport'),
  )
  assert.match(list, /1 contribution/)
  assert.match(list, /Le samedi matin/)
  assert.equal(
    await statusOf(early.get('/fr/reports/petite-loi/contributions?topic=nulle-part')),
    404,
  )
  await early.seal()
  assert.deepEqual((await verifyRecord(early.db)).findings, [])
  await early.close()
})

test('once a topic is closed nothing is said, answered or supported there, and words are kept', async () => {
  const slug = await camille.open({ ...question, title: 'Bientôt clos' })
  const path = `${readTopics}/${slug}/contributions`
  const number = await publish(world, nour, { path, body: 'À temps.' })
  await camille.close(slug)
  const late = await world.post(path, formOf({ body: 'Trop tard, mais gardé.' }), nour)
  assert.equal(late.status, 422)
  assert.match(await late.text(), /Ce sujet est clos[^]*Trop tard, mais gardé/)
  const reply = await world.post(
    `/fr/contributions/${number}/replies`,
    formOf({ body: 'Une réponse tardive.' }),
    iris,
  )
  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Ce sujet est clos[^]*Une réponse tardive/)
  const support = await world.post(`/fr/contributions/${number}/support`, [], iris)
  assert.equal(support.headers.get('Location'), `/fr/contributions/${number}?refused=topic-closed`)
  const page = await textOf(world.get(`/fr/contributions/${number}?refused=topic-closed`))
  assert.match(page, /on ne peut plus soutenir/)
  assert.match(await textOf(world.get(`${readTopics}/${slug}`)), /Clos le[^]*À temps/)
})

test('a phase says which contributions are its own, and a form sent twice is one contribution', async () => {
  const slug = await camille.open({ ...question, title: 'Deux phases' })
  const path = `${readTopics}/${slug}/contributions`
  const key = newKey()
  const sent = [
    await publish(world, nour, { path, key, body: 'Dans la première.' }),
    await publish(world, nour, { path, key, body: 'Dans la première.' }),
  ]
  assert.equal(sent[0], sent[1])
  await camille.close(slug)
  await camille.addPhase(slug, { opensOn: dayIn(1), closesOn: dayIn(9) })
  const id = await idOf(slug)
  const tomorrow = new Date(testClock.now().getTime() + 24 * 3600 * 1000)
  const typed = { title: '', body: 'Dans la seconde.', explanation: '', link: '', place: '' }
  const said = await submitAt(world, iris.actor, tomorrow, { topicId: id, typed })
  assert.ok(said.ok)
  const list = '/fr/reports/petite-loi/contributions?topic=deux-phases&phase='
  assert.match(await textOf(world.get(`${list}1`)), /Dans la première/)
  assert.doesNotMatch(await textOf(world.get(`${list}1`)), /Dans la seconde/)
  assert.match(await textOf(world.get(`${list}2`)), /Dans la seconde/)
})

test('a topic may be read first where its report is not', async () => {
  const slug = await camille.open({ ...question, title: 'Lu d’abord', moderation: 'before' })
  const path = `${readTopics}/${slug}/contributions`
  const form = await textOf(world.get(`${readTopics}/${slug}/contribution?kind=remark`, nour))
  assert.match(form, /class="notice"/)
  const number = await publish(world, nour, { path, body: 'À lire d’abord.' })
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, iris)), 404)
  assert.doesNotMatch(await textOf(world.get(`${readTopics}/${slug}`)), /À lire d’abord/)
  const other = await camille.open({ ...question, title: 'Aussitôt' })
  const at = `${readTopics}/${other}/contributions`
  assert.equal(
    await statusOf(
      world.get(`/fr/contributions/${await publish(world, nour, { path: at, body: 'Vu.' })}`),
    ),
    200,
  )
})

test('a draft of a topic is gone on with where it was written', async () => {
  const slug = await camille.open({ ...question, title: 'Plus tard' })
  const path = `${readTopics}/${slug}/contributions`
  const kept = await world.post(path, formOf({ body: 'Une ébauche.', step: 'draft' }), nour)
  const location = kept.headers.get('Location') ?? ''
  assert.match(location, /topics\/plus-tard\/contribution\?kind=remark&draft=/)
  assert.match(await textOf(world.get(location, nour)), /Une ébauche/)
  assert.match(await textOf(world.get('/fr/account', nour)), /topics\/plus-tard\/contribution/)
  await camille.close(slug)
  const over = await world.get(location, nour)
  assert.match(await over.text(), /Ce sujet est clos[^]*Une ébauche/)
})

test('what a topic says and when it is open is what the journal says', async () => {
  const slug = await camille.open({ ...question, title: 'Au journal' })
  await camille.close(slug)
  await world.seal()
  for (const [table, set] of [
    ['topic', "title = 'Autre chose'"],
    ['topic', 'revision = revision + 1'],
    ['topic_phase', 'closes_on = closes_on + 1 where topic_id = (select max(id) from topic)'],
    ['topic_date_change', 'closes_on = closes_on + 1'],
  ]) {
    const { findings } = await verifyTampered(world, [`update ${table} set ${set}`])
    assert.ok(
      findings.some(({ kind, problem }) => kind === 'topic' && problem === 'altered'),
      `${table} ${set}`,
    )
  }
  assert.equal(await statusOf(world.get(`${topicsPath}/${slug}`, camille)), 200)
})

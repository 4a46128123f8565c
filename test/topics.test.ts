import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { beginning, dayIn, keepTopicsAs, question, readTopics, topicsPath } from './keep-topics.ts'
import { statusOf, textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let camille: Somebody & ReturnType<typeof keepTopicsAs>
before(async () => {
  world = await openWorld()
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
  camille = { ...editor, ...keepTopicsAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('what is wrong with a topic is said by its field, and what was typed stays', async () => {
  const passage = (await world.blockWith('Chaque commune publie')).id
  const cases: [Fields, RegExp, string][] = [
    [{ title: '' }, /Donnez un titre/, 'title'],
    [{ title: 'x'.repeat(201) }, /plus de 200\s*caractères/, 'title'],
    [{ questions: '' }, /Mettez quelque chose au débat/, 'assertion'],
    [{ questions: 'x'.repeat(501) }, /Une question a plus de 500/, 'questions'],
    [{ questions: 'a\n'.repeat(11) }, /plus de 10\s*questions/, 'questions'],
    [{ assertion: 'x'.repeat(2001) }, /plus de 2\s*000\s*caractères/, 'assertion'],
    [{ passage: 'nulle part', quote: 'x' }, /aucun passage/, 'passage-0'],
    [{ passage, quote: 'ces mots (…) n’y sont pas' }, /ne se suivent pas/, 'quote-0'],
    [{ passage, quote: 'ses services (…) Chaque commune' }, /ne se suivent pas/, 'quote-0'],
    [{ name: '', words: 'Un témoignage' }, /dites de qui il est/, 'name-0'],
    [{ name: 'Awa', words: '' }, /il manque ses mots/, 'words-0'],
  ]
  for (const [fields, said, field] of cases) {
    const { key = '' } = await camille.fieldsOf(beginning)
    const typed = { ...question, place: 'ce que j’ai tapé', name: 'Awa', words: 'Oui.', ...fields }
    const page = await camille.refused(
      () => camille.send(topicsPath, { key, ...typed }),
      said,
      /ce que j’ai tapé/,
    )
    assert.ok(page.includes(`href="#${field}"`) && page.includes(`id="${field}"`), field)
  }
})

test('a form that is sent twice begins one topic, and never loses another', async () => {
  const { key = '' } = await camille.fieldsOf(beginning)
  const form = { key, ...question, title: 'Sent twice' }
  const [one, other] = await Promise.all([
    camille.send(topicsPath, form),
    camille.send(topicsPath, form),
  ])
  assert.deepEqual([one.status, other.status], [303, 303])
  assert.equal(one.headers.get('Location'), other.headers.get('Location'))
  await camille.refused(
    () => camille.send(topicsPath, { ...form, title: 'Autre chose' }),
    /a déjà commencé un sujet/,
    /value="Autre chose"/,
  )
  const again = await camille.begin({ ...question, title: 'Sent twice' })
  assert.equal(again, 'sent-twice-2')
})

test('a draft is found by the editors alone, and is published once it has dates', async () => {
  const slug = await camille.begin({ ...question, title: 'Un brouillon' })
  const page = `${readTopics}/${slug}`
  for (const path of [page, `${topicsPath}/${slug}`]) {
    assert.equal(await statusOf(world.get(path, nour)), 404, path)
    assert.equal(await statusOf(world.get(path, camille)), 200, path)
  }
  assert.equal(await statusOf(world.get(page)), 404)
  assert.doesNotMatch(await textOf(world.get(readTopics)), /Un brouillon/)
  for (const part of ['contribution', 'participants']) {
    assert.equal(await statusOf(world.get(`${page}/${part}`, nour)), 404, part)
  }
  assert.equal(await statusOf(world.post(`${page}/contributions`, [], nour)), 404)

  const publication = `${topicsPath}/${slug}/publication`
  const form = await camille.fieldsOf(publication)
  await camille.refused(() => camille.send(publication, form), /ajoutez une phase/)
  await camille.addPhase(slug)
  await camille.refused(() => camille.send(publication, { revision: '9' }), /entre-temps/)
  await camille.publishIt(slug)
  assert.equal(await statusOf(camille.send(publication, form)), 303, 'a second click')
  assert.match(await textOf(world.get(readTopics)), /Un brouillon/)
  assert.match(await textOf(world.get(page)), /encore 10 jours/)
})

test('what somebody else changed meanwhile is told, and not overwritten', async () => {
  const slug = await camille.begin({ ...question, title: 'À deux' })
  const path = `${topicsPath}/${slug}/words`
  const form = await camille.fieldsOf(path)
  const theirs = { ...form, ...question, title: 'Ce que dit Salomé' }
  assert.equal(await statusOf(camille.send(path, theirs)), 303)
  assert.equal(await statusOf(camille.send(path, theirs)), 303, 'a second click')
  const mine = { ...form, ...question, title: 'Ce que dit Camille' }
  const page = await camille.refused(() => camille.send(path, mine), /autres changements/)
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page) ?? []
  assert.equal(await statusOf(camille.send(path, { ...mine, revision })), 303)
  assert.match(await textOf(world.get(`${topicsPath}/${slug}`, camille)), /Ce que dit Camille/)
})

test('an extract is quoted with its elisions, and stays of its edition when left as it was', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const words = { passage: `/fr/reports/petite-loi/passages/${block.id}?edition=1` }
  const quote = 'Chaque commune (…) ses services'
  const slug = await camille.open({ ...question, title: 'Extrait', ...words, quote })
  const page = await textOf(world.get(`${readTopics}/${slug}`))
  assert.match(page, /Chaque commune \(…\) ses services \(…\)/)
  assert.ok(page.includes(`/passages/${block.id}?edition=1`))
  const form = await camille.fieldsOf(`${topicsPath}/${slug}/words`)
  assert.match(
    await textOf(world.get(`${topicsPath}/${slug}/words`, camille)),
    new RegExp(`value="${block.id}"[^]*Chaque commune \\(…\\) ses services</textarea>`),
  )
  const kept = { ...form, ...question, title: 'Extrait, encore', passage: block.id, quote }
  assert.equal(await statusOf(camille.send(`${topicsPath}/${slug}/words`, kept)), 303)
  const rows = await world.db.selectFrom('topic_extract').selectAll().execute()
  assert.equal(rows.filter(({ block_id: id }) => id === block.id).length, 1)
})

test('a form has room for more extracts than there are, and never for more than there may be', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const passages = (count: number) =>
    Array.from({ length: count }, (): [string, string] => ['passage', block.id])
  const { key = '' } = await camille.fieldsOf(beginning)
  const form: [string, string][] = [['key', key], ...Object.entries(question)]
  const page = await camille.refused(
    () => camille.send(topicsPath, [...form, ...passages(25)]),
    /plus de 20\s*extraits/,
  )
  assert.ok(page.includes('id="passage-20"') && !page.includes('id="passage-21"'))
  const sent = await camille.send(topicsPath, [...form, ...passages(18)])
  assert.equal(sent.status, 303)
  const [, slug] = /topics\/([^?]+)/.exec(sent.headers.get('Location') ?? '') ?? []
  const words = await textOf(world.get(`${topicsPath}/${slug}/words`, camille))
  assert.ok(words.includes('id="passage-19"') && !words.includes('id="passage-20"'))
})

test('what is wrong with a phase is said by its field; nothing of a promise is changed', async () => {
  const slug = await camille.begin({ ...question, title: 'Des dates' })
  const cases: [Fields, RegExp][] = [
    [{ opensOn: '' }, /premier jour\./],
    [{ opensOn: '31/02/2027' }, /premier jour ne se lit pas/],
    [{ closesOn: '' }, /dernier jour\./],
    [{ closesOn: 'bientôt' }, /dernier jour ne se lit pas/],
    [{ closesOn: dayIn(-1), opensOn: dayIn(-3) }, /Le premier jour est passé/],
    [{ opensOn: dayIn(9), closesOn: dayIn(8) }, /avant le premier/],
    [{ label: 'x'.repeat(121) }, /plus de 120\s*caractères/],
    [{ prompt: 'x'.repeat(2001) }, /plus de 2\s*000\s*caractères/],
  ]
  const path = `${topicsPath}/${slug}/phases`
  for (const [fields, said] of cases) {
    const { key = '' } = await camille.fieldsOf(`${topicsPath}/${slug}/phase`)
    const typed = { key, opensOn: dayIn(0), closesOn: dayIn(5), ...fields }
    await camille.refused(() => camille.send(path, typed), said, /error-summary/)
  }
  await camille.addPhase(slug, { opensOn: dayIn(0), closesOn: dayIn(5) })
  const { key = '' } = await camille.fieldsOf(`${topicsPath}/${slug}/phase`)
  await camille.refused(
    () => camille.send(path, { key, opensOn: dayIn(5), closesOn: dayIn(9) }),
    /une phase à la fois/,
  )
  const form = await camille.fieldsOf(`${path}/1`)
  await camille.refused(
    () => camille.send(`${path}/1`, { ...form, opensOn: dayIn(1), closesOn: dayIn(5) }),
    /a déjà commencé/,
  )
  await camille.refused(
    () => camille.send(`${path}/1`, { opensOn: dayIn(0), closesOn: dayIn(7), revision: '9' }),
    /autres changements/,
  )
})

test('a phase that is prolonged, closed and opened again says so; one that has not begun goes', async () => {
  const slug = await camille.open({ ...question, title: 'Prolongée' })
  const path = `${topicsPath}/${slug}/phases/1`
  const change = async (closesOn: string) => {
    const form = await camille.fieldsOf(path)
    const dates = { opensOn: dayIn(0), closesOn }
    assert.equal(await statusOf(camille.send(path, { ...form, ...dates })), 303)
  }
  await change(dayIn(20))
  await change(dayIn(15))
  await camille.close(slug)
  assert.match(await textOf(world.get(`${readTopics}/${slug}`)), /class="lead">Clos le/)
  await change(dayIn(30))
  const page = await textOf(world.get(`${readTopics}/${slug}`))
  for (const said of [/a été prolongée/, /raccourcie/, /avant la date annoncée/, /Rouverte le/])
    assert.match(page, said)
  assert.match(page, /encore 30 jours/)

  await camille.addPhase(slug, { opensOn: dayIn(40), closesOn: dayIn(50) })
  await camille.close(slug, 2)
  assert.doesNotMatch(await textOf(world.get(`${topicsPath}/${slug}`, camille)), /Phase 2/)
  await camille.addPhase(slug, { opensOn: dayIn(40), closesOn: dayIn(50) })
  const numbers = await world.db
    .selectFrom('topic_phase')
    .innerJoin('topic', 'topic.id', 'topic_id')
    .select('number')
    .where('slug', '=', slug)
    .orderBy('number')
    .execute()
  assert.deepEqual(
    numbers.map(({ number }) => number),
    [1, 3],
  )
})

test('the only phase of what people read is not taken out', async () => {
  const phase = { opensOn: dayIn(2), closesOn: dayIn(4) }
  const slug = await camille.open({ ...question, title: 'À venir' }, phase)
  const path = `${topicsPath}/${slug}/phases/1/end`
  await camille.refused(
    async () => camille.send(path, await camille.fieldsOf(path)),
    /seule phase d’un sujet publié/,
  )
})

test('a database holds two phases of a topic apart, whoever writes', async () => {
  const slug = await camille.begin({ ...question, title: 'Gardée' })
  await camille.addPhase(slug)
  const { id } = await world.db
    .selectFrom('topic')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const second = { number: 2, opens_on: dayIn(10), closes_on: dayIn(12), key: 'x'.repeat(16) }
  await assert.rejects(
    world.db
      .insertInto('topic_phase')
      .values({ topic_id: id, ...second })
      .execute(),
    /exclu/,
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { carryMissing, listAnchorsIn, type Anchor } from '../src/anchors/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { requireEdition } from '../src/reports/index.ts'
import { changeAs } from './change-by-hand.ts'
import {
  blockIn,
  changeText,
  fates,
  publishNext,
  sayOf,
  sayOfEach,
  type Fate,
} from './second-edition.ts'
import { publish, reportPath, textOf } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const workshop = '/fr/workshop/reports/petite-loi'

let world: World
let said: Record<Fate, number>
before(async () => {
  world = await openWorld()
  await world.person({ name: 'Salomé' })
  said = await sayOfEach(world)
  await changeText(world)
})
after(() => world.close())

async function anchorIn(edition: number, number: number): Promise<Anchor> {
  const found = await requireEdition(world.db, 'petite-loi', String(edition))
  const anchor = (await listAnchorsIn(world.db, found.edition.id, [number])).get(number)
  assert.ok(anchor)
  return anchor
}

/** The words at which a contribution stands in an edition; null where it stands nowhere. */
async function wordsIn(edition: number, number: number): Promise<string | null> {
  const { place } = await anchorIn(edition, number)
  if (!place) return null
  const { text } = await world.db
    .selectFrom('edition_block')
    .innerJoin('edition', 'edition.id', 'edition_block.edition_id')
    .select('text')
    .where('edition.number', '=', edition)
    .where('block_id', '=', place.blockId)
    .executeTakeFirstOrThrow()
  return text.slice(place.start, place.end)
}

const count = (page: string, id: string) => page.includes(`/passages/${id}#contributions`)

/** What a contribution's page says of its passage. */
async function became(fate: Fate): Promise<string> {
  const page = await textOf(world.get(`/fr/contributions/${said[fate]}`))
  const [, list = ''] = /<ul class="became">([^]*?)<\/ul>/.exec(page) ?? []
  return list
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const passages = () =>
  world.db.selectFrom('passage').selectAll().orderBy('contribution_number').execute()

test('the check-list says how contributions will find their passages, and names the doubtful ones', async () => {
  const salome = await world.person({ name: 'Salomé' })
  const page = await textOf(world.get(`${workshop}/publication`, salome))
  assert.match(
    page,
    /Passages des contributions\s: 2 mot pour mot, 1 modifié, 1 déplacé, 1 réécrit et 1 sans place/,
  )
  assert.match(page, /1 contribution retrouvera son passage autrement ou ailleurs/)
  assert.match(page, /1 contribution perdra son passage/)
  for (const number of [said.rewritten, said.gone])
    assert.ok(page.includes(`/fr/contributions/${number}"`), `${number} is named`)
})

test('publishing carries every passage, and leaves what was read as it was read', async () => {
  const before = await passages()
  await publishNext(world)
  assert.deepEqual(await passages(), before)
  const found = async (fate: Fate) => {
    const { state, rule, doubtful } = await anchorIn(2, said[fate])
    return [state, rule, doubtful, await wordsIn(2, said[fate])]
  }
  assert.deepEqual(await found('kept'), ['exact', 'unchanged', false, fates.kept])
  assert.deepEqual(await found('split'), ['exact', 'recorded', false, fates.split])
  assert.deepEqual(await found('moved'), ['moved', 'unchanged', false, fates.moved])
  const rewritten = 'Nul ne reste sans nouvelles. Le délai est de trois mois.'
  assert.deepEqual(await found('rewritten'), ['rewritten', 'recorded', true, rewritten])
  const edited = 'Une réponse tardive reste une réponse, et coûte.'
  assert.deepEqual(await found('edited'), ['edited', 'recorded', false, edited])
  assert.deepEqual(await found('gone'), ['orphan', 'gone', true, null])
  const article = await blockIn(world, 2, 'Article 2')
  assert.equal((await anchorIn(2, said.gone)).homeId, article.id)
})

test('a reader finds a contribution by the passage that its own became, in the edition that is shown', async () => {
  const first = await blockIn(world, 1, fates.split)
  const second = await blockIn(world, 2, fates.split)
  assert.notEqual(first.id, second.id)
  const passage = (id: string, query = '') =>
    textOf(world.get(`${reportPath}/passages/${id}${query}`))
  const link = `/fr/contributions/${said.split}"`
  assert.ok((await passage(second.id)).includes(link))
  assert.ok(!(await passage(first.id)).includes(link))
  assert.ok((await passage(first.id, '?edition=1')).includes(link))
  const part = await blockIn(world, 2, 'Article 1')
  const now = await textOf(world.get(`${reportPath}/part/${part.id}`))
  assert.deepEqual([count(now, second.id), count(now, first.id)], [true, false])
  const then = await textOf(world.get(`${reportPath}/editions/1/part/${part.id}`))
  assert.ok(count(then, first.id))
  const list = (id: string) => world.get(`${reportPath}/contributions?passage=${id}`)
  assert.ok((await textOf(list(second.id))).includes(link))
})

test('on the paragraph that took the place of a passage stands what the passage was', async () => {
  const block = await blockIn(world, 2, 'Nul ne reste sans nouvelles')
  const page = await textOf(world.get(`${reportPath}/passages/${block.id}`))
  assert.match(page, /que le passage ci-dessus a remplacés/)
  assert.ok(page.includes(fates.rewritten))
  const edited = await blockIn(world, 2, 'Une réponse tardive')
  const other = await textOf(world.get(`${reportPath}/passages/${edited.id}`))
  assert.match(other, /Écrite sur l’édition 1\s; le passage a été modifié depuis/)
})

test('an orphan has a seat at the end of its part, with its passage and where it still reads', async () => {
  const [own, other] = [await blockIn(world, 2, 'Article 2'), await blockIn(world, 2, 'Article 3')]
  const gone = await blockIn(world, 1, fates.gone)
  const isThere = (page: string) =>
    page.includes('id="orphans-here"') &&
    page.includes(`passages/${gone.id}?edition=1`) &&
    page.includes(fates.gone) &&
    page.includes(`/fr/contributions/${said.gone}"`)
  const read = (path: string) => textOf(world.get(`${reportPath}${path}`))
  const parts = await blockIn(world, 2, 'Clarté des services publics')
  for (const path of [`/part/${own.id}`, `/part/${parts.id}`, '/whole'])
    assert.ok(isThere(await read(path)), path)
  for (const path of [`/part/${other.id}`, `/editions/1/part/${own.id}`, '', '/editions/2'])
    assert.ok(!isThere(await read(path)), path)
})

test('a contribution’s page says what became of its passage in each edition', async () => {
  assert.equal(await became('kept'), 'Édition 2 : il se lit tel qu’il a été lu. Le lire')
  assert.match(await became('split'), /il se lit mot pour mot, dans un autre paragraphe\. Le lire/)
  assert.match(await became('moved'), /il se lit mot pour mot, ailleurs dans le texte/)
  assert.match(await became('edited'), /il se lit modifié\..*100\s%.*de ses lettres y sont encore/)
  assert.match(await became('rewritten'), /d’autres mots ont pris sa place/)
  assert.match(await became('gone'), /il n’est plus dans le texte\..*ne se lisent plus nulle part/)
})

test('what was written on an edition while the next was published is carried into it', async () => {
  const { id } = await blockIn(world, 1, fates.split)
  const late = await world.person({ name: 'Tardive' })
  const path = `${reportPath}/passages/${id}/contributions`
  const number = await publish(world, late, { path, words: fates.split, edition: '1' })
  assert.equal((await anchorIn(1, number)).rule, 'as-written')
  assert.equal(await wordsIn(2, number), fates.split)
  assert.notEqual((await anchorIn(2, number)).place?.blockId, id)
})

test('what an anchor says stays, whatever is decided later', async () => {
  const { db } = world
  for (const statement of [
    sql`update anchor set state = 'moved' where contribution_number = ${said.rewritten}`,
    sql`update anchor set start_offset = 1 where contribution_number = ${said.kept}`,
    sql`delete from anchor where contribution_number = ${said.kept}`,
  ])
    await assert.rejects(statement.execute(db), /says where a passage was found/)
})

test('a passage that is put back has its contributions again; others stay where they are', async () => {
  await sayOf(world, 'Nul ne reste sans nouvelles')
  const salome = await world.person({ name: 'Salomé' })
  const gone = await blockIn(world, 1, fates.gone)
  const form = await textOf(world.get(`${workshop}/text/${gone.id}/return`, salome))
  const read = /name="read" value="([0-9a-f]*)"/.exec(form)?.[1] ?? ''
  const after =
    /name="after" value="([0-9a-z]+)"/.exec(form)?.[1] ?? (await blockIn(world, 2, fates.kept)).id
  const fields = { read, after, erratum: 'yes', reason: 'À tort.' }
  const sent = await world.post(
    `${workshop}/text/${gone.id}/return`,
    Object.entries(fields),
    salome,
  )
  assert.equal(sent.status, 303, await sent.text())
  await publishNext(world)
  const back = await anchorIn(3, said.gone)
  assert.deepEqual([back.state, back.rule, back.doubtful], ['exact', 'put-back', false])
  assert.equal(await wordsIn(3, said.gone), fates.gone)
  const still = await anchorIn(3, said.rewritten)
  assert.deepEqual([still.state, still.rule, still.doubtful], ['rewritten', 'unchanged', true])
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})

test('what went with a piece that was split off is nowhere, whatever the first piece says', async () => {
  const own = await openWorld()
  try {
    const hands = changeAs(own, await own.person({ name: 'Salomé' }))
    const number = await sayOf(own, 'Elle la met à jour chaque année.')
    await hands.split('Chaque commune publie', 1)
    await hands.remove('Elle la met à jour')
    await publishNext(own)
    const page = await textOf(own.get(`/fr/contributions/${number}`))
    assert.match(page, /n’a plus de place|nulle part|sans place/)
    assert.doesNotMatch(page, /d’autres mots ont pris sa place/)
  } finally {
    await own.close()
  }
})

test('editions of before anchors were kept are carried into when the program starts, once', async () => {
  const all = () =>
    world.db
      .selectFrom('anchor')
      .select([
        'contribution_number',
        'edition_id',
        'state',
        'rule',
        'block_id',
        'start_offset',
        'end_offset',
        'home_id',
        'score',
        'doubtful',
      ])
      .orderBy('edition_id')
      .orderBy('contribution_number')
      .execute()
  const before = await all()
  await sql`alter table anchor disable trigger anchor_is_kept`.execute(world.db)
  await sql`delete from anchor where rule <> 'as-written'`.execute(world.db)
  await sql`alter table anchor enable trigger anchor_is_kept`.execute(world.db)
  await sql`delete from carried_edition`.execute(world.db)
  assert.equal(await carryMissing(world.db, new Date()), 2)
  assert.deepEqual(await all(), before)
  assert.equal(await carryMissing(world.db, new Date()), 0)
})

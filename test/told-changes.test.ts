import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import {
  changeWorkingText,
  insertion,
  listWorkingBlocks,
  planChanges,
  type NewChange,
} from '../src/reports/index.ts'
import { makeBlocks } from '../src/text/index.ts'
import { changeAs, slip, text, workshop, type ChangingHands } from './change-by-hand.ts'
import { publish, reportPath, statusOf, textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let salome: Somebody
let camille: Somebody & ChangingHands
/** Number of the latest edition. */
let latest = 1
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  salome = await world.person({ name: 'Salomé' })
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  camille = { ...editor, ...changeAs(world, editor) }
})
after(() => world.close())

async function amend(on: string, wording: string): Promise<number> {
  const { id } = await world.blockWith(on)
  const path = `${reportPath}/passages/${id}/amendments`
  const said = { sentence: '1', wording, body: 'Parce que.', edition: `${latest}` }
  return publish(world, nour, { path, ...said })
}

async function answer(numbers: number[], fields: Fields): Promise<void> {
  const chosen = numbers.flatMap((number): [string, string][] => [
    ['c', `${number}`],
    ['revision', `${number}.1`],
  ])
  const sent = await world.post(
    `${workshop}/answers`,
    [...chosen, ...Object.entries(fields)],
    camille,
  )
  assert.equal(sent.status, 303, await sent.text())
}

async function change(on: string, fields: Fields): Promise<void> {
  assert.equal((await camille.edit(on, fields)).status, 303)
}

async function putBack(id: string, fields: Fields = {}, near?: string): Promise<void> {
  const order = await camille.order()
  const path = `${text}/${id}/return?after=${near ?? order.at(-1)}`
  const sent = await camille.send(`${text}/${id}/return`, {
    ...(await camille.fieldsOf(path)),
    ...slip,
    ...fields,
  })
  assert.equal(sent.status, 303)
}

async function publishNext(): Promise<number> {
  const sent = await world.post(`${workshop}/editions`, [['unanswered', 'confirmed']], salome)
  latest += 1
  assert.equal(
    sent.headers.get('Location'),
    `${reportPath}/editions/${latest}?done=published`,
    await sent.text(),
  )
  return latest
}

const changesOf = (edition: number, query = '') =>
  textOf(world.get(`${reportPath}/editions/${edition}/changes${query}`))
const contributionPage = (number: number) => textOf(world.get(`/fr/contributions/${number}`))

/** The part of a page that a heading of that id names. */
function sectionOf(page: string, id: string): string {
  const [found = ''] =
    new RegExp(`<section[^>]* aria-labelledby="${id}"[^]*?</section>`).exec(page) ?? []
  return found
}

/** The contributions that a part of a page leads to. */
function namedIn(part: string): number[] {
  return [...part.matchAll(/href="\/fr\/contributions\/(\d+)"/g)].map(([, number]) =>
    Number(number),
  )
}

test('of contributions answered together only those that caused a change are told as its causes', async () => {
  const on = 'Les services publics parlent'
  const { id } = await world.blockWith(on)
  const caused = await amend(on, 'Les services parlent clair.')
  const others = [await publish(world, nour, { body: 'Bien.' }), await publish(world, nour, {})]
  await answer([...others, caused], { decision: 'accepted', reason: 'Oui à tout.' })
  const page = await changesOf(await publishNext())
  assert.deepEqual(namedIn(sectionOf(page, `change-${id}`)), [caused])
  assert.deepEqual(namedIn(sectionOf(page, 'unchanging')), others)
  assert.deepEqual(namedIn(page).length, 3, 'each is told once')
})

test('what was undone is not told as the cause of what remains', async () => {
  const on = 'Une lettre tient'
  const { id } = await world.blockWith(on)
  const before = (await camille.order()).at((await camille.order()).indexOf(id) - 1)
  const undone = await publish(world, nour, { body: 'À retirer.' })
  const away = { erratum: '', contributions: `${undone}`, reason: 'Retiré par mégarde.' }
  await camille.remove(on, away)
  await putBack(id, { reason: 'Remis aussitôt.' }, before)
  await answer([undone], { decision: 'accepted', reason: 'Vu.' })
  const amendment = await amend(on, 'Une lettre tient en deux pages.')
  const reason = 'Deux pages et demie suffisent.'
  const finished = { wording: 'Une lettre tient en deux pages et demie.', reason }
  await answer([amendment], { decision: 'accepted-in-part', ...finished })

  const page = await changesOf(await publishNext())
  const section = sectionOf(page, `change-${id}`)
  assert.deepEqual(namedIn(section), [amendment])
  assert.doesNotMatch(section, /erreur|mégarde|aussitôt/)
  assert.equal(section.split(reason).length, 2, 'the same reason is printed once')
  assert.deepEqual(namedIn(sectionOf(page, 'unchanging')), [undone])
  const told = await contributionPage(undone)
  assert.match(told, /Un changement qu’elle avait causé a été défait avant la publication/)
})

test('a contribution’s page says that its change was taken back before it was published', async () => {
  const on = 'Toute demande reçoit'
  const { text: was } = await world.blockWith(on)
  const wording = was.replace('trois', 'deux')
  const number = await publish(world, nour, { body: 'Deux mois.' })
  await change(on, { wording, erratum: '', contributions: `${number}` })
  assert.match(await contributionPage(number), /dans le texte de travail\s: la prochaine édition/u)
  await change(on, { wording: was })
  assert.match(
    await contributionPage(number),
    /Un changement qu’elle avait causé a été défait depuis, et n’est plus dans le texte de travail/,
  )
  const wide = was.replace('Toute', 'Chaque')
  const other = await publish(world, nour, { body: 'Chaque.' })
  await change(on, { wording: wide, erratum: '', contributions: `${other}` })
  const edition = await publishNext()
  const told = await contributionPage(number)
  assert.match(told, new RegExp(`défait avant la publication de l’édition ${edition}\\.`))
  assert.doesNotMatch(told, /class="redline"|Elle a changé|Elle a fait changer/)
  const { id } = await world.blockWith('Chaque demande reçoit')
  assert.deepEqual(namedIn(sectionOf(await changesOf(edition), `change-${id}`)), [other])
  const link = `${reportPath}/editions/${edition}/changes?at=${id}#change-${id}`
  assert.ok((await contributionPage(other)).includes(`href="${link}"`))
})

test('nothing is published where nothing differs, and the check-list says so', async () => {
  const on = 'Un sigle y est'
  const { text: was } = await world.blockWith(on)
  await change(on, { wording: 'Un sigle y est expliqué.' })
  await change(on, { wording: was })
  const list = await textOf(world.get(`${workshop}/publication`, salome))
  assert.match(
    list,
    /<li class="look"><span[^>]*>!<\/span><div><a[^>]*>2 changements, avec leurs causes/,
  )
  assert.match(list, /Aucun passage ne diffère de l’édition précédente/)
  const refused = await world.post(`${workshop}/editions`, [['unanswered', 'confirmed']], salome)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Le texte est celui de l’édition précédente/)

  const undone = await amend(on, 'Un sigle y est banni.')
  await answer([undone], { decision: 'accepted', reason: 'Oui.' })
  const standing = await textOf(world.get(`${workshop}/publication`, salome))
  assert.match(standing, /1 passage diffère de l’édition précédente/)
  assert.doesNotMatch(standing, /n’a rien changé dans le texte/)
  await change('Un sigle y est', { wording: was })
  const again = await textOf(world.get(`${workshop}/publication`, salome))
  assert.match(again, /1 proposition acceptée n’a rien changé dans le texte/)
  const page = await changesOf(await publishNext())
  assert.match(page, /Aucun passage n’a changé/)
  assert.deepEqual(namedIn(sectionOf(page, 'unchanging')), [undone])
})

test('a passage that was removed and put back is told so, edition by edition', async () => {
  const id = await camille.remove('Une réponse tardive')
  const gone = await publishNext()
  await putBack(id)
  const back = await publishNext()
  assert.match(sectionOf(await changesOf(gone), `change-${id}`), /Passage retiré/)
  assert.match(sectionOf(await changesOf(back), `change-${id}`), /Passage remis/)

  const passage = `${reportPath}/passages/${id}`
  const history = sectionOf(await textOf(world.get(passage)), 'history-title')
  const found = /Retiré dans l’édition (\d)\.[^]*Remis dans l’édition (\d)\./.exec(history) ?? []
  assert.deepEqual(found.slice(1), [`${gone}`, `${back}`])
  assert.equal(await statusOf(world.get(`${passage}?edition=${gone}`)), 200)
  const asked = await textOf(world.get(`${passage}?edition=${gone}`))
  assert.match(asked, new RegExp(`L’édition ${gone} a retiré ce passage`))
  assert.match(asked, /Une réponse tardive/)
  assert.ok(asked.includes(`/editions/${gone}/changes?at=${id}#change-${id}`))
  assert.match(asked, new RegExp(`href="${passage}">Lire l’édition actuelle`))
  const before = await textOf(world.get(`${passage}?edition=${gone - 1}`))
  assert.match(before, new RegExp(`Vous lisez l’édition ${gone - 1}`))
  assert.doesNotMatch(await textOf(world.get(passage)), /a retiré ce passage/)
  const unknown = `${reportPath}/passages/zzzzzzzzzz?edition=${gone}`
  assert.equal(await statusOf(world.get(unknown)), 404)
})

test('many changes are told page by page, and those that are alike together', async () => {
  const part = await world.blockWith('Article 1 -')
  const read = await camille.fieldsOf(`${text}/${part.id}/removal`)
  const removal = { ...read, ...slip, whole: 'yes', reason: 'Doublon.' }
  assert.equal((await camille.send(`${text}/${part.id}/removal`, removal)).status, 303)
  await insertMany(60)
  const declined = await publish(world, nour, { body: 'Non.' })
  await answer([declined], { decision: 'declined', reason: 'Hors sujet.' })
  const edition = await publishNext()

  const first = await changesOf(edition)
  assert.match(sectionOf(first, `change-${part.id}`), /avec \d+ autres passages/)
  assert.match(sectionOf(first, `change-${part.id}`), /Chaque commune publie/)
  assert.equal(first.split('Doublon.').length, 2)
  const alike = /<li id="change-(\w+)"/.exec(first)?.[1] ?? ''
  assert.match(await changesOf(edition, `?at=${alike}`), /<details open=""><summary>avec/)
  assert.ok(first.includes(`href="${reportPath}/editions/${edition}/changes?page=2#declined"`))
  assert.equal(sectionOf(first, 'declined'), '')
  const last = await world.blockWith('Passage numéro 60')
  assert.equal(sectionOf(first, `change-${last.id}`), '')
  for (const query of ['?page=2', `?at=${last.id}`, '?page=99']) {
    const page = await changesOf(edition, query)
    assert.match(sectionOf(page, `change-${last.id}`), /Passage ajouté/)
    assert.deepEqual(namedIn(sectionOf(page, 'declined')), [declined])
    assert.ok(page.includes('href="#declined"'))
  }
  await world.seal()
  const { findings, editions } = await verifyRecord(world.db)
  assert.deepEqual({ findings, editions }, { findings: [], editions: latest })
})

test('where all was removed, it is said what to do', async () => {
  const blocks = await listWorkingBlocks(world.db, world.report.id)
  const dated = { reportId: world.report.id, changedAt: new Date() }
  await changeText(planChanges(blocks, [], dated))
  const list = await textOf(world.get(`${workshop}/publication`, salome))
  assert.match(
    list,
    /<li class="look"><span[^>]*>!<\/span><div><a[^>]*>Aucun passage dans le texte de travail/,
  )
  const refused = await world.post(`${workshop}/editions`, [['unanswered', 'confirmed']], salome)
  assert.match(await refused.text(), /importez un fichier ou insérez des passages/)
})

/** Past the pages: each would be a form. */
async function insertMany(count: number): Promise<void> {
  const parsed = Array.from({ length: count }, (_, at) => ({
    kind: 'paragraph' as const,
    level: 0,
    number: null,
    text: `Passage numéro ${at + 1}.`,
    marks: [],
  }))
  let made = 0
  const blocks = makeBlocks(parsed, 'fr', () => `many${String((made += 1)).padStart(6, '0')}`)
  const dated = { reportId: world.report.id, changedAt: new Date() }
  const end = (await camille.order()).at(-1) ?? null
  const changes = blocks.map((block, at) => insertion(block, blocks[at - 1]?.id ?? end, dated))
  await changeText(changes)
}

async function changeText(changes: NewChange[]): Promise<void> {
  await inTransaction(world.db, (tx) =>
    changeWorkingText(tx, world.report.id, changes, [{ kind: 'erratum' }]),
  )
}

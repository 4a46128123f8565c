import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { forgetUploads } from '../src/imports/index.ts'
import { listWorkingBlocks } from '../src/reports/index.ts'
import { accept, acceptanceForm, countRows, previewOf, workshop } from './send-file.ts'
import { changeAs, slip } from './change-by-hand.ts'
import { publish, reportPath, submitAt } from './take-part.ts'
import { openWorld, smallBill, type World } from './world.ts'

type Somebody = Awaited<ReturnType<World['person']>>

let world: World
let camille: Somebody
let bill = ''
before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  bill = await readFile(smallBill, 'utf8')
})
beforeEach(() => world.db.deleteFrom('upload').execute())
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const textOf = async (path: string, as = camille) => (await world.get(path, as)).text()

test('an editor says what is a heading: only what differs from the reading is kept', async () => {
  const bytes = '# T\n\n## Partie\n\n**Mesure 4**\n\nLoin des villes\n\nUn mot.\n'
  const preview = await previewOf(world, { name: 'a.md', bytes }, camille)
  assert.match(await textOf(preview), /id="as-1"/, 'a strong line is suggested')
  assert.doesNotMatch(await textOf(preview), /id="as-2"/)
  assert.match(await textOf(`${preview}?find=loin%20DES`), /id="as-2"/)
  assert.match(await textOf(`${preview}?find=introuvable`), /Aucun titre ni paragraphe/)
  const correct = (form: [string, string][]) => world.post(`${preview}/corrections`, form, camille)
  const corrected = await correct([
    ['words', 'Mesure'],
    ['as-0', 'heading-1'],
    ['as-1', 'proposition-2'],
    ['as-2', 'heading-2'],
    ['as-3', 'nonsense'],
    ['as-99', 'heading-1'],
    ['find', 'loin'],
  ])
  assert.equal(corrected.headers.get('Location'), `${preview}?find=loin#headings`)
  const kept = async () => {
    const { corrections } = await world.db
      .selectFrom('upload')
      .select('corrections')
      .executeTakeFirstOrThrow()
    return corrections
  }
  assert.deepEqual(await kept(), {
    reason: 'Version corrigée',
    propositionWords: ['Mesure'],
    headings: { 1: { as: 'proposition', level: 2 }, 2: { as: 'heading', level: 2 } },
  })
  const page = await textOf(preview)
  assert.match(page, /<b>4<\/b> <bdi[^>]*>Mesure 4/)
  await correct([
    ['words', ''],
    ['as-1', 'paragraph'],
    ['as-2', 'heading-2'],
  ])
  assert.deepEqual(await kept(), {
    reason: 'Version corrigée',
    propositionWords: [],
    headings: { 2: { as: 'heading', level: 2 } },
  })
  const refused = await correct([['words', 'x'.repeat(61)]])
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), new RegExp(`value="${'x'.repeat(61)}"`))
})

test('accepted twice, by one editor or two at once, a file changes the text once', async () => {
  const bytes = bill.replace('La liste est\n      gratuite.', 'La liste est\n      affichée.')
  const preview = await previewOf(world, { name: 'b.html', bytes }, camille)
  const leila = await world.person({ name: 'Leïla', role: 'rapporteur' })
  const form = await acceptanceForm(world, preview, camille)
  const answers = await Promise.all(
    [camille, leila, camille].map((who) => world.post(`${preview}/acceptance`, form, who)),
  )
  answers.push(await world.post(`${preview}/acceptance`, form, leila))
  for (const answer of answers) {
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('Location'), `${workshop}/changes?done=imported`)
  }
  const changes = await world.db
    .selectFrom('change')
    .innerJoin('change_cause as cause', 'cause.change_id', 'change.id')
    .innerJoin('import_source as source', 'source.id', 'cause.source_id')
    .select(['operation', 'source.file_name as name', 'source.imported_by as by'])
    .where('source.file_name', '=', 'b.html')
    .execute()
  assert.equal(changes.length, 1)
  assert.equal((await world.get(preview, camille)).status, 404)
})

test('a text or corrections changed since the preview are shown again before anything is taken', async () => {
  const one = bill.replace('Une réponse tardive reste', 'Une réponse tardive demeure')
  const two = bill.replace('Un sigle y est développé.', 'Un sigle y est expliqué.')
  const first = await previewOf(world, { name: 'one.html', bytes: one }, camille)
  const second = await previewOf(world, { name: 'two.html', bytes: two }, camille)
  const old = await acceptanceForm(world, second, camille)
  assert.equal((await accept(world, first, camille)).status, 303)
  const earlier = await countRows(world)
  const late = await world.post(`${second}/acceptance`, old, camille)
  assert.equal(late.status, 422)
  assert.match(await late.text(), /ont changé depuis que cet aperçu s’est affiché/)
  const before = await acceptanceForm(world, second, camille)
  await world.post(`${second}/corrections`, [['words', 'Axe']], camille)
  assert.equal((await world.post(`${second}/acceptance`, before, camille)).status, 422)
  assert.deepEqual(await countRows(world), earlier)
  assert.equal((await accept(world, second, camille)).status, 303)
})

test('a file that says what the text says already cannot be accepted', async () => {
  const { db, report } = world
  const same = await previewOf(world, { name: 'same.html', bytes: bill }, camille)
  if ((await textOf(same)).includes('/acceptance"')) await accept(world, same, camille)
  const again = await previewOf(world, { name: 'same.html', bytes: bill }, camille)
  const page = await textOf(again)
  assert.match(page, /rien ne changerait/)
  assert.doesNotMatch(page, /\/acceptance"/)
  const earlier = await listWorkingBlocks(db, report.id)
  const [last] = await db.selectFrom('upload').select('sha256').execute()
  assert.ok(last)
  const forced = await world.post(`${again}/acceptance`, [['digest', 'x']], camille)
  assert.equal(forced.status, 422)
  assert.deepEqual(await listWorkingBlocks(db, report.id), earlier)
})

test('a preview is given up at once, and forgotten after a day', async () => {
  const preview = await previewOf(world, { name: 'a.md', bytes: 'Un mot.' }, camille)
  const form = await acceptanceForm(world, preview, camille)
  for (const _ of [1, 2]) {
    const gone = await world.post(`${preview}/end`, [], camille)
    assert.equal(gone.headers.get('Location'), workshop)
  }
  assert.equal((await world.get(preview, camille)).status, 404)
  assert.equal((await world.post(`${preview}/acceptance`, form, camille)).status, 404)
  await previewOf(world, { name: 'a.md', bytes: 'Un mot.' }, camille)
  const hour = 60 * 60 * 1000
  await forgetUploads(world.db, new Date(Date.now() + 23 * hour))
  assert.equal((await countRows(world))['upload'], 1)
  await forgetUploads(world.db, new Date(Date.now() + 25 * hour))
  assert.equal((await countRows(world))['upload'], 0)
})

test('a document of a thousand headings is corrected page by page', async () => {
  const lines = Array.from({ length: 1000 }, (_, at) => `## Titre ${at}\n\nMot ${at}.`)
  const preview = await previewOf(world, { name: 'a.md', bytes: lines.join('\n\n') }, camille)
  const second = await textOf(`${preview}?page=2`)
  assert.equal(second.match(/<select/g)?.length, 100)
  assert.match(second, /Titre 100</)
  assert.match(second, /Page 2 sur 10/)
  assert.match(await textOf(`${preview}?differences=3`), /Page 3 sur/)
})

test('a file that would undo what contributions changed says so, and which they are', async () => {
  const hand = changeAs(world, camille)
  const on = 'Toute demande reçoit'
  const nour = await world.person({ name: 'Nour' })
  const { id } = await world.blockWith(on)
  const path = `${reportPath}/passages/${id}/amendments`
  const wording = 'Le délai est de quinze jours.'
  const number = await publish(world, nour, { path, sentence: '2', wording, body: 'Plus vite.' })
  const answer = { c: `${number}`, revision: `${number}.1`, decision: 'accepted', reason: 'Oui.' }
  assert.equal((await hand.send(`${workshop}/answers`, answer)).status, 303)

  const undone = await textOf(await previewOf(world, { name: 'a.html', bytes: bill }, camille))
  assert.match(undone, /Dans 1 passage, ce fichier déferait[^<]*l’import\u00A0:/)
  assert.match(
    undone,
    new RegExp(`href="/fr/contributions/${number}">Contribution n°\u00A0${number}<`),
  )
  const kept = bill
    .replace('Le délai est de trois mois.', wording)
    .replace('Toute demande reçoit', 'Une demande reçoit')
  assert.ok(kept.includes('Une demande'))
  const heeded = await textOf(await previewOf(world, { name: 'b.html', bytes: kept }, camille))
  assert.doesNotMatch(heeded, /ce fichier déferait/)

  const numbers: number[] = []
  for (let at = 0; at < 22; at += 1) {
    const author = await world.person({ name: `Autrice ${at}` })
    const said = await submitAt(world, author.actor, new Date())
    assert.ok(said.ok)
    numbers.push(said.number)
  }
  await hand.remove('Une lettre tient', { ...slip, erratum: '', contributions: numbers.join(' ') })
  const back = await textOf(await previewOf(world, { name: 'c.html', bytes: bill }, camille))
  assert.match(back, /Dans 2 passages, ce fichier déferait/)
  assert.match(back, /Passage remis/)
  assert.equal(back.match(/href="\/fr\/contributions\/\d+">Contribution/g)?.length, 20)
  assert.match(back, />et 3 autres</)

  const deadline = /<p>Toute demande[^]*?<\/p>/
  const gone = bill.replace(deadline, '').replace('<li>Une lettre tient en une page.</li>', '')
  assert.ok(gone.length < bill.length - 80)
  const removed = await textOf(await previewOf(world, { name: 'd.html', bytes: gone }, camille))
  assert.match(removed, /Dans 1 passage, ce fichier déferait/)
})

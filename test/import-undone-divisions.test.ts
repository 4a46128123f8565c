import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { previewImport } from '../src/imports/index.ts'
import { operator } from '../src/permissions.ts'
import { changeAs, workshop, type ChangingHands } from './change-by-hand.ts'
import { readInto } from './read-again.ts'
import { runVivace } from './run-vivace.ts'
import { publishNext } from './second-edition.ts'
import { previewOf } from './send-file.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, smallBill, type World } from './world.ts'

const twoItems = '<li>Une lettre tient en une page.</li><li>Un sigle y est développé.</li>'
const oneItem = '<li>Une lettre tient en une page. Un sigle y est développé.</li>'
const passage = 'Chaque commune publie'
const cut = (text: string) => text.replace('services. Elle la met', 'services.</p><p>Elle la met')

let world: World
let bill: string
let camille: Somebody
let hand: ChangingHands
beforeEach(async () => {
  world = await openWorld()
  bill = (await readFile(smallBill, 'utf8')).replaceAll(/\s+/g, ' ').replaceAll('> <', '><')
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  hand = changeAs(world, camille)
})
afterEach(() => world.close())

/** What the preview of a file says of splits and mergers that it takes back; empty where it says nothing. */
async function warning(text: string): Promise<string> {
  const page = await textOf(
    world.get(await previewOf(world, { name: 'a.html', bytes: text }, camille), camille),
  )
  assert.match(page, /id="differences"/)
  return /<div class="notice refused"><p>Ce fichier reviendrait[^]*?<\/div>/.exec(page)?.[0] ?? ''
}

test('a file that takes back what was split and merged by hand says so, with the passages and the reasons', async () => {
  const [first] = await hand.split(passage, 1, { reason: 'Deux idées.' })
  const [whole] = await hand.merge('Une lettre', { reason: 'Une <seule> idée.' })
  const told = await warning(bill)
  assert.match(told, /reviendrait sur 2 passages qui ont été coupés[^<]*l’import\u00A0:/)
  const text = '/fr/workshop/reports/petite-loi/text'
  const said = [
    [first, 'Chaque commune publie', 'coupé en deux', 'Deux idées.'],
    [whole, 'Une lettre tient', 'réuni au suivant', 'Une &lt;seule&gt; idée.'],
  ]
  for (const [id, start, did, reason] of said) {
    const told1 = new RegExp(
      `<a href="${text}\\?at=${id}#${id}"[^>]*>${start}[^<]*</a> ${did}, à la main[^<]*<bdi class="typed">${reason}</bdi>`,
    )
    assert.match(told, told1)
  }
  assert.equal(await warning(cut(bill).replace(twoItems, oneItem)), '', 'a file that has them')

  const path = join(tmpdir(), `vivace-${process.pid}.html`)
  await writeFile(path, bill)
  const { stdout } = await runVivace(world.url, [
    'import',
    path,
    '--report',
    'petite-loi',
    '--preview',
  ])
  assert.match(stdout, /undoes a split made by hand: Chaque commune [^\n]*\(Deux idées\.\)/)
  assert.match(stdout, /undoes a merger made by hand: Une lettre [^\n]*\(Une <seule> idée\.\)/)
})

test('of what was taken back and made again by hand the last reason is said', async () => {
  await hand.split(passage, 1, { reason: 'Première raison.' })
  await hand.undo()
  assert.equal(await warning(bill), '', 'there is nothing to take back')
  await hand.merge('Une lettre', { reason: 'Première raison.' })
  await hand.undo()
  await hand.merge('Une lettre', { reason: 'Autre raison.' })
  const told = await warning(bill)
  assert.match(told, /reviendrait sur un passage qui a été coupé[^]*Autre raison\./)
  assert.doesNotMatch(told, /Première/)
})

test('a passage that a file cuts elsewhere than where it was merged is told as its change only', async () => {
  const second = 'Un sigle y est développé. Il est rare qu’un sigle se comprenne autrement.'
  const whole = `Une lettre tient en une page. ${second}`
  assert.ok(bill.includes(twoItems))
  const items = `<li>${whole.replace('. Il', '.</li><li>Il')}</li>`
  await hand.edit('Un sigle', { wording: second })
  await hand.merge('Une lettre')
  assert.equal(await warning(bill.replace(twoItems, items)), '')
})

test('a split is told whose second piece was edited since, and the file has the whole, itself edited or not', async () => {
  await hand.split(passage, 1, { reason: 'Deux idées.' })
  const wording = 'Elle la met à jour chaque année. La liste est gratuite, en ligne et pour tous.'
  await hand.edit('Elle la met', { wording })
  assert.match(await warning(bill), /coupé en deux, à la main[^<]*<bdi class="typed">Deux idées/)
  const edited = bill.replace('Chaque commune publie', 'Une commune publie toujours')
  assert.match(await warning(edited), /coupé en deux, à la main/)
})

test('a piece that was merged with the next passage, and a file that has the two as they were, are both told', async () => {
  const [one, two] = ['Une lettre tient en une page. Elle est datée.', 'Un sigle y est développé.']
  const text = bill.replace(twoItems, `<li>${one}</li><li>${two}</li>`)
  assert.ok((await readInto(world, text)).ok)
  await publishNext(world)
  await hand.split('Une lettre', 1)
  await hand.merge('Elle est datée')
  const told = await warning(text)
  assert.match(told, /reviendrait sur 2 passages[^]*coupé en deux[^]*réuni au suivant/)
})

test('a merger is told where a file has the two apart, each with more words', async () => {
  await hand.merge('Une lettre')
  const [one, two] = ['Son texte se lit à voix haute sans effort.', 'Nul mot rare n’y reste seul.']
  const longer = twoItems
    .replace('page.', `page. ${one}`)
    .replace('développé.', `développé. ${two}`)
  assert.match(await warning(bill.replace(twoItems, longer)), /réuni au suivant, à la main/)
  const whole = oneItem.replace('développé.', `développé. ${two}`)
  assert.equal(await warning(bill.replace(twoItems, whole)), '', 'a file that has them as one')
})

test('what a file divided, and what an edition has published, is nobody’s work since', async () => {
  assert.ok((await readInto(world, cut(bill))).ok)
  assert.equal(await warning(bill), '')
  await hand.merge('Une lettre')
  await publishNext(world)
  assert.equal(await warning(bill), '')
})

test('what contributions changed in a piece is not undone by a file that says it in the whole', async () => {
  const nour = await world.person({ name: 'Nour' })
  const { id } = await world.blockWith(passage)
  const path = `${reportPath}/passages/${id}/amendments`
  const wording = 'Elle la tient à jour.'
  const number = await publish(world, nour, { path, sentence: '2', wording, body: 'Plus court.' })
  await hand.split(passage, 1)
  const answer = { c: `${number}`, revision: `${number}.1`, decision: 'accepted', reason: 'Oui.' }
  assert.equal((await hand.send(`${workshop}/answers`, answer)).status, 303)
  const heeded = bill.replace('Elle la met à jour chaque année.', wording)
  assert.match(await warning(heeded), /coupé en deux/)
  assert.deepEqual(await contributionsUndone(heeded), [])
  assert.deepEqual(await contributionsUndone(bill), [number])
})

async function contributionsUndone(text: string): Promise<number[]> {
  const file = { name: 'a.html', bytes: Buffer.from(text) }
  const asked = { slug: 'petite-loi', file, propositionWords: [] }
  const previewed = await previewImport(world.db, operator, asked, new Date())
  assert.ok(previewed.ok)
  return previewed.undone?.contributions ?? []
}

import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { changeAs, type ChangingHands } from './change-by-hand.ts'
import { readInto } from './read-again.ts'
import { runVivace } from './run-vivace.ts'
import { publishNext } from './second-edition.ts'
import { previewOf } from './send-file.ts'
import { textOf, type Somebody } from './take-part.ts'
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

test('what a file divided, and what an edition has published, is nobody’s work since', async () => {
  assert.ok((await readInto(world, cut(bill))).ok)
  assert.equal(await warning(bill), '')
  await hand.merge('Une lettre')
  await publishNext(world)
  assert.equal(await warning(bill), '')
})

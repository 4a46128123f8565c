import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { changeAs } from '../change-by-hand.ts'
import { publishNext } from '../second-edition.ts'
import { formOf as formFields, numberIn, reportPath, type Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, pressButton, sendSignedOut } from './page-acts.ts'
import type { State } from './page-state.ts'

const report = '/reports/petite-loi'
const workshop = `/workshop${report}`
const LONG = `, ${'interminable'.repeat(9)}, puis des mots qui se plient.`

/** Amendments that compete, that go together, and those of which the editors made one wording. */
export async function describeCompeting(world: World): Promise<State[]> {
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const writers = [
    await world.person({ name: `Anne-Marie ${'Delaroche'.repeat(7)}` }),
    await world.person({ name: 'ليلى بنت عبد الرحمن الأندلسي' }),
    await world.person({ name: 'Iris' }),
  ]
  const amend = amendIn(world, writers)
  const on = 'Toute demande reçoit'
  const rival = await amend(on, `Toute demande reçoit une réponse en une semaine${LONG}`)
  const equal = await amend(on, `Toute demande reçoit une réponse en une semaine${LONG}`)
  const other = await amend(on, 'Toute demande se discute.')
  const later = await amend(on, 'Le délai est d’un mois.', [2])
  const row = await amend('Demande\t', 'Écrite | un mois', [2])
  const rivalRow = await amend('Demande\t', 'Écrite, ou dite au guichet | six mois', [2])
  const { beside, changed } = await fillChanged(world, camille, amend)
  const together = await fillTogether(world, camille, amend)
  const { inPiece, across } = await fillSplit(world, camille, amend)
  const undone = await fillUndone(world, camille, amend)
  const { id } = await world.blockWith(on)
  const answers: State[] = [
    { name: 'competing: rivals, one to answer', path: formOf([rival]) },
    {
      name: 'competing: rivals, three together',
      path: formOf([rival, equal, other]),
      act: chooseInPart,
    },
    {
      name: 'competing: rivals, rows of a table',
      path: formOf([row, rivalRow]),
      act: chooseInPart,
    },
    {
      name: 'competing: rivals, several passages',
      path: formOf([rival, other, row]),
      act: chooseInPart,
    },
    { name: 'competing: go together', path: formOf([rival, later]), act: chooseInPart },
    { name: 'competing: goes beside what has changed', path: formOf([beside]), act: chooseInPart },
    {
      name: 'competing: in conflict with what has changed',
      path: formOf([changed]),
      act: chooseInPart,
    },
    { name: 'competing: of a passage that was split', path: formOf([inPiece]), act: chooseInPart },
    { name: 'competing: across a cut', path: formOf([across]), act: chooseInPart },
    { name: 'competing: in conflict, accepted', path: formOf([changed]), act: decide('accepted') },
    {
      name: 'competing: in conflict, the draft sent as it is',
      path: formOf([rival, other]),
      act: decide('accepted-in-part'),
    },
    {
      name: 'competing: in conflict, changed while writing',
      path: formOf([changed]),
      act: sendStale,
    },
    {
      name: 'competing: a wording that has lost its field',
      path: formOf([beside]),
      act: sendTyped,
    },
    {
      name: 'competing: in conflict, signed out meanwhile',
      path: formOf([rival, other]),
      act: sendOut,
    },
    { name: 'competing: queue, competing amendments', path: `${workshop}?obstacle=rivals` },
    { name: 'competing: queue, of changed sentences', path: `${workshop}?obstacle=changed` },
    { name: 'competing: queue, passage gone, none', path: `${workshop}?obstacle=gone` },
  ]
  return [
    ...answers.map((state) => ({ ...state, as: camille })),
    { name: 'competing: passage, competing amendments', path: `${report}/passages/${id}` },
    { name: 'competing: passage, accepted and undone', path: `${report}/passages/${undone.id}` },
    {
      name: 'competing: contribution, accepted and undone',
      path: `/contributions/${undone.number}`,
    },
    { name: 'competing: contribution, made one with another', path: `/contributions/${together}` },
  ]
}

/** Rewrites those sentences of a passage, by their numbers: the first where none is said. */
type Amend = (on: string, wording: string, sentences?: number[]) => Promise<number>

function amendIn(world: World, writers: readonly Somebody[]): Amend {
  let turns = 0
  return async (on, wording, sentences = [1]) => {
    const { id } = await world.blockWith(on)
    const writer = writers[(turns += 1) % writers.length]
    assert.ok(writer)
    const said = { wording, body: `Parce que${LONG}` }
    const form = formFields(said).concat(
      sentences.map((n): [string, string] => ['sentence', String(n)]),
    )
    const sent = await world.post(`${reportPath}/passages/${id}/amendments`, form, writer)
    assert.equal(sent.status, 303, await sent.text())
    return numberIn(sent)
  }
}

/** One whose other sentence has changed, and one whose own has. */
async function fillChanged(world: World, camille: Somebody, amend: Amend) {
  const on = 'Chaque commune publie'
  const { text, sentences } = await world.blockWith(on)
  const [, second = ''] = sentences.map(({ start, end }) => text.slice(start, end).trim())
  const taken = await amend(on, 'Elle la met à jour chaque mois.', [2])
  const beside = await amend(on, `Toute commune publie la liste. ${second}`, [1, 2])
  const changed = await amend(on, 'Elle ne la met jamais à jour.', [2])
  await answer(world, camille, [taken], { decision: 'accepted' })
  return { beside, changed }
}

/** Two of which the editors made one wording. */
async function fillTogether(world: World, camille: Somebody, amend: Amend): Promise<number> {
  const on = 'Une lettre tient'
  const numbers = [
    await amend(on, 'Une lettre tient en deux pages.'),
    await amend(on, 'Une lettre tient en une page, recto.'),
  ]
  const { sha256 } = await world.blockWith(on)
  const whole = 'Une lettre tient en deux pages, recto.'
  const stands = Buffer.from(sha256).toString('hex')
  await answer(world, camille, numbers, { decision: 'accepted-in-part', whole, stands })
  return numbers[0] ?? 0
}

/** One whose sentence went to another passage, and one that lies across the cut. */
async function fillSplit(world: World, camille: Somebody, amend: Amend) {
  const on = 'Un service sans nom'
  const inPiece = await amend(on, `2° il est décrit en une page${LONG} »`, [3])
  const across = await amend(on, `« Un service a un nom, délibéré${LONG} ;`, [1, 2])
  await changeAs(world, camille).split(on, 1)
  return { inPiece, across }
}

/** One that was accepted, and that an editor took back before the next edition. */
async function fillUndone(world: World, camille: Somebody, amend: Amend) {
  const on = 'Une réponse tardive'
  const { id, text } = await world.blockWith(on)
  const number = await amend(on, `Une réponse tardive est due${LONG}`)
  await answer(world, camille, [number], { decision: 'accepted' })
  await changeAs(world, camille).edit(on, { wording: text })
  await publishNext(world)
  return { id, number }
}

async function answer(
  world: World,
  camille: Somebody,
  ...[numbers, fields]: [number[], Record<string, string>]
): Promise<void> {
  const form = [
    ...numbers.map((number): [string, string] => ['c', String(number)]),
    ...numbers.map((number): [string, string] => ['revision', `${number}.1`]),
    ...Object.entries({ reason: `Une raison${LONG}`, ...fields }),
  ]
  const sent = await world.post(`/fr${workshop}/answers`, form, camille)
  assert.equal(sent.status, 303, await sent.text())
}

function formOf(numbers: readonly number[]): string {
  return `${workshop}/answer?${numbers.map((number) => `c=${number}`).join('&')}`
}

async function chooseInPart(page: Page): Promise<void> {
  await page.locator('#decision-accepted-in-part').check()
}

function decide(decision: string) {
  return async (page: Page): Promise<void> => {
    await page.locator(`#decision-${decision}`).check()
    await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
    await pressButton(page)
    await expectRefusal(page)
  }
}

/** As from a window that was opened before the passage changed again. */
async function sendStale(page: Page): Promise<void> {
  const stands = page.locator('input[name=stands]')
  await stands.evaluate((element) => element.setAttribute('value', '0'.repeat(64)))
  await chooseInPart(page)
  await page.locator('#whole').fill(`Chaque commune publie une liste${LONG}`)
  await decide('accepted-in-part')(page)
}

/** As after a refusal that left one amendment of two, whose field is for its own words. */
async function sendTyped(page: Page): Promise<void> {
  const stands = page.locator('input[name=stands]')
  const typed = `<textarea name="typed" hidden>Une rédaction${LONG}\nsur deux lignes.</textarea>`
  await stands.evaluate((element, field) => element.insertAdjacentHTML('afterend', field), typed)
  await chooseInPart(page)
  await page.locator('#reason').fill('\u200B')
  await pressButton(page)
  await expectRefusal(page)
}

async function sendOut(page: Page): Promise<void> {
  await chooseInPart(page)
  await page.locator('#whole').fill(`Une rédaction${LONG}`)
  await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
  await sendSignedOut(page, page.locator('main form button'))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAnchorsIn } from '../src/anchors/index.ts'
import { requireEdition } from '../src/reports/index.ts'
import {
  amend,
  amendAll,
  answer,
  camille,
  causesOf,
  form,
  refused,
  workshop,
  world,
} from './answering.ts'
import { changeAs } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { reportPath, textOf } from './take-part.ts'

const list = 'Chaque commune publie'
const letter = 'Une lettre tient'
const sign = 'Un sigle y est développé.'
const accepted = { decision: 'accepted' }

const hands = () => changeAs(world, camille)
const textAt = async (on: string) => (await world.blockWith(on)).text
const queueOf = (obstacle: string) => textOf(world.get(`${workshop}?obstacle=${obstacle}`, camille))

const latest = async () =>
  String((await requireEdition(world.db, 'petite-loi', 'latest')).edition.number)

/** Accepted in the second piece of a split. */
let moved = 0

test('amendments are accepted in the piece of a split that has their words, and nowhere twice', async () => {
  const goes = await amend({
    on: list,
    sentence: '3',
    wording: 'La liste est gratuite et lisible.',
  })
  const stays = await amend({ on: list, sentence: '1', wording: 'Chaque commune publie sa liste.' })
  const more = await amend({
    on: list,
    sentence: '2',
    wording: 'Elle la met à jour. Elle la date.',
  })
  moved = goes
  const [first, second] = await hands().split(list, 2)
  for (const obstacle of ['changed', 'gone']) {
    assert.doesNotMatch(await queueOf(obstacle), new RegExp(`n°\\s${goes}`, 'u'))
  }
  const page = await textOf(world.get(form([goes]), camille))
  assert.match(page, /a été coupé en deux depuis/)
  assert.match(page, /name="whole"[^>]*>La liste est gratuite et lisible\.</)
  for (const number of [goes, stays, more]) {
    assert.equal((await answer({ numbers: [number], ...accepted })).status, 303)
  }
  assert.equal((await causesOf(goes))[0]?.on, second)
  assert.equal((await causesOf(more))[0]?.on, first)
  assert.equal(await textAt('La liste est'), 'La liste est gratuite et lisible.')
  assert.equal(
    await textAt('Chaque commune publie sa'),
    'Chaque commune publie sa liste. Elle la met à jour. Elle la date.',
  )
})

test('accepted together, they go each where its words are, and what both say is said once', async () => {
  const on = 'Toute demande reçoit'
  const { sentences, text } = await world.blockWith(on)
  const [one = '', two = ''] = sentences.map(({ start, end }) => text.slice(start, end).trim())
  const start = await amend({ on, sentence: '1', wording: `${one} Elle est datée.` })
  const same = await amend({ on, sentence: '1', wording: `${one} Elle est datée.` })
  const end = await amend({ on, sentence: '2', wording: `Et ${two}` })
  await hands().split(on, 1)
  assert.equal((await answer({ numbers: [end, start], ...accepted })).status, 303)
  await refused({ numbers: [same], ...accepted }, /dit déjà|rien ne change/i)
  assert.equal(await textAt(on), `${one} Elle est datée.`)
  assert.equal(await textAt('Et '), `Et ${two}`)
})

test('an amendment is accepted in the whole that its passage became a part of', async () => {
  const number = await amend({ on: sign, wording: 'Un sigle n’y est pas.' })
  const before = await textAt(letter)
  const [whole] = await hands().merge(letter)
  assert.doesNotMatch(await queueOf('gone'), new RegExp(`n°\\s${number}`, 'u'))
  assert.equal((await answer({ numbers: [number], ...accepted })).status, 303)
  assert.equal((await causesOf(number))[0]?.on, whole)
  assert.equal(await textAt(letter), `${before} Un sigle n’y est pas.`)
})

test('a sentence that got another number with a split that was undone is still there', async () => {
  const on = 'Une réponse tardive reste'
  await hands().edit(on, {
    wording: 'Une réponse tardive reste due. Elle s’excuse. Elle dit pourquoi.',
  })
  await publishNext(world)
  const { sentences } = await world.blockWith(on)
  const said = { on, edition: await latest(), wording: 'Elle demande pardon.' }
  const number = await amend({ ...said, sentence: String(sentences[1]?.n) })
  await hands().split(on, 2)
  await hands().split(on, 1)
  await hands().undo()
  assert.equal((await answer({ numbers: [number], ...accepted })).status, 303)
  assert.equal(await textAt(on), 'Une réponse tardive reste due. Elle demande pardon.')
})

test('what an equal amendment put in is not put in again, though it went to another passage', async () => {
  const on = 'Exposé des motifs'
  const said = { on, edition: await latest(), wording: `${await textAt(on)} Bien dit.` }
  const [first, same] = [await amend(said), await amend(said)]
  assert.equal((await answer({ numbers: [first], ...accepted })).status, 303)
  await hands().split(on, 1)
  await refused({ numbers: [same], ...accepted }, /dit déjà exactement cela/)
  assert.equal(await textAt('Bien dit.'), 'Bien dit.')
})

test('of one that lies across the cut the page shows its passage, and names the one that has the rest', async () => {
  const on = 'Les services publics parlent'
  await hands().edit(on, {
    wording: 'Les services publics parlent clair. Ils écrivent court. Ils lisent tout.',
  })
  await publishNext(world)
  const { sentences } = await world.blockWith(on)
  const last = sentences.slice(1).map(({ n }) => String(n))
  const across = await amendAll(last, {
    on,
    edition: await latest(),
    wording: 'Ils écrivent et lisent.',
  })
  const [, second] = await hands().split(on, 2)
  await refused({ numbers: [across], ...accepted }, /ont changé depuis/)
  const page = await textOf(world.get(form([across]), camille))
  assert.match(page, /Ils ne peuvent pas|Il ne peut pas/)
  assert.match(
    page,
    new RegExp(`Le reste de ce qui a été lu est là[^]*/text/${second}"[^>]*>Ils lisent`),
  )
  const [, stands = ''] =
    /Tel qu’il est dans le texte de travail([^]*?)<\/section>/.exec(page) ?? []
  assert.doesNotMatch(stands, /<del>/)
  await hands().undo()
  assert.equal((await answer({ numbers: [across], ...accepted })).status, 303)
  assert.equal(await textAt(on), 'Les services publics parlent clair. Ils écrivent et lisent.')
})

test('where it was accepted its readers find it, and no editor has to look for it', async () => {
  await publishNext(world)
  const { edition } = await requireEdition(world.db, 'petite-loi', '2')
  const { on = '' } = (await causesOf(moved))[0] ?? {}
  const anchor = (await listAnchorsIn(world.db, edition.id, [moved])).get(moved)
  assert.deepEqual([anchor?.place?.blockId, anchor?.doubtful], [on, false])
  const page = await textOf(world.get(`/fr/contributions/${moved}`))
  assert.ok(page.includes(`/passages/${on}`))
  const told = await textOf(world.get(`${reportPath}/editions/${edition.number}/changes`))
  assert.match(told, new RegExp(`/fr/contributions/${moved}"`))
})

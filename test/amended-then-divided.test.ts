import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amend, answer, camille, salome, workshop, world } from './answering.ts'
import { changeAs } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { sectionUnder } from './section-under.ts'
import { reportPath, textOf } from './take-part.ts'

const hands = () => changeAs(world, camille)
/** Number of the latest edition. */
let latest = 1

type Amended = { number: number; blockId: string }

/** An amendment of one sentence of a passage, by its place, accepted. */
async function accept(on: string, place: number, wording: string): Promise<Amended> {
  const { id: blockId, sentences } = await world.blockWith(on)
  const sentence = `${sentences[place - 1]?.n}`
  const number = await amend({ on, sentence, wording, edition: `${latest}` })
  assert.equal((await answer({ numbers: [number], decision: 'accepted' })).status, 303)
  return { number, blockId }
}

async function publishIt(): Promise<number> {
  await publishNext(world)
  latest += 1
  return latest
}

const onContribution = ({ number }: Amended) =>
  sectionUnder(world, `/fr/contributions/${number}`, 'changed-title')
const onPassage = ({ blockId }: Amended) =>
  sectionUnder(world, `${reportPath}/passages/${blockId}?edition=${latest}`, 'undone-here')

const changes = (from = '') => `${reportPath}/editions/${latest}/changes${from}`

/** The latest edition tells of an amendment once, as the cause of a change to this passage, which is named. */
async function toldOnceOf(piece: string, { number }: Amended, from = ''): Promise<void> {
  const page = await textOf(world.get(changes(from)))
  const sections = page.split('<section class="change ')
  const telling = sections.filter((one) => one.includes(`/fr/contributions/${number}"`))
  assert.equal(telling.length, 1)
  assert.ok(telling[0]?.includes(`id="change-${piece}"`), telling[0])
  assert.doesNotMatch(
    await sectionUnder(world, changes(from), 'unchanging'),
    new RegExp(`n° ${number}\\b`),
  )
}

const list = 'Chaque commune publie'
const affixed = 'Elle est affichée.'
const request = 'Toute demande'
const letter = 'Une lettre tient'

test('words that an amendment brought, and that were made a passage of their own, are told with it', async () => {
  const alone = await accept(list, 3, `La liste est gratuite. ${affixed}`)
  const [, piece] = await hands().split(list, 3)
  assert.match(await onContribution(alone), /la prochaine édition le publiera/)
  const before = await textOf(world.get(`${workshop}/publication`, salome))
  assert.doesNotMatch(before, /n’a rien changé dans le texte/)

  const merged = await accept(letter, 1, 'Une lettre tient en une page. Elle est datée.')
  const [, start] = await hands().split(letter, 1)
  await hands().merge('Elle est datée.')

  const last = (await world.blockWith(request)).sentences.length
  const { text, sentences } = await world.blockWith(request)
  const said = text.slice(sentences[last - 1]?.start)
  const twice = await accept(request, last, `${said} Elle est signée. Elle est motivée.`)
  const [, first] = await hands().split(request, last)
  const [, second] = await hands().split('Elle est signée.', 1)

  await publishIt()
  await toldOnceOf(piece, alone)
  await toldOnceOf(start, merged)
  await toldOnceOf(first, twice)
  await toldOnceOf(second, twice)
  for (const one of [alone, merged, twice]) {
    assert.match(await onContribution(one), /Elle a changé/)
    assert.equal(await onPassage(one), '')
  }
  const page = await textOf(world.get(`/fr/contributions/${alone.number}`))
  assert.ok(page.includes(`changes?at=${piece}#change-${piece}"`))
})

test('an amendment stands where all that it brought does, in whichever piece', async () => {
  const on = 'Les services publics parlent'
  const { text } = await world.blockWith(on)
  const amended = await accept(on, 1, `Voici la règle. ${text}`)
  await hands().split('Voici la règle.', 1)
  await publishIt()
  assert.match(await onContribution(amended), /Elle a changé/)
  assert.doesNotMatch(await onContribution(amended), /tels quels/)
  assert.equal(await onPassage(amended), '')
})

test('what an edition published, and a later one made a passage of its own, is still there', async () => {
  const on = 'Une réponse tardive'
  const { text } = await world.blockWith(on)
  const amended = await accept(on, 1, `${text} Elle est annulée.`)
  const published = await publishIt()
  const [, piece] = await hands().split(on, 1)
  await publishIt()
  assert.doesNotMatch(await onContribution(amended), /n’est plus/)
  assert.equal(await onPassage(amended), '')
  await toldOnceOf(piece, amended, `?from=${published - 1}`)

  await hands().remove('Elle est annulée.')
  const gone = await publishIt()
  assert.match(await onContribution(amended), new RegExp(`Depuis l’édition ${gone}, ce changement`))
  assert.match(await onPassage(amended), new RegExp(`depuis l’édition ${gone}`))
})

test('what became a part of another passage is not said to be gone, nor before it came', async () => {
  const on = 'Les services publics parlent'
  const clear = 'Les services publics parlent clair.'
  await hands().edit(on, { wording: `Voici les mots. ${clear}` })
  await hands().split('Voici les mots.', 1)
  await publishIt()
  const short = 'Les services publics écrivent court.'
  await hands().edit(clear, { wording: short })
  await publishIt()
  const amended = await accept(short, 1, `${short} Ils se relisent.`)
  await hands().merge('Voici les mots.')
  await publishIt()
  assert.match(await onContribution(amended), /Elle a changé/)
  assert.doesNotMatch(await onContribution(amended), /n’est plus/)
})

test('nor is what was written into another passage by hand before it was published', async () => {
  const said = 'Un sigle y est développé.'
  await hands().edit(said, { wording: `${said} ${said}` })
  await publishIt()
  const amended = await accept(said, 1, 'Un mot suffit.')
  await hands().split('Un mot suffit.', 1)
  await hands().edit('Un mot suffit.', { wording: said })
  await hands().edit('Exposé des motifs', { wording: 'Exposé des motifs. Un mot suffit.' })
  await publishIt()
  assert.match(await onContribution(amended), /Elle a changé/)
  assert.doesNotMatch(await onContribution(amended), /n’est plus/)
})

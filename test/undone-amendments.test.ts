import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs, workshop, type ChangingHands } from './change-by-hand.ts'
import { readInto } from './read-again.ts'
import { publishNext } from './second-edition.ts'
import { sectionUnder } from './section-under.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, smallBill, type World } from './world.ts'

let world: World
let nour: Somebody
let salome: Somebody
let hands: ChangingHands
/** Number of the latest edition. */
let latest = 1
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  salome = await world.person({ name: 'Salomé' })
  hands = changeAs(world, salome)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

type Amended = { number: number; blockId: string }

/** An amendment of the first sentence of a passage, accepted. */
async function accept(on: string, wording: string): Promise<Amended> {
  const { id: blockId } = await world.blockWith(on)
  const path = `${reportPath}/passages/${blockId}/amendments`
  const said = { sentence: '1', wording, body: 'Mieux.', edition: `${latest}` }
  const number = await publish(world, nour, { path, ...said })
  const given = { c: `${number}`, revision: `${number}.1`, decision: 'accepted', reason: 'Oui.' }
  const sent = await world.post(`${workshop}/answers`, Object.entries(given), salome)
  assert.equal(sent.status, 303, await sent.text())
  return { number, blockId }
}

async function edit(on: string, wording: string): Promise<void> {
  assert.equal((await hands.edit(on, { wording })).status, 303)
}

async function publishIt(): Promise<number> {
  await publishNext(world)
  latest += 1
  return latest
}

const under = (path: string, heading: string) => sectionUnder(world, path, heading)
const onContribution = ({ number }: Amended) =>
  under(`/fr/contributions/${number}`, 'changed-title')
const onPassage = ({ blockId }: Amended, edition: number) =>
  under(`${reportPath}/passages/${blockId}?edition=${edition}`, 'undone-here')

/** An edition that tells of an amendment as accepted without changing words, and of the change without it. */
async function toldWithout({ number, blockId }: Amended): Promise<void> {
  const path = `${reportPath}/editions/${latest}/changes`
  const named = new RegExp(`Amendement n° ${number}\\b`)
  const change = await under(path, `change-${blockId}`)
  assert.match(change, /Passage modifié/)
  assert.doesNotMatch(change, named)
  assert.match(await under(path, 'unchanging'), named)
}

test('an amendment that a change by hand took back before the edition is told so, not as its cause', async () => {
  const amended = await accept('Toute demande', 'Toute demande reçoit une réponse écrite.')
  await edit(
    'Toute demande',
    'Toute demande reçoit une réponse motivée. Le délai est de deux mois.',
  )
  assert.match(
    await onContribution(amended),
    /défait depuis, et n’est plus dans le texte de travail/,
  )
  assert.doesNotMatch(await onContribution(amended), /la prochaine édition le publiera/)
  const list = await textOf(world.get(`${workshop}/publication`, salome))
  assert.match(list, /1 proposition acceptée n’a rien changé dans le texte/)
  assert.equal(await onPassage(amended, 1), '', 'no edition has it yet')
  const edition = await publishIt()
  const said = await onContribution(amended)
  assert.match(said, new RegExp(`défait avant la publication de l’édition ${edition}\\.`))
  assert.doesNotMatch(said, /Elle a changé/)
  assert.match(
    await onPassage(amended, edition),
    /Amendement n° \d+ , Nour Acceptée ; ce qu’elle avait changé a été défait avant la publication de l’édition 2/,
  )
  await toldWithout(amended)
})

test('so is one that a file took back, which says something else of another sentence', async () => {
  const amended = await accept('Chaque commune', 'Toute commune publie ses services.')
  const bill = await readFile(smallBill, 'utf8')
  const kept = bill
    .replace('trois mois', 'deux mois')
    .replace(/La liste est\s+gratuite/, 'La liste est libre')
  assert.ok((await readInto(world, kept)).ok)
  await publishIt()
  assert.match(
    await onContribution(amended),
    new RegExp(`défait avant la publication de l’édition ${latest}`),
  )
  assert.match(
    await onPassage(amended, latest),
    new RegExp(`défait avant la publication de l’édition ${latest}`),
  )
  await toldWithout(amended)
})

test('where other words followed, what the edition says is told as it is', async () => {
  const amended = await accept('Les services publics parlent', 'Les services parlent clair.')
  await edit('Les services parlent clair', 'Les services parlent net.')
  assert.match(await onContribution(amended), /le texte de travail ne dit pas ces mots tels quels/)
  await publishIt()
  const said = await onContribution(amended)
  assert.match(
    said,
    new RegExp(`un autre changement a suivi, et l’édition ${latest} ne dit pas ces mots`),
  )
  assert.doesNotMatch(said, /Elle a changé/)
  assert.match(
    await onPassage(amended, latest),
    new RegExp(`l’édition ${latest} ne dit pas ses mots tels quels`),
  )
})

test('another apostrophe is no other word', async () => {
  const amended = await accept('Une lettre tient', "Une lettre tient sur l'unique page.")
  await edit('Une lettre tient', 'Une lettre tient sur l’unique page.')
  await publishIt()
  assert.match(await onContribution(amended), /Elle a changé la phrase 1 de ce passage/)
  assert.equal(await onPassage(amended, latest), '')
})

test('what an edition published, and a later one took back, is told of both', async () => {
  const { text: was } = await world.blockWith('Exposé des motifs')
  const amended = await accept('Exposé des motifs', 'Voici pourquoi.')
  const published = await publishIt()
  assert.equal(await onPassage(amended, published), '')
  await edit('Voici pourquoi', was)
  assert.doesNotMatch(await onContribution(amended), /n’est plus/)
  const back = await publishIt()
  const said = await onContribution(amended)
  assert.match(
    said,
    new RegExp(`Elle a changé la phrase 1 de ce passage dans l’édition ${published}`),
  )
  assert.match(said, new RegExp(`Depuis l’édition ${back}, ce changement n’est plus dans le texte`))
  assert.equal(await onPassage(amended, published), '', 'that edition has it')
  const gone = new RegExp(`n’est plus dans le texte depuis l’édition ${back}`)
  assert.match(await onPassage(amended, back), gone)
})

test('of what was not accepted a passage says nothing, nor one passage of what became of another', async () => {
  const { text: was, id: blockId } = await world.blockWith('Une réponse tardive')
  const remark = await publish(world, nour, { body: 'À revoir.', edition: `${latest}` })
  const caused = { erratum: '', contributions: `${remark}` }
  const reworded = { wording: 'Une réponse tardive est une réponse.', ...caused }
  assert.equal((await hands.edit('Une réponse tardive', reworded)).status, 303)
  await edit('Une réponse tardive', was)
  const amended = await accept('Un sigle', 'Un sigle est dit.')
  const further = { erratum: '', contributions: `${amended.number}` }
  const other = { wording: 'Une page a deux faces.', ...further }
  assert.equal((await hands.edit('Une lettre tient', other)).status, 303)
  await edit('Un sigle est', 'Un sigle y est développé.')
  await publishIt()
  assert.equal(await onPassage({ number: remark, blockId }, latest), '')
  assert.match(await onPassage(amended, latest), /Acceptée/)
  const { id } = await world.blockWith('Une page a deux faces')
  assert.equal(await onPassage({ ...amended, blockId: id }, latest), '')
})

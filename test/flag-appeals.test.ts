import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { listAppeals } from '../src/moderation/appeal-store.ts'
import { appealOn, contest, statementOf } from './contest.ts'
import { answerAppeal, answerFlags, flag, followedFrom, waitingOn } from './flagging.ts'
import { moderate, withhold } from './moderate.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let nour: Somebody
let maud: Somebody
let milo: Somebody
let salome: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  milo = await world.person({ name: 'Milo', role: 'moderator' })
  salome = await world.person({ name: 'Salomé' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const mailTo = async (email: string) => (await world.mailsTo(email)).at(-1)?.text ?? ''
const stateOf = async (number: number) => (await findContribution(world.db, number))?.state

test('whoever flagged contests a dismissal by their link, and somebody else hides what they flagged', async () => {
  const number = await publish(world, nour, { body: 'Une insulte bien cachée.' })
  const flagger = { name: 'Lou', email: 'lou@example.org' }
  await flag(world, number, flagger)
  await answerFlags(world, maud, number)
  const path = await followedFrom(world, 'lou@example.org')
  const send = (why: string) => world.post(`${path}/appeal`, [['reason', why]])
  assert.equal(await statusOf(world.get(`${path}/appeal`)), 200)
  assert.match(await textOf(send('')), /Dites pourquoi/)
  assert.equal((await send('L’insulte est dans le mot caché.')).status, 303)
  assert.match(await textOf(send('Encore.')), /déjà contestée/)
  assert.match(await textOf(world.get(path)), /Vous avez contesté le/)
  const back = await world.post(`${path}/appeal/withdrawal`, [])
  assert.match(back.headers.get('Location') ?? '', /done=withdrawn/)
  assert.equal((await send('L’insulte est dans le mot caché.')).status, 303)
  const hiding = { choice: 'withheld', ground: '1', reason: 'Insulte.' }
  assert.match(await textOf(moderate(world, maud, number, hiding)), /Cette décision est contestée/)

  const id = await appealOn(world, number)
  const answer = { answer: 'C’est une insulte.', ground: '1' }
  assert.match(
    await textOf(answerAppeal(world, milo, id, { ...answer, ground: '' })),
    /Choisissez la règle ou la loi/,
  )
  assert.match(await textOf(answerAppeal(world, maud, id, answer)), /votre décision/)
  assert.match(await textOf(answerAppeal(world, nour, id, answer)), /introuvable|n’existe|trouv/)
  assert.equal((await answerAppeal(world, milo, id, answer)).status, 303)
  assert.equal(await stateOf(number), 'withheld')
  assert.match(await mailTo('lou@example.org'), /vous a donné raison/)
  assert.equal(await waitingOn(world, number), '')

  // Its author contests that in turn; what is decided then is the last word here for whoever flagged.
  assert.equal((await contest(world, number, nour)).status, 303)
  assert.equal((await answerAppeal(world, salome, await appealOn(world, number))).status, 303)
  assert.equal(await stateOf(number), 'published')
  const last = await textOf(world.get(await followedFrom(world, 'lou@example.org')))
  assert.match(last, /de ne rien masquer[^]*critique vive/)
  assert.doesNotMatch(last, /Contester cette décision/)
})

test('a dismissal is confirmed, or reversed by cutting a part', async () => {
  const numbers: number[] = []
  for (const body of ['Confirmée.', 'Du bon. À couper.']) {
    const number = await publish(world, nour, { body })
    await flag(world, number, { name: 'Léo', email: 'leo@example.org' })
    await answerFlags(world, maud, number)
    const path = await followedFrom(world, 'leo@example.org')
    await world.post(`${path}/appeal`, [['reason', 'Ce n’est pas permis.']])
    numbers.push(number)
  }
  const [confirmed = 0, cut = 0] = numbers
  const fields = { outcome: 'confirmed', answer: 'C’est permis.' }
  assert.equal(
    (await answerAppeal(world, milo, await appealOn(world, confirmed), fields)).status,
    303,
  )
  assert.match(await mailTo('leo@example.org'), /confirmé que rien n’est à masquer/)
  const cutting = { choice: 'cut', ground: '1', words: 'À couper.', reason: 'Insulte.' }
  assert.equal((await moderate(world, milo, cut, cutting)).status, 303)
  assert.equal((await listAppeals(world.db, cut))[0]?.outcome, 'reversed')
  assert.match(await mailTo('leo@example.org'), /vous a donné raison/)
})

test('whoever flagged what an appeal is about does not decide on it', async () => {
  const number = await publish(world, nour, { body: 'Signalée par qui modère.' })
  assert.equal((await flag(world, number, {}, milo)).status, 303)
  const fields = { choice: 'withheld', ground: '1', reason: 'Insulte.' }
  assert.match(await textOf(moderate(world, milo, number, fields)), /signalements est le vôtre/)
  const flags = await waitingOn(world, number)
  assert.equal((await moderate(world, maud, number, { ...fields, flags })).status, 303)
  await contest(world, number, nour)
  const id = await appealOn(world, number)
  assert.match(await textOf(answerAppeal(world, milo, id)), /est la vôtre/)
  const queue = '/fr/workshop/reports/petite-loi/moderation'
  assert.match(await textOf(world.get(`${queue}?ground=contested`, salome)), /Signalée par qui/)
  assert.equal((await answerAppeal(world, salome, id)).status, 303)
})

test('a moderator whose own flag was dismissed contests it, and leaves it to somebody else', async () => {
  const number = await publish(world, nour, { body: 'Écartée, puis contestée.' })
  const sent = await flag(world, number, {}, milo)
  const path = (sent.headers.get('Location') ?? '').replace(/\?.*/, '')
  assert.equal((await answerFlags(world, maud, number)).status, 303)
  await world.post(`${path}/appeal`, [['reason', 'Ce n’est pas permis.']], milo)
  const hiding = { choice: 'withheld', ground: '1', reason: 'Insulte.' }
  assert.match(await textOf(moderate(world, milo, number, hiding)), /Cette décision est contestée/)
  assert.equal((await moderate(world, salome, number, hiding)).status, 303)
})

test('what was contested and withdrawn three times is contested no more', async () => {
  const number = await publish(world, nour, { body: 'Une phrase disputée.' })
  await withhold(world, maud, number)
  const statement = await statementOf(world, number)
  for (const turn of [1, 2, 3]) {
    assert.equal((await contest(world, number, nour)).status, 303, String(turn))
    await world.post(`${statement}/appeal/withdrawal`, [], nour)
  }
  const fourth = await contest(world, number, nour)
  assert.equal(fourth.status, 422)
  assert.match(await fourth.text(), /trois fois/)
  const late = await world.post(`${statement}/appeal/withdrawal`, [], nour)
  assert.match(late.headers.get('Location') ?? '', /done=appeal-decided/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { forgetFlags } from '../src/moderation/index.ts'
import { listFlags } from '../src/moderation/flag-store.ts'
import { saveIdentity } from '../src/people/index.ts'
import { answerFlags, flag, followedFrom, waitingOn } from './flagging.ts'
import { moderate, undo } from './moderate.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let nour: Somebody
let iris: Somebody
let maud: Somebody
let camille: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const queuePath = '/fr/workshop/reports/petite-loi/moderation'
const decisionPath = (number: number) => `/fr/workshop/contributions/${number}/moderation`
const mailTo = async (email: string) => (await world.mailsTo(email)).at(-1)?.text ?? ''
const flagsOn = (number: number) => listFlags(world.db, number)
const addressOf = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` })

test('one decision answers all the flags that were read with it, and those who flagged are told', async () => {
  const number = await publish(world, nour, { body: 'Du bon. Une vraie insulte.' })
  await flag(world, number, addressOf('Paul'))
  await flag(world, number, addressOf('Rose'))
  const flags = await waitingOn(world, number)
  await flag(world, number, addressOf('Tard'))
  const fields = {
    choice: 'cut',
    ground: '1',
    words: 'Une vraie insulte.',
    reason: 'Insulte.',
    flags,
  }
  assert.equal((await moderate(world, maud, number, fields)).status, 303)
  for (const email of ['paul@example.org', 'rose@example.org']) {
    assert.match(await mailTo(email), /vous a donné raison[^]*sans moyen automatisé/)
    const followed = await textOf(world.get(await followedFrom(world, email)))
    assert.match(followed, /vous a donné raison/)
    assert.doesNotMatch(followed, /Contester/)
  }
  assert.doesNotMatch(await mailTo('tard@example.org'), /donné raison/)
  assert.match(await textOf(world.get(queuePath, maud)), new RegExp(`/${number}/moderation`))

  // What came too late is answered by what is hidden already.
  const upheld = await answerFlags(world, maud, number, { outcome: 'upheld', reason: '' })
  assert.equal(upheld.status, 303)
  assert.match(await mailTo('tard@example.org'), /vous a donné raison/)
  const decisions = await textOf(world.get(`/fr/contributions/${number}`, nour))
  const [, statement = ''] =
    /href="(\/fr\/contributions\/\d+\/decisions\/\d+)"/.exec(decisions) ?? []
  assert.match(await textOf(world.get(statement, nour)), /On l’a signalée/)

  // Shown again, it waits again for an answer to each.
  assert.equal((await undo(world, maud, number)).status, 303)
  assert.match(await mailTo('rose@example.org'), /a été annulée/)
  assert.equal((await waitingOn(world, number)).split(',').length, 3)
  assert.equal((await answerFlags(world, camille, number)).status, 303)
})

test('flags are dismissed with a reason, which can be taken back; nothing hidden cannot be their answer', async () => {
  const number = await publish(world, nour, { body: 'Une critique vive.' })
  await flag(world, number, addressOf('Lise'))
  for (const [fields, sentence] of [
    [{ outcome: '' }, /Choisissez votre décision sur les signalements/],
    [{ reason: ' ' }, /Donnez la raison à qui a signalé/],
    [{ reason: 'x'.repeat(4001) }, /dépasse 4\s?000 caractères/],
    [{ outcome: 'upheld' }, /Rien n’est masqué de cette contribution/],
    [{ flags: '' }, /a répondu à un de ces signalements/],
  ] as const) {
    const refused = await answerFlags(world, maud, number, fields)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), sentence)
  }
  const gone = await answerFlags(world, undefined, number)
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /session a pris fin[^]*Elle critique une idée/)
  assert.equal((await answerFlags(world, iris, number)).status, 404)
  assert.equal((await answerFlags(world, maud, number)).status, 303)
  const mail = await mailTo('lise@example.org')
  assert.match(mail, /ne rien masquer[^]*Elle critique une idée[^]*jusqu’au[^]*article 21/)
  assert.match(await textOf(world.get(await followedFrom(world, 'lise@example.org'))), /Contester/)

  const shown = await textOf(world.get(decisionPath(number), maud))
  const [, verdict = ''] = /name="verdict" value="(\d+)"/.exec(shown) ?? []
  const undoing = (as: Somebody) =>
    world.post(`${decisionPath(number)}/flags/undo`, [['verdict', verdict]], as)
  assert.equal((await undoing(iris)).status, 404)
  assert.equal((await undoing(maud)).status, 303)
  assert.equal((await undoing(maud)).status, 422)
  assert.match(await mailTo('lise@example.org'), /a été annulée/)
  assert.equal((await answerFlags(world, maud, number)).status, 303)
})

test('nobody decides on a flag of their own, or on their own words', async () => {
  const number = await publish(world, nour, { body: 'Signalée par la modération.' })
  assert.equal((await flag(world, number, {}, maud)).status, 303)
  assert.match(
    await textOf(answerFlags(world, maud, number)),
    /Un de ces signalements est le vôtre/,
  )
  const flags = await waitingOn(world, number)
  const fields = { choice: 'withheld', ground: '1', reason: 'Insulte.', flags }
  assert.match(await textOf(moderate(world, maud, number, fields)), /signalements est le vôtre/)
  assert.equal((await moderate(world, camille, number, fields)).status, 303)
  // Nor on one that they sent without signing in.
  const apart = await publish(world, nour, { body: 'Signalée de chez soi.' })
  const subject = 'maud@example.org'
  const personId = maud.actor.personId ?? 0
  await saveIdentity(world.db, { personId, provider: 'email', subject, createdAt: new Date() })
  await flag(world, apart, { name: 'M.', email: subject })
  assert.match(await textOf(answerFlags(world, maud, apart)), /signalements est le vôtre/)
  const own = await publish(world, maud, { body: 'Écrite par la modération.' })
  await flag(world, own)
  assert.match(await textOf(answerFlags(world, maud, own)), /Cette contribution est la vôtre/)
})

test('of two who answer at once one does, and the other is told', async () => {
  const number = await publish(world, nour, { body: 'Deux personnes décident.' })
  await flag(world, number, addressOf('Zoe'))
  const flags = await waitingOn(world, number)
  const answers = await Promise.all([
    answerFlags(world, maud, number, { flags }),
    answerFlags(world, camille, number, { flags }),
  ])
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
  assert.deepEqual(statuses, [303, 422])
  const late = { choice: 'withheld', ground: '1', reason: 'Insulte.', flags }
  assert.match(await textOf(moderate(world, maud, number, late)), /depuis que vous avez ouvert/)
  assert.equal((await findContribution(world.db, number))?.state, 'published')
})

test('a year after the decision nobody knows any more who flagged, or in which words', async () => {
  const number = await publish(world, nour, { body: 'Une phrase d’autrefois.' })
  await flag(world, number, { ...addressOf('Ancien'), ground: 'law', law: 'Loi de Monsieur X' })
  await flag(world, number, addressOf('Attend'))
  const [first] = await flagsOn(number)
  await answerFlags(world, maud, number, { flags: String(first?.id) })
  const path = await followedFrom(world, 'ancien@example.org')
  const day = 24 * 3600 * 1000
  await forgetFlags(world.db, new Date(Date.now() + 364 * day))
  assert.equal((await flagsOn(number))[0]?.email, 'ancien@example.org')
  await forgetFlags(world.db, new Date(Date.now() + 366 * day))
  const [ancien, attend] = await flagsOn(number)
  const { email, name, explanation, words, ground } = ancien ?? {}
  assert.deepEqual(
    { email, name, explanation, words, ground },
    { email: null, name: null, explanation: '', words: '', ground: { law: '' } },
  )
  assert.equal(attend?.email, 'attend@example.org', 'what waits is kept')
  assert.equal(await statusOf(world.get(path)), 404)
})

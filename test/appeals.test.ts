import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { listAppeals } from '../src/moderation/appeal-store.ts'
import { forgetFlags } from '../src/moderation/index.ts'
import { listDecisions } from '../src/moderation/store.ts'
import { operator } from '../src/permissions.ts'
import { grantRole, siteDomain } from '../src/roles/index.ts'
import { appealOn, contest, reason, statementOf } from './contest.ts'
import { answerAppeal } from './flagging.ts'
import { moderate, release, setMode, undo, withhold } from './moderate.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let nour: Somebody
let iris: Somebody
let maud: Somebody
let milo: Somebody
let salome: Somebody
let garance: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  milo = await world.person({ name: 'Milo', role: 'moderator' })
  garance = await world.person({ name: 'Garance', role: 'guarantor' })
  salome = await world.person({ name: 'Salomé' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const mailTo = async (email: string) => (await world.mailsTo(email)).at(-1)?.text ?? ''
const stateOf = async (number: number) => (await findContribution(world.db, number))?.state

test('an author contests what hides their words; somebody else reverses it, and it is public again', async () => {
  const { cookie } = await world.enter('ines@example.org', 'Inès')
  const ines = { cookie, actor: nour.actor }
  const number = await publish(world, ines, { body: 'Une règle absurde.' })
  await withhold(world, maud, number, 'Elle vise quelqu’un.')
  const withheld = await mailTo('ines@example.org')
  assert.match(
    withheld,
    /contester cette décision ici, gratuitement, jusqu’au[^]*article 21[^]*justice/,
  )
  const statement = await statementOf(world, number)
  for (const path of [statement, `/fr/contributions/${number}`]) {
    assert.match(await textOf(world.get(path, ines)), new RegExp(`href="${statement}/appeal"`))
  }
  for (const as of [maud, garance]) {
    assert.doesNotMatch(await textOf(world.get(statement, as)), /Contester/)
    assert.equal(await statusOf(world.get(`${statement}/appeal`, as)), 404)
    assert.equal((await contest(world, number, as)).status, 404)
  }
  assert.equal((await contest(world, number, undefined)).status, 422, 'signed out meanwhile')
  assert.match(await textOf(contest(world, number, ines, ' ')), /Dites pourquoi/)
  assert.match(
    await textOf(contest(world, number, ines, 'x'.repeat(4001))),
    /dépassent 4\s?000 caractères/,
  )
  assert.equal((await contest(world, number, ines)).status, 303)
  assert.match(await mailTo('ines@example.org'), /Nous avons reçu le[^]*avant le/)
  assert.equal((await contest(world, number, ines)).status, 303, 'pressed twice')
  assert.match(await textOf(contest(world, number, ines, 'Encore.')), /déjà contestée/)
  assert.match(await textOf(world.get(statement, ines)), /Vous avez contesté cette décision le/)

  const id = await appealOn(world, number)
  const queue = await textOf(world.get('/fr/workshop/reports/petite-loi/moderation', milo))
  assert.match(queue, new RegExp(`/fr/workshop/appeals/${id}`))
  const read = await textOf(world.get(`/fr/workshop/appeals/${id}`, milo))
  for (const said of [/parle d’une règle/, /Elle vise quelqu’un/, /Une règle absurde/]) {
    assert.match(read, said)
  }
  assert.match(await textOf(answerAppeal(world, maud, id)), /votre décision qui est contestée/)
  assert.equal((await answerAppeal(world, iris, id)).status, 404)
  assert.equal((await answerAppeal(world, undefined, id)).status, 422)
  assert.match(await textOf(answerAppeal(world, garance, id)), /revient à la modération/)
  assert.doesNotMatch(await textOf(world.get(`/fr/workshop/appeals/${id}`, garance)), /absurde/)
  assert.match(await textOf(answerAppeal(world, milo, id, { outcome: '' })), /Choisissez votre/)
  assert.match(await textOf(answerAppeal(world, milo, id, { answer: '' })), /Donnez vos raisons/)
  assert.equal((await answerAppeal(world, milo, id)).status, 303)
  assert.equal(await stateOf(number), 'published')
  const mail = await mailTo('ines@example.org')
  assert.match(mail, /est revenue dessus[^]*critique vive reste permise[^]*article 21/)
  assert.match(await textOf(answerAppeal(world, salome, id)), /déjà reçu une décision/)
  // Whoever was overruled does not hide the same words again, nor is the answer taken back.
  assert.match(await textOf(withhold(world, maud, number)), /revenue sur votre décision/)
})

test('what is contested is decided on in the appeal only, and what is withdrawn can be contested again', async () => {
  const number = await publish(world, nour, { body: 'Une phrase contestée.' })
  await withhold(world, maud, number)
  await contest(world, number, nour)
  for (const as of [maud, milo]) {
    assert.match(await textOf(undo(world, as, number)), /Cette décision est contestée/)
    assert.match(await textOf(release(world, as, number)), /Cette décision est contestée/)
  }
  const withdrawal = `${await statementOf(world, number)}/appeal/withdrawal`
  assert.equal((await world.post(withdrawal, [], iris)).status, 404)
  const withdrawn = await world.post(withdrawal, [], nour)
  assert.match(withdrawn.headers.get('Location') ?? '', /done=appeal-withdrawn/)
  assert.equal((await contest(world, number, nour)).status, 303)
  const id = await appealOn(world, number)
  // Either may be first: what is said afterwards is not to depend on it.
  const two = await Promise.all([
    answerAppeal(world, milo, id, { outcome: 'confirmed' }),
    answerAppeal(world, salome, id, { outcome: 'confirmed' }),
  ])
  assert.deepEqual(
    two.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 422],
  )
  assert.match(
    await textOf(contest(world, number, nour)),
    /déjà contestée|ne peut plus être contestée/,
  )
  const late = await world.post(withdrawal, [], nour)
  assert.match(late.headers.get('Location') ?? '', /done=appeal-decided/)
})

test('a refusal that is reversed is published, and a cut gives its words back', async () => {
  await setMode(world, salome, 'before')
  const refused = await publish(world, nour, { body: 'Refusée à tort.' })
  await withhold(world, maud, refused)
  await setMode(world, salome, 'after')
  await contest(world, refused, nour)
  assert.equal((await answerAppeal(world, milo, await appealOn(world, refused))).status, 303)
  assert.equal(await stateOf(refused), 'published')
  assert.match(await textOf(undo(world, maud, refused)), /Cette décision répond à une contestation/)

  const cut = await publish(world, nour, { body: 'Du bon. Du contesté.' })
  await moderate(world, maud, cut, { choice: 'cut', ground: '1', words: 'Du contesté.', reason })
  await contest(world, cut, nour)
  assert.equal((await answerAppeal(world, milo, await appealOn(world, cut))).status, 303)
  assert.match(await textOf(world.get(`/fr/contributions/${cut}`)), /Du contesté/)
})

test('a cut whose author said something else meanwhile waits for a decision of its own', async () => {
  const number = await publish(world, nour, { body: 'Du bon. Du laid.' })
  await moderate(world, maud, number, { choice: 'cut', ground: '1', words: 'Du laid.', reason })
  await contest(world, number, nour)
  const form = formOf({ revision: '1', body: 'Du bon. Du neuf.' })
  assert.equal((await world.post(`/fr/contributions/${number}/revisions`, form, nour)).status, 303)
  assert.equal((await answerAppeal(world, milo, await appealOn(world, number))).status, 303)
  assert.equal(await stateOf(number), 'pending')
  assert.equal((await release(world, milo, number)).status, 303)
})

test('an appeal is possible for six months, and a year after it nobody reads why any more', async () => {
  const number = await publish(world, nour, { body: 'Il y a longtemps.' })
  await withhold(world, maud, number)
  const [decision] = await listDecisions(world.db, number)
  const ago = new Date(Date.now() - 190 * 24 * 3600 * 1000)
  const move = (at: Date) =>
    world.db
      .updateTable('moderation_decision')
      .set({ decided_at: at })
      .where('id', '=', decision?.id ?? 0)
      .execute()
  await move(ago)
  assert.match(await textOf(contest(world, number, nour)), /ne peut plus être contestée ici/)
  assert.match(
    await textOf(world.get(await statementOf(world, number), nour)),
    /ne peut plus être contestée ici/,
  )
  await move(decision?.decidedAt ?? ago)
  assert.equal((await contest(world, number, nour)).status, 303)
  const id = await appealOn(world, number)
  const answered = await answerAppeal(world, milo, id, { outcome: 'confirmed' })
  assert.equal(answered.status, 303)
  await forgetFlags(world.db, new Date(Date.now() + 366 * 24 * 3600 * 1000))
  const appeal = (await listAppeals(world.db, number))[0]
  assert.deepEqual([appeal?.reason, appeal?.answer], ['', 'Une critique vive reste permise.'])
})

test('where nobody else moderates, the guarantor or an administrator decides, and it says so', async () => {
  const number = await publish(world, nour, { body: 'Personne d’autre.' })
  await withhold(world, maud, number)
  await contest(world, number, nour)
  const id = await appealOn(world, number)
  const grants = await world.db
    .selectFrom('role_grant')
    .selectAll()
    .where('role', 'in', ['moderator', 'editor-in-chief'])
    .where('person_id', '<>', maud.actor.personId ?? 0)
    .execute()
  const later = new Date(Date.now() - 1)
  await world.db
    .updateTable('role_grant')
    .set({ until_at: later })
    .where(
      'id',
      'in',
      grants.map((grant) => grant.id),
    )
    .execute()
  try {
    const { actor } = await world.person({ name: 'Ada' })
    const given = {
      personId: actor.personId ?? 0,
      role: 'administrator' as const,
      domain: siteDomain,
    }
    await grantRole(world.db, operator, given, new Date())
    const ada = await world.person({ name: 'Ada' })
    for (const as of [garance, ada]) {
      const list = '/fr/workshop/reports/petite-loi/moderation/appeals'
      assert.match(
        await textOf(world.get(list, as)),
        /personne garante du rapport ou l’administration/,
      )
      assert.match(await textOf(world.get('/fr/account', as)), /Contestations/)
      assert.match(await textOf(world.get(`/fr/workshop/appeals/${id}`, as)), /Personne d’autre\./)
    }
    assert.match(await textOf(answerAppeal(world, maud, id)), /votre décision/)
    assert.equal((await answerAppeal(world, garance, id)).status, 303)
    assert.equal(await stateOf(number), 'published')
  } finally {
    await world.db
      .updateTable('role_grant')
      .set({ until_at: null })
      .where(
        'id',
        'in',
        grants.map((grant) => grant.id),
      )
      .execute()
  }
})

test('the database itself keeps anybody from deciding on an appeal against their own decision', async () => {
  const number = await publish(world, nour, { body: 'Un dernier rempart.' })
  await withhold(world, maud, number)
  await contest(world, number, nour)
  const own = world.db
    .updateTable('appeal')
    .set({
      outcome: 'confirmed',
      answer: 'Parce que.',
      decided_by: maud.actor.personId,
      decided_at: new Date(Date.now() + 1000),
    })
    .where('id', '=', await appealOn(world, number))
    .execute()
  await assert.rejects(own, /appeal_check|violates check constraint/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { supportContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { usualPeriods } from '../src/platform/periods.ts'
import { grantRole, siteDomain } from '../src/roles/index.ts'
import { operator } from '../src/permissions.ts'
import { answerForm } from './answer-form.ts'
import { askErasure, eraseBy, erasure, inDays, isErased } from './erase.ts'
import { makeZephyrine, marks, said, type Zephyrine } from './erasure-world.ts'
import { findTraces } from './find-traces.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { newKey, publish, statusOf, textOf, type Somebody } from './take-part.ts'
import { makeAdministrator } from './make-administrator.ts'

let world: SignInWorld
let her: Zephyrine
let renaud: Somebody
before(async () => {
  world = await openSignInWorld()
  her = await makeZephyrine(world)
  renaud = await makeAdministrator(world, 'Administration')
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('asked for later, an erasure is told by mail, waits, and can be called off', async () => {
  const before = (await world.mailsTo(marks.email)).length
  assert.equal(await statusOf(askErasure(world, her)), 303)
  for (const to of [marks.email, marks.secondEmail]) {
    const mail = (await world.mailsTo(to)).at(-1)
    assert.match(mail?.subject ?? '', /votre compte sera effacé le/)
    assert.match(mail?.text ?? '', /\/fr\/account\/erasure\n$/)
  }
  assert.equal((await world.mailsTo(marks.email)).length, before + 1)
  assert.match(await textOf(world.get('/fr/account', her)), /Votre compte sera effacé le/)
  const again = await askErasure(world, her)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /déjà demandé/)
  assert.equal(await statusOf(world.post(`${erasure}/end`, [], her)), 303)
  await eraseBy(world, inDays(usualPeriods.erasure + 1))
  assert.equal(await isErased(world, her), false)
  assert.equal(await statusOf(world.post(`${erasure}/end`, [], her)), 303)
})

test('what was asked for is done when its day has come, and not before', async () => {
  const somebody = await world.person({ name: 'Une qui part' })
  const said = await publish(world, somebody, { body: 'Une remarque.' })
  assert.equal(await statusOf(askErasure(world, somebody)), 303)
  await eraseBy(world, inDays(usualPeriods.erasure - 1))
  assert.equal(await isErased(world, somebody), false)
  assert.equal(await statusOf(world.get('/fr/account', somebody)), 200)
  await eraseBy(world, inDays(usualPeriods.erasure))
  await eraseBy(world, inDays(usualPeriods.erasure))
  assert.equal(await isErased(world, somebody), true)
  assert.match(await textOf(world.get(`/fr/contributions/${said}`)), /auteur effacé/)
  assert.equal(await statusOf(world.get('/fr/account', somebody)), 303)
})

test('texts that are withdrawn leave no word of theirs, but the wording that the report has taken', async () => {
  const sent = await askErasure(world, her, { texts: 'withdrawn', when: 'now' })
  assert.equal(sent.status, 303, await sent.clone().text())
  const { wording, ...words } = said
  assert.deepEqual(
    await findTraces(world.db, [...Object.values(marks), ...Object.values(words)]),
    [],
  )
  const kept = await findTraces(world.db, [wording])
  assert.deepEqual(
    kept.map((one) => one.replace(/:.*/, '')),
    ['change.after_text', 'revision.wording', 'working_block.text'],
  )
  const page = await textOf(world.get(`/fr/contributions/${her.numbers.success}`))
  assert.match(page, /auteur effacé/)
  assert.match(page, /les mots avec lui/)
  const found = await textOf(world.get('/fr/reports/petite-loi/search?q=glycines'))
  assert.doesNotMatch(found, /contributions\/\d+"/)
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})

test('supports that somebody gave are counted no more', async () => {
  const [one, other] = [await world.person({ name: 'Un' }), await world.person({ name: 'Deux' })]
  const number = await publish(world, await world.person({ name: 'Trois' }), {
    body: 'À soutenir.',
  })
  for (const { actor } of [one, other])
    await supportContribution(world.db, actor, number, new Date())
  await askErasure(world, one, { when: 'now' })
  const { supports } = await world.db
    .selectFrom('contribution')
    .select('supports')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  assert.equal(supports, 1)
})

test('erased in two windows, somebody is erased once', async () => {
  const somebody = await world.person({ name: 'Deux fois' })
  const number = await publish(world, somebody, { body: 'Une fois.' })
  const both = await Promise.all([1, 2].map(() => askErasure(world, somebody, { when: 'now' })))
  for (const { status } of both) assert.equal(status, 303)
  assert.equal(await isErased(world, somebody), true)
  const { rows } = await sql`select id from journal_entry where action = 'person.erased'
    and object = ${`person/${somebody.actor.pseudonym}`}`.execute(world.db)
  assert.equal(rows.length, 1)
  assert.match(await textOf(world.get(`/fr/contributions/${number}`)), /auteur effacé/)
})

test('whatever is done with them meanwhile is done before or refused, and the record stays whole', async () => {
  const camille = await world.person({ name: 'Camille' })
  for (let round = 0; round < 6; round += 1) {
    const somebody = await world.person({ name: `En même temps ${round}` })
    const number = await publish(world, somebody, { body: 'Tout à la fois.' })
    const revision: [string, string][] = Object.entries({
      revision: '1',
      body: 'Autrement dit.',
      step: 'publish',
      key: newKey(),
    })
    const sent = await Promise.all([
      world.post('/fr/workshop/reports/petite-loi/answers', answerForm(number, 'noted'), camille),
      world.post(`/fr/contributions/${number}/revisions`, revision, somebody),
      askErasure(world, somebody, { when: 'now' }),
      world.post(
        '/fr/account/profile',
        [
          ['name', 'Encore là'],
          ['side', 'citizen'],
          ['office', 'none'],
          ['locale', 'fr'],
        ],
        somebody,
      ),
      publish(world, somebody, { body: 'Encore un mot.' }).then(
        () => ({ status: 303 }),
        () => ({ status: 303 }),
      ),
    ])
    for (const { status } of sent) assert.ok(status < 500, String(status))
    assert.equal(await isErased(world, somebody), true)
    const left = await findTraces(world.db, [`En même temps ${round}`, 'Encore là'])
    assert.deepEqual(left, [])
  }
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})

test('the last administrator who is left cannot go, and one of two can', async () => {
  const second = await world.person({ name: 'Seconde' })
  const given = { personId: second.actor.personId ?? 0, role: 'administrator' as const }
  await grantRole(world.db, operator, { ...given, domain: siteDomain }, new Date())
  assert.equal(await statusOf(askErasure(world, second, { when: 'now' })), 303)
  assert.equal(await isErased(world, second), true)
  assert.equal(await statusOf(askErasure(world, renaud, { when: 'now' })), 422)
})

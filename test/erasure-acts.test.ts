import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { supportContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { openLog } from '../src/platform/log.ts'
import { daysBefore, usualPeriods } from '../src/platform/periods.ts'
import { eraseDue } from '../src/privacy/index.ts'
import { grantRole, reportDomain, siteDomain } from '../src/roles/index.ts'
import { operator } from '../src/permissions.ts'
import { listAppeals } from '../src/moderation/appeal-store.ts'
import { listDecisions } from '../src/moderation/index.ts'
import { answerForm } from './answer-form.ts'
import { answerAppeal } from './flagging.ts'
import { withhold } from './moderate.ts'
import { makeZephyrine, marks, said, type Zephyrine } from './erasure-world.ts'
import { findTraces } from './find-traces.ts'
import { administrator, join, make, mandate } from './organisation-world.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { newKey, publish, statusOf, textOf, type Somebody } from './take-part.ts'
import { testMailing } from './world.ts'

let world: SignInWorld
let her: Zephyrine
let renaud: Somebody
before(async () => {
  world = await openSignInWorld()
  her = await makeZephyrine(world)
  renaud = await administrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const erasure = '/fr/account/erasure'
const ask = (as: Somebody | undefined, fields = {}, path = erasure) =>
  world.post(path, Object.entries({ texts: 'kept', when: 'later', word: 'EFFACER', ...fields }), as)
const due = (now: Date) =>
  eraseDue({ db: world.db, mailing: testMailing, log: openLog('silent') }, now)
const inDays = (days: number) => daysBefore(new Date(), -days)
const isErased = async ({ actor }: Somebody) => {
  const { at } = await world.db
    .selectFrom('person')
    .select('erased_at as at')
    .where('id', '=', actor.personId ?? 0)
    .executeTakeFirstOrThrow()
  return at !== null
}

test('asked for later, an erasure is told by mail, waits, and can be called off', async () => {
  const before = (await world.mailsTo(marks.email)).length
  assert.equal(await statusOf(ask(her)), 303)
  for (const to of [marks.email, marks.secondEmail]) {
    const mail = (await world.mailsTo(to)).at(-1)
    assert.match(mail?.subject ?? '', /votre compte sera effacé le/)
    assert.match(mail?.text ?? '', /\/fr\/account\/erasure\n$/)
  }
  assert.equal((await world.mailsTo(marks.email)).length, before + 1)
  assert.match(await textOf(world.get('/fr/account', her)), /Votre compte sera effacé le/)
  const again = await ask(her)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /déjà demandé/)
  assert.equal(await statusOf(world.post(`${erasure}/end`, [], her)), 303)
  await due(inDays(usualPeriods.erasure + 1))
  assert.equal(await isErased(her), false)
  assert.equal(await statusOf(world.post(`${erasure}/end`, [], her)), 303)
})

test('what was asked for is done when its day has come, and not before', async () => {
  const somebody = await world.person({ name: 'Une qui part' })
  const said = await publish(world, somebody, { body: 'Une remarque.' })
  assert.equal(await statusOf(ask(somebody)), 303)
  await due(inDays(usualPeriods.erasure - 1))
  assert.equal(await isErased(somebody), false)
  assert.equal(await statusOf(world.get('/fr/account', somebody)), 200)
  await due(inDays(usualPeriods.erasure))
  await due(inDays(usualPeriods.erasure))
  assert.equal(await isErased(somebody), true)
  assert.match(await textOf(world.get(`/fr/contributions/${said}`)), /auteur effacé/)
  assert.equal(await statusOf(world.get('/fr/account', somebody)), 303)
})

test('texts that are withdrawn leave no word of theirs, but the wording that the report has taken', async () => {
  const sent = await ask(her, { texts: 'withdrawn', when: 'now' })
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
  await ask(one, { when: 'now' })
  const { supports } = await world.db
    .selectFrom('contribution')
    .select('supports')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  assert.equal(supports, 1)
})

test('what was withheld of somebody who took their words away is not shown again by an appeal', async () => {
  const author = await world.person({ name: 'Agathe' })
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const milo = await world.person({ name: 'Milo', role: 'moderator' })
  const number = await publish(world, author, { body: 'Une phrase que l’on masque.' })
  assert.equal((await withhold(world, maud, number)).status, 303)
  const [decision] = await listDecisions(world.db, number)
  const appeal = `/fr/contributions/${number}/decisions/${decision?.id}/appeal`
  assert.equal((await world.post(appeal, [['reason', 'À tort.']], author)).status, 303)
  const gone = { texts: 'withdrawn', when: 'now' }
  assert.equal((await ask(author, gone)).status, 303)
  const [waits] = await listAppeals(world.db, number)
  const answered = await answerAppeal(world, milo, waits?.id ?? 0)
  assert.ok(answered.status < 500)
  const { state } = await world.db
    .selectFrom('contribution')
    .select('state')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  assert.notEqual(state, 'published')
})

test('whoever is the last to keep something hands it over first, and is told what', async () => {
  const lead = await world.person({ name: 'Aline' })
  const slug = await make(world, lead, { name: 'Seule à mener' })
  const next = await world.person({ name: 'Bérénice' })
  const id = await join(world, slug, { lead, who: next })
  const chief = await world.person({ name: 'Salomé' })
  for (const [as, words] of [
    [lead, /Personne d’autre ne mène l’organisation.*Seule à mener/],
    [chief, /Personne d’autre n’est à la rédaction en chef/],
    [renaud, /Personne d’autre n’administre le site/],
  ] as const) {
    const refused = await ask(as, { when: 'now' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), words)
    const shown = await textOf(world.get(erasure, as))
    assert.match(shown, words)
    assert.doesNotMatch(shown, /name="texts"/)
  }
  await mandate(world, { slug, id }, { role: 'organisation-lead' }, lead)
  assert.equal(await statusOf(ask(lead, { when: 'now' })), 303)
  assert.equal(await isErased(lead), true)
})

test('what has become the last meanwhile keeps an erasure waiting until it is handed over', async () => {
  const chief = await world.person({ name: 'Cheffe' })
  const other = await world.db
    .insertInto('report')
    .values({
      slug: 'a-part',
      title: 'À part',
      lang: 'fr',
      illustrative: true,
      created_at: new Date(),
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  await ask(chief)
  const role = 'editor-in-chief' as const
  const given = { role, domain: reportDomain(other) }
  await grantRole(world.db, operator, { ...given, personId: chief.actor.personId ?? 0 }, new Date())
  await due(inDays(10))
  assert.equal(await isErased(chief), false)
  const next = await world.person({ name: 'Suivante' })
  await grantRole(world.db, operator, { ...given, personId: next.actor.personId ?? 0 }, new Date())
  await due(inDays(10))
  assert.equal(await isErased(chief), true)
})

test('an administrator erases whoever asks them to, and nobody else does', async () => {
  const asked = await world.enter('demande@example.org', 'Qui demande')
  const find = (who: string, as?: { cookie: string }) =>
    world.post('/fr/admin/erasures', [['who', who]], as)
  assert.equal((await find('personne@example.org', renaud)).status, 422)
  const found = (await find(' Demande@Example.org ', renaud)).headers.get('Location') ?? ''
  assert.match(found, /^\/fr\/admin\/people\/[\da-f-]{36}\/erasure$/)
  assert.match(await textOf(world.get(found, renaud)), /Effacer Qui demande/)
  for (const as of [asked, await world.person({ name: 'Camille', role: 'rapporteur' })]) {
    assert.equal(await statusOf(world.get(found, as)), 404)
    assert.equal(await statusOf(world.get('/fr/admin/erasures', as)), 404)
    assert.equal((await find('demande@example.org', as)).status, 404)
    assert.equal(await statusOf(world.post(found, [['when', 'now']], as)), 404)
  }
  assert.equal(await statusOf(ask(renaud, {}, found)), 303)
  assert.match(await textOf(world.get('/fr/admin/erasures', renaud)), /Qui demande/)
  assert.equal(await statusOf(world.post(`${found}/end`, [], renaud)), 303)
  assert.equal(await statusOf(ask(renaud, { when: 'now' }, found)), 303)
  assert.equal(await statusOf(world.get(found, renaud)), 404)
  const { actor, role } = await world.db
    .selectFrom('journal_entry')
    .select(['actor', 'actor_role as role'])
    .where('action', '=', 'person.erased')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  assert.deepEqual([actor, role], [renaud.actor.pseudonym, 'administrator'])
})

test('erased in two windows, somebody is erased once', async () => {
  const somebody = await world.person({ name: 'Deux fois' })
  const number = await publish(world, somebody, { body: 'Une fois.' })
  const both = await Promise.all([1, 2].map(() => ask(somebody, { when: 'now' })))
  for (const { status } of both) assert.ok([303, 404].includes(status), String(status))
  assert.equal(await isErased(somebody), true)
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
      ask(somebody, { when: 'now' }),
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
    assert.equal(await isErased(somebody), true)
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
  assert.equal(await statusOf(ask(second, { when: 'now' })), 303)
  assert.equal(await isErased(second), true)
  assert.equal(await statusOf(ask(renaud, { when: 'now' })), 422)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { saveIdentity } from '../src/people/index.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { operator } from '../src/permissions.ts'
import { listAppeals } from '../src/moderation/appeal-store.ts'
import { listDecisions } from '../src/moderation/index.ts'
import { ageSession, askErasure, eraseBy, erasure, inDays, isErased } from './erase.ts'
import { answerAppeal } from './flagging.ts'
import { withhold } from './moderate.ts'
import { join, make, mandate } from './organisation-world.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, statusOf, textOf, type Somebody } from './take-part.ts'
import { makeAdministrator } from './make-administrator.ts'

let world: SignInWorld
let renaud: Somebody
before(async () => {
  world = await openSignInWorld()
  renaud = await makeAdministrator(world, 'Administration')
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
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
  assert.equal((await askErasure(world, author, gone)).status, 303)
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
    const refused = await askErasure(world, as, { when: 'now' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), words)
    const shown = await textOf(world.get(erasure, as))
    assert.match(shown, words)
    assert.doesNotMatch(shown, /name="texts"/)
  }
  await mandate(world, { slug, id }, { role: 'organisation-lead' }, lead)
  assert.equal(await statusOf(askErasure(world, lead, { when: 'now' })), 303)
  assert.equal(await isErased(world, lead), true)
})

test('what has become the last meanwhile keeps an erasure waiting until it is handed over', async () => {
  const chief = await world.person({ name: 'Cheffe' })
  const subject = 'cheffe@example.org'
  const personId = chief.actor.personId ?? 0
  await saveIdentity(world.db, { personId, provider: 'email', subject, createdAt: new Date() })
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
  await askErasure(world, chief)
  const role = 'editor-in-chief' as const
  const given = { role, domain: reportDomain(other) }
  await grantRole(world.db, operator, { ...given, personId: chief.actor.personId ?? 0 }, new Date())
  await eraseBy(world, inDays(10))
  await eraseBy(world, inDays(11))
  assert.equal(await isErased(world, chief), false)
  const told = (await world.mailsTo(subject)).filter(({ subject }) =>
    subject.includes('n’est pas encore effacé'),
  )
  assert.equal(told.length, 1, 'once')
  assert.match(await textOf(world.get('/fr/account', chief)), /devait être effacé le/)
  assert.match(await textOf(world.get('/fr/admin/erasures', renaud)), /Prévu pour le.*d’abord/)
  const next = await world.person({ name: 'Suivante' })
  await grantRole(world.db, operator, { ...given, personId: next.actor.personId ?? 0 }, new Date())
  await eraseBy(world, inDays(10))
  assert.equal(await isErased(world, chief), true)
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
  assert.equal(await statusOf(askErasure(world, renaud, {}, found)), 303)
  assert.match(await textOf(world.get('/fr/admin/erasures', renaud)), /Qui demande/)
  assert.equal(await statusOf(world.post(`${found}/end`, [], renaud)), 303)
  await ageSession(world, renaud, 31)
  const stale = await askErasure(world, renaud, { when: 'now' }, found)
  assert.match(stale.headers.get('Location') ?? '', /sign-in\?.*again=yes/)
  assert.equal(await statusOf(world.get(found, renaud)), 200)
  await ageSession(world, renaud, 0)
  assert.equal(await statusOf(askErasure(world, renaud, { when: 'now' }, found)), 303)
  assert.equal(await statusOf(world.get(found, renaud)), 404)
  const late = await askErasure(world, renaud, { when: 'now' }, found)
  assert.match(late.headers.get('Location') ?? '', /done=erased-for$/)
  const mails = await world.mailsTo('demande@example.org')
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['vivace.test : votre compte est effacé'],
  )
  const { actor, role } = await world.db
    .selectFrom('journal_entry')
    .select(['actor', 'actor_role as role'])
    .where('action', '=', 'person.erased')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  assert.deepEqual([actor, role], [renaud.actor.pseudonym, 'administrator'])
})

test('erased by themselves and by an administrator at once, somebody is erased, and both are told so', async () => {
  const asked = await world.person({ name: 'Deux fois' })
  const path = `/fr/admin/people/${asked.actor.pseudonym}/erasure`
  const both = await Promise.all([
    askErasure(world, asked, { when: 'now' }),
    askErasure(world, renaud, { when: 'now' }, path),
  ])
  for (const { status } of both) assert.equal(status, 303)
  assert.match(both[1]?.headers.get('Location') ?? '', /done=erased-for$/)
  assert.equal(await isErased(world, asked), true)
})

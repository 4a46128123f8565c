import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { fillIn, join, lastMandate, make, mandate, send } from './organisation-world.ts'
import {
  formOf,
  newKey,
  publish,
  reportPath,
  statusOf,
  submitAt,
  textOf,
  type Somebody,
} from './take-part.ts'
import { openWorld, type World } from './world.ts'
import { makeAdministrator } from './make-administrator.ts'

let world: World
let lead: Somebody
let speaker: Somebody
let slug: string
let id: number

before(async () => {
  world = await openWorld()
  lead = await world.person({ name: 'Teresa' })
  speaker = await world.person({ name: 'Ousmane' })
  slug = await make(world, lead)
  id = await join(world, slug, { lead, who: speaker })
})
after(() => world.close())

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
const form = `${reportPath}/contribution?kind=remark`
const contributions = `${reportPath}/contributions`
const say = (fields: object, as: Somebody = speaker) =>
  world.post(contributions, formOf({ ...fields }), as)
const rowOf = (number: number) =>
  world.db
    .selectFrom('contribution')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
const endLast = async () => {
  const { id: grant } = await lastMandate(world, slug)
  await send(world, { slug, path: `members/${id}/mandates/${grant}/end` }, {}, lead)
}

test('whoever has no mandate is offered no organisation, and a forged choice is refused', async () => {
  assert.doesNotMatch(await textOf(world.get(form, speaker)), /En quel nom/)
  const forged = await say({ speaker: slug })
  const page = await forged.text()
  assert.equal(forged.status, 422)
  assert.match(page, /Vous n’avez pas de mandat/)
  assert.match(page, /Une remarque\./)
  // The lead keeps it, and does not speak for it.
  assert.doesNotMatch(await textOf(world.get(form, lead)), /En quel nom/)
  assert.equal(await statusOf(say({ speaker: slug }, lead)), 422)
  assert.equal(await statusOf(say({ speaker: 'nobody' })), 422)
  const past = await submitAt(world, speaker.actor, new Date(), { speaker: slug })
  assert.deepEqual(past, { ok: false, problems: ['no-mandate'] })
})

test('a mandate that begins tomorrow opens nothing today', async () => {
  assert.equal(await statusOf(mandate(world, { slug, id }, { from: inDays(1) }, lead)), 303)
  assert.doesNotMatch(await textOf(world.get(form, speaker)), /En quel nom/)
  assert.equal(await statusOf(say({ speaker: slug })), 422)
  await endLast()
})

test('with a mandate one chooses in whose name one speaks, and the byline says so for good', async () => {
  assert.equal(await statusOf(mandate(world, { slug, id }, { until: '2032-06-30' }, lead)), 303)
  // Whoever acts has the roles with which they came in.
  const stale = await submitAt(world, speaker.actor, new Date(), { speaker: slug })
  assert.deepEqual(stale, { ok: false, problems: ['no-mandate'] })
  const choice = await textOf(world.get(form, speaker))
  assert.match(choice, /En mon propre nom/)
  assert.match(choice, /Pour Ville d’Essai/)
  const number = await publish(world, speaker, { speaker: slug })
  const row = await rowOf(number)
  assert.equal(row.helix_side, 'political')
  assert.equal(row.organisation, 'Ville d’Essai')
  assert.equal(row.spoken_for_verified, false)
  const page = await textOf(world.get(`/fr/contributions/${number}`))
  const byline = new RegExp(
    `Ousmane</bdi>, pour <a href="/fr/organisations/${slug}"><bdi>Ville d’Essai</bdi></a> <span[^>]*>\\(non vérifiée\\)</span>, mandat \\d{4}–2032 \\(monde politique\\)`,
  )
  assert.match(page, byline)
  assert.match(await textOf(world.get(`/fr/organisations/${slug}`)), /1 contribution en son nom/)

  const renamed = { name: 'Métropole', side: 'academic', publicBody: 'yes' }
  const description = `/fr/organisations/${slug}/description`
  const changed = fillIn(world, { page: description, to: description }, renamed, lead)
  assert.equal(await statusOf(changed), 303)
  assert.match(await textOf(world.get(`/fr/contributions/${number}`)), byline)
})

test('in one’s own name one says nothing for anybody, though one could', async () => {
  const row = await rowOf(await publish(world, speaker, { speaker: '' }))
  assert.deepEqual([row.spoken_for, row.organisation, row.helix_side], [null, null, 'citizen'])
})

test('the same form sent for another is not the same contribution', async () => {
  const key = newKey()
  await publish(world, speaker, { speaker: slug, key })
  const again = await say({ speaker: slug, key })
  assert.equal(again.status, 303)
  const other = await say({ speaker: '', key })
  assert.equal(other.status, 422)
})

test('a draft keeps in whose name it is written, and asks anew when the mandate is over', async () => {
  const key = newKey()
  const kept = await say({ speaker: slug, key, step: 'draft' })
  const draft = kept.headers.get('Location') ?? ''
  assert.match(await textOf(world.get(draft, speaker)), new RegExp(`value="${slug}" checked`))
  await endLast()
  const sent = await say({ speaker: slug, key })
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /id="speaker-own"/)
})

test('what was said with a mandate that is over keeps it, and can still be revised', async () => {
  const { number } = await world.db
    .selectFrom('contribution')
    .select('number')
    .where('spoken_for', '=', slug)
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow()
  const before = await rowOf(number)
  const page = `/fr/contributions/${number}/revision`
  const to = `/fr/contributions/${number}/revisions`
  const revised = fillIn(
    world,
    { page, to },
    { body: 'Autrement.', step: 'publish', key: newKey() },
    speaker,
  )
  assert.equal(await statusOf(revised), 303)
  const { revision: _, ...after } = await rowOf(number)
  const { revision: __, ...kept } = before
  assert.deepEqual(after, kept)
})

test('a verified public body confirms the office that its member says, at that moment', async () => {
  const profile = {
    name: 'Ousmane',
    side: 'citizen',
    organisation: '',
    territory: 'Essai',
    languages: 'wo',
    office: 'elected',
    officeTitle: 'Maire',
  }
  const saved = world.post('/fr/account/profile', Object.entries(profile), speaker)
  assert.equal(await statusOf(saved), 303)
  const own = await rowOf(await publish(world, speaker))
  assert.deepEqual([own.office, own.office_title, own.office_verified], ['elected', 'Maire', false])
  assert.match(
    await textOf(world.get(`/fr/contributions/${own.number}`)),
    /<bdi>Maire<\/bdi> \(élue, élu, selon la personne elle-même\).*<bdi>Essai<\/bdi> · lit <span lang="wo"/s,
  )

  const admin = await makeAdministrator(world, 'Administration')
  await send(world, { slug, path: 'verification/reason' }, { reason: 'Connue.' }, admin)
  await mandate(world, { slug, id }, {}, lead)
  const office = { office: 'elected', officeTitle: 'maire' }
  await send(world, { slug, path: `members/${id}/office` }, office, lead)
  const confirmed = await rowOf(await publish(world, speaker, { speaker: slug }))
  assert.deepEqual([confirmed.office_verified, confirmed.spoken_for_verified], [true, true])
  assert.equal((await rowOf(own.number)).office_verified, false)
})

test('the journal says for which organisation, and the record holds', async () => {
  await world.seal()
  const found = await verifyRecord(world.db)
  assert.deepEqual(found.findings, [])
})

test('whoever rewrites for whom something was said, or with which mandate, is found out', async () => {
  const { number } = await world.db
    .selectFrom('contribution')
    .select('number')
    .where('spoken_for', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  const { number: _, ...before } = await rowOf(number)
  const changes = [
    { mandate_until: new Date('2040-01-01') },
    { spoken_for_verified: !before.spoken_for_verified },
    { spoken_for: null, spoken_for_verified: null, mandate_from: null, mandate_until: null },
    { territory: 'Ailleurs' },
    { languages: ['fr'] },
    { office: 'elected' as const, office_title: 'Reine', office_verified: true },
  ]
  for (const change of changes) {
    await world.db.updateTable('contribution').set(change).where('number', '=', number).execute()
    const { findings } = await verifyRecord(world.db)
    assert.ok(findings.length > 0, JSON.stringify(change))
    await world.db.updateTable('contribution').set(before).where('number', '=', number).execute()
  }
})

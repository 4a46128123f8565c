import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { hourlySupports, supportContribution } from '../src/contributions/support-contribution.ts'
import { withdrawContribution } from '../src/contributions/withdraw-contribution.ts'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { withhold as withholdAs } from './moderate.ts'
import {
  countRows,
  formOf,
  newKey,
  publish,
  reportPath,
  statusOf,
  submitAt,
  textOf,
  type Somebody,
} from './take-part.ts'
import { makeOtherReport, openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let yann: Somebody
let camille: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  yann = await world.person({ name: 'Yann' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const page = (number: number, as?: Somebody) => textOf(world.get(`/fr/contributions/${number}`, as))
const reply = (to: number, body: string, as = nour) =>
  publish(world, as, { path: `/fr/contributions/${to}/replies`, body })
const withhold = (number: number) => withholdAs(world, camille, number, 'Une insulte.')

test('a thread reads from top to bottom, each reply below what it answers', async () => {
  const root = await publish(world, yann, { body: 'La racine.' })
  const one = await reply(root, 'Un.')
  const two = await reply(root, 'Deux.')
  const below = await reply(one, 'Sous un.', yann)
  const deeper = await reply(below, 'Plus bas.')
  const deepest = await reply(deeper, 'Encore plus bas.')
  const last = await reply(deepest, 'Tout en bas.')
  const numbersOn = async (number: number) =>
    [...(await page(number)).matchAll(/class="reply depth-(\d)" id="c-(\d+)"/g)].map((match) =>
      match.slice(1).map(Number),
    )
  const whole = [
    [0, one],
    [1, below],
    [2, deeper],
    [3, deepest],
    [3, last],
    [0, two],
  ]
  assert.deepEqual(await numbersOn(root), whole)
  assert.deepEqual(await numbersOn(below), [
    [0, deeper],
    [1, deepest],
    [2, last],
  ])
  assert.match(await page(root), /6 réponses/)
  const list = await textOf(world.get(`${reportPath}/contributions`))
  assert.match(list, /La racine\./)
  assert.doesNotMatch(list, /Plus bas\./)
})

test('nobody replies to what is withheld or withdrawn, and its words do not show in the form', async () => {
  const withheld = await publish(world, yann, { body: 'Des mots retenus.' })
  await withhold(withheld)
  const withdrawn = await publish(world, yann, { body: 'Des mots retirés.' })
  await withdrawContribution(world.db, yann.actor, withdrawn, new Date())
  for (const number of [withheld, withdrawn]) {
    assert.equal(await statusOf(world.get(`/fr/contributions/${number}/reply`, nour)), 404)
    for (const as of [nour, undefined]) {
      const form = formOf({ body: 'Ma réponse.' })
      const sent = await world.post(`/fr/contributions/${number}/replies`, form, as)
      const shown = await sent.text()
      assert.equal(sent.status, 422)
      assert.match(shown, /n’est plus public/)
      assert.match(shown, /Ma réponse\./)
      assert.doesNotMatch(shown, /Des mots/)
    }
  }
})

test('a draft of a reply to what is withheld meanwhile can still be read by its author', async () => {
  const number = await publish(world, yann, { body: 'Bientôt retenue.' })
  const form = formOf({ body: 'Ma réponse, longue.', step: 'draft' })
  const kept = await world.post(`/fr/contributions/${number}/replies`, form, nour)
  assert.equal(kept.status, 303)
  await withhold(number)
  const address = kept.headers.get('Location') ?? ''
  assert.match(await textOf(world.get(address, nour)), /n’est plus public[^]*Ma réponse, longue\./)
  assert.equal(await statusOf(world.get(address, yann)), 404)
})

test('a reply stays with the report of what it answers', async () => {
  const { id } = await makeOtherReport(world.db)
  const root = await publish(world, yann)
  const number = await reply(root, 'Ici.')
  assert.equal((await findContribution(world.db, number))?.reportId, world.report.id)
  const elsewhere = { ...world.report, id, slug: 'autre' }
  await assert.rejects(
    submitAt(world, nour.actor, new Date(), { report: elsewhere, replyTo: root }),
    /what is spoken of/,
  )
})

test('a support counts once, however often it is clicked, and can be taken back', async () => {
  const number = await publish(world, yann, { body: 'À soutenir.' })
  const address = `/fr/contributions/${number}/support`
  const entries = await countRows(world, 'journal_entry')
  const clicks = await Promise.all(Array.from({ length: 10 }, () => world.post(address, [], nour)))
  assert.deepEqual(new Set(clicks.map(({ status }) => status)), new Set([303]))
  assert.equal(await countRows(world, 'support'), 1)
  assert.match(await page(number), /1 soutien/)
  assert.match(await page(number, nour), /Retirer mon soutien/)
  assert.match(await page(number, camille), /action="[^"]*\/support"/)

  assert.equal((await world.post(`${address}/end`, [], nour)).status, 303)
  assert.equal((await world.post(`${address}/end`, [], nour)).status, 303)
  assert.equal(await countRows(world, 'support'), 0)
  assert.match(await page(number), /Aucun soutien/)
  assert.equal(await countRows(world, 'journal_entry'), entries, 'whom one agrees with is not told')
})

test('supports, replies and revisions that one person sends at once wait for each other', async () => {
  const number = await publish(world, yann, { body: 'Très discutée.' })
  const lea = await world.person({ name: 'Léa' })
  const own = await publish(world, lea, { body: 'De Léa.' })
  const address = `/fr/contributions/${number}`
  const sent = await Promise.all(
    Array.from({ length: 12 }, (_, at) => [
      world.post(`${address}/support`, [], lea),
      world.post(`${address}/support/end`, [], lea),
      world.post(`${address}/replies`, formOf({ body: `Réponse ${at}.` }), lea),
      world.post(
        `/fr/contributions/${own}/revisions`,
        Object.entries({ revision: '1', step: 'publish', key: newKey(), body: `Autrement ${at}.` }),
        lea,
      ),
    ]).flat(),
  )
  assert.deepEqual(
    sent.map(({ status }) => status).filter((status) => status >= 500),
    [],
  )
  const [counted] = (
    await sql<{
      supports: number
    }>`select supports from contribution where number = ${number}`.execute(world.db)
  ).rows
  const rows = await sql`select from support where contribution_number = ${number}`.execute(
    world.db,
  )
  assert.equal(counted?.supports, rows.rows.length)
  await world.post(`${address}/support/end`, [], lea)
})

test('nobody supports themselves, nor what is withheld, nor without signing in', async () => {
  const number = await publish(world, yann, { body: 'De Yann.' })
  const address = `/fr/contributions/${number}/support`
  const to = async (as?: Somebody) => (await world.post(address, [], as)).headers.get('Location')
  assert.match((await to(yann)) ?? '', /refused=own-contribution/)
  assert.match((await to()) ?? '', /\/account\/sign-in/)
  await withhold(number)
  assert.match((await to(nour)) ?? '', /refused=not-published/)
  assert.match(await textOf(world.get((await to(nour)) ?? '', nour)), /n’est plus publique/)
  assert.equal(await countRows(world, 'support'), 0)
})

test('following a link gives no support', async () => {
  const number = await publish(world, yann)
  const led = await world.get(`/fr/contributions/${number}/support`, nour)
  assert.equal(led.headers.get('Location'), `/fr/contributions/${number}`)
  await world.get(`/fr/contributions/${number}?done=supported`, nour)
  assert.equal(await countRows(world, 'support'), 0)
})

test('a program that gives supports by the hundred is stopped, and after an hour it is not', async () => {
  const number = await publish(world, yann, { body: 'Au milieu de tant d’autres.' })
  const now = new Date()
  await world.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into support select 900000 + nth, ${nour.actor.personId}, ${now}
      from generate_series(1, ${hourlySupports}) nth`.execute(tx)
  })
  const support = (at: number) =>
    supportContribution(world.db, nour.actor, number, new Date(now.getTime() + at))
  const refused = await world.post(`/fr/contributions/${number}/support`, [], nour)
  assert.match(refused.headers.get('Location') ?? '', /refused=too-many-supports/)
  assert.deepEqual(await support(3_600_000), { ok: false, problem: 'too-many-supports' })
  assert.deepEqual(await support(3_600_001), { ok: true })
  await world.db.deleteFrom('support').execute()
})

test('what was counted elsewhere stands apart from the supports given here', async () => {
  const number = await publish(world, yann, { body: 'Comptée ailleurs.' })
  await world.post(`/fr/contributions/${number}/support`, [], nour)
  const bytes = Buffer.alloc(32, 1)
  const { id } = await world.db
    .insertInto('consultation')
    .values({
      report_id: world.report.id,
      name: 'Ailleurs',
      url: null,
      licence: null,
      bill_sha256: bytes,
      contributions_sha256: bytes,
      imported_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const none = { agree: 0, mixed: 0, disagree: 0, rewordings: 0, block_id: null }
  await world.db
    .insertInto('imported_total')
    .values({ consultation_id: id, contribution_number: number, ...none, supports: 41 })
    .execute()
  // As an import does: lists are ordered by both together.
  await world.db
    .updateTable('contribution')
    .set({ supports: 42 })
    .where('number', '=', number)
    .execute()
  const shown = await page(number)
  assert.match(shown, /<p>1 soutien<\/p>/)
  assert.match(shown, /Comptés lors de la consultation importée[^]*41 soutiens/)
  await world.db.deleteFrom('imported_total').execute()
  await world.db.deleteFrom('consultation').execute()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { noteBanEnds, setBan } from '../src/bans/index.ts'
import { parseBan } from '../src/bans/forms.ts'
import { ban, dayIn, send, setOn, typedBan, warn, whoSpoke } from './ban-people.ts'
import { makeAdministrator } from './make-administrator.ts'
import { makeOtherReport, testMailing } from './world.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, reportPath, statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let maud: Somebody
let mona: Somebody
let ada: Somebody
let iris: Somebody
before(async () => {
  world = await openSignInWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  mona = await world.person({ name: 'Mona', role: 'moderator' })
  iris = await world.person({ name: 'Iris' })
  ada = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const somebody = () => whoSpoke(world)
const contribute = (as: Somebody) => world.post(`${reportPath}/contributions`, formOf(), as)

test('whoever is banned may no longer take part there, and keeps what they typed', async () => {
  const nour = await somebody()
  const other = await publish(world, iris)
  const id = await setOn(world, maud, nour.number)
  const typed = 'Un long texte que je ne veux pas récrire.'
  const refused = await world.post(`${reportPath}/contributions`, formOf({ body: typed }), nour)
  assert.equal(refused.status, 403)
  const page = await refused.text()
  assert.match(page, /Jusqu’au [^<]+ compris/)
  assert.match(page, /<textarea[^>]*readonly[^>]*>Un long texte que je ne veux pas récrire\./)
  assert.match(page, new RegExp(`/fr/account/bans/${id}"`))
  for (const path of [
    `/fr/contributions/${other}/support`,
    `/fr/contributions/${other}/replies`,
    `/fr/contributions/${nour.number}/revisions`,
  ]) {
    assert.equal(await statusOf(world.post(path, formOf(), nour)), 403, path)
  }
  assert.equal(await statusOf(world.get(`${reportPath}/contribution`, nour)), 403)
  assert.equal(await statusOf(world.get(reportPath, nour)), 200)
  const withdrawal = await world.post(`/fr/contributions/${nour.number}/withdrawal`, [], nour)
  assert.equal(withdrawal.status, 303)
})

test('whoever is banned takes their support back', async () => {
  const nour = await somebody()
  const other = await publish(world, iris)
  const support = `/fr/contributions/${other}/support`
  assert.equal(await statusOf(world.post(support, [], nour)), 303)
  await setOn(world, ada, nour.number, { scope: 'site' })
  assert.match(await textOf(world.get(`/fr/contributions/${other}`, nour)), /Retirer mon soutien/)
  assert.equal(await statusOf(world.post(`${support}/end`, [], nour)), 303)
  assert.equal(await statusOf(world.post(support, [], nour)), 403)
})

test('a ban of a report holds there alone; one of the whole site everywhere', async () => {
  const nour = await somebody()
  const other = await makeOtherReport(world.db)
  await setOn(world, ada, nour.number)
  const elsewhere = { reportId: other.id }
  const inForce = await world.db
    .selectFrom('ban')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  assert.equal(inForce.scope_id, world.report.id)
  assert.notEqual(inForce.scope_id, elsewhere.reportId)
  assert.equal(await statusOf(world.get('/fr/organisation', nour)), 200)
  await setOn(world, ada, nour.number, { scope: 'site' })
  assert.equal(await statusOf(world.get('/fr/organisation', nour)), 403)
  assert.equal((await ban(world, maud, (await somebody()).number, { scope: 'site' })).status, 404)
})

test('a form is looked at first, and says what is missing with what was typed', async () => {
  const nour = await somebody()
  const empty = await ban(world, maud, nour.number, {
    rule: '',
    until: '',
    basis: '',
    grave: '',
    reason: '',
    step: 'look',
  })
  assert.equal(empty.status, 422)
  const page = await empty.text()
  for (const said of ['charte', 'une fin', 'a précédé', 'vos raisons'])
    assert.match(page, new RegExp(said))
  const far = await ban(world, maud, nour.number, { until: dayIn(400) })
  assert.equal(far.status, 422)
  assert.match(await far.text(), /un an au plus[^]*Des insultes répétées/)
  const past = await ban(world, maud, nour.number, { until: '1/1/2020' })
  assert.match(await past.text(), /est passé/)
  const looked = await ban(world, maud, nour.number, { step: 'look' })
  assert.equal(looked.status, 200)
  assert.match(await looked.text(), /Ce que fera la suspension[^]*jamais qui/)
  const back = await ban(world, maud, nour.number, { step: 'edit' })
  assert.match(await back.text(), /Une menace écrite/)
  assert.equal((await contribute(nour)).status, 303)
})

test('it rests on a warning of that person, or on a grave reason', async () => {
  const nour = await somebody()
  const other = await somebody()
  const refused = await warn(world, maud, nour.number, { reason: '' })
  assert.equal(refused.status, 422)
  assert.equal((await warn(world, maud, nour.number)).status, 303)
  const warnings = await world.db.selectFrom('warning').select('id').execute()
  const [{ id } = { id: 0 }] = warnings.toReversed()
  const without = { basis: 'grave', grave: ' ' }
  assert.equal((await ban(world, maud, nour.number, without)).status, 422)
  const ofAnother = { basis: String(id) }
  assert.equal((await ban(world, maud, other.number, ofAnother)).status, 422)
  assert.equal((await contribute(nour)).status, 303, 'a warning keeps from nothing')
  const banned = await setOn(world, maud, nour.number, ofAnother)
  const own = await textOf(world.get(`/fr/account/bans/${banned}`, nour))
  assert.match(own, /Un avertissement avait été donné/)
})

test('nobody bans themselves, or whoever has a role there, or a pseudonym that was imported', async () => {
  const own = await publish(world, maud)
  const yours = await ban(world, maud, own)
  assert.equal(yours.status, 422)
  assert.match(await yours.text(), /Il s’agit de vous/)
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const number = await publish(world, camille)
  for (const as of [maud, ada]) {
    const refused = await ban(world, as, number, { scope: as === ada ? 'site' : 'report' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /a un rôle ici/)
  }
  const page = await textOf(world.get(`/fr/workshop/contributions/${number}/ban`, maud))
  assert.match(page, /a un rôle ici/)
  assert.doesNotMatch(page, /name="until"/)
  const nour = await somebody()
  await world.db
    .updateTable('identity')
    .set({ provider: 'import' })
    .where('person_id', '=', nour.actor.personId ?? 0)
    .execute()
  assert.match(await textOf(ban(world, maud, nour.number)), /pas de compte ici/)
})

test('of two moderators who ban at once one does; a later ban replaces the one before', async () => {
  const nour = await somebody()
  const { typed } = parseBan({ ...typedBan, until: dayIn(30) })
  const setting = { number: nour.number, typed, mailing: testMailing }
  const set = await Promise.all(
    [maud, mona].map(({ actor }) => setBan(world.db, actor, setting, new Date())),
  )
  assert.deepEqual(set.filter(({ ok }) => ok).length, 1)
  const first = set.flatMap((one) => (one.ok ? one.id : []))[0] ?? 0
  assert.equal((await ban(world, mona, nour.number)).status, 422, 'read before the first')
  const second = await setOn(world, mona, nour.number, { seen: String(first), until: dayIn(90) })
  const rows = await world.db
    .selectFrom('ban')
    .select(['id', 'end_kind as end', 'prolongs'])
    .where('id', 'in', [first, second])
    .orderBy('id')
    .execute()
  assert.deepEqual(rows, [
    { id: first, end: 'prolonged', prolongs: null },
    { id: second, end: null, prolongs: first },
  ])
})

test('it is lifted with a reason, once, and ends by itself', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  const lift = `/workshop/bans/${id}/lift`
  assert.equal((await send(world, mona, lift, { reason: '' })).status, 422)
  assert.equal((await send(world, iris, lift)).status, 404)
  assert.equal((await send(world, mona, lift)).status, 303)
  assert.equal((await send(world, maud, lift)).status, 422)
  assert.equal((await contribute(nour)).status, 303)

  const day = 24 * 3600 * 1000
  const then = new Date(Date.now() - 10 * day)
  const { typed } = parseBan({ ...typedBan, until: dayIn(-5) })
  const setting = { number: nour.number, typed, mailing: null }
  const again = await setBan(world.db, maud.actor, setting, then)
  assert.ok(again.ok)
  assert.equal((await contribute(nour)).status, 303, 'its time is over')
  await noteBanEnds(world.db, new Date(then.getTime() + 2 * day))
  assert.equal(await countOver(again.id), 0)
  await noteBanEnds(world.db, new Date())
  await noteBanEnds(world.db, new Date())
  assert.equal(await countOver(again.id), 1)
})

async function countOver(id: number): Promise<number> {
  const ends = await world.db
    .selectFrom('journal_entry')
    .select('id')
    .where('action', '=', 'ban.over')
    .where('object', '=', `ban/${id}`)
    .execute()
  return ends.length
}

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { daysBefore, usualPeriods } from '../src/platform/periods.ts'
import { dayIn, send, setOn, warn } from './ban-people.ts'
import { runTask } from './run-task.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let maud: Somebody
before(async () => {
  world = await openWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
})
after(() => world.close())

/** As if it were so many days later. */
const run = (job: string, days: number, bans = usualPeriods.bans) =>
  runTask(world, job, daysBefore(new Date(), -days), { bans })

const listed = () => textOf(world.get('/fr/workshop/reports/petite-loi/bans', maud))

async function said(name: string): Promise<Somebody & { number: number }> {
  const as = await world.person({ name })
  return { ...as, number: await publish(world, as) }
}

test('whom a ban was for, and why, is forgotten a year after it is over; that there was one stays', async () => {
  const nour = await said('Nour')
  assert.equal((await warn(world, maud, nour.number)).status, 303)
  const { id } = await world.db.selectFrom('warning').select('id').executeTakeFirstOrThrow()
  const basis = { basis: String(id), grave: '', until: dayIn(30) }
  const ban = await setOn(world, maud, nour.number, basis)
  await run('bans.note-ends', 31)

  await run('bans.forget', usualPeriods.bans + 30)
  assert.match(await listed(), />Nour</)
  await run('bans.forget', usualPeriods.bans + 32)
  assert.doesNotMatch(await listed(), />Nour</)
  const row = await world.db
    .selectFrom('ban')
    .selectAll()
    .where('id', '=', ban)
    .executeTakeFirstOrThrow()
  assert.deepEqual(
    [row.person_id, row.contribution_number, row.salt, row.reason],
    [null, null, null, ''],
  )
  const warning = await world.db.selectFrom('warning').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual(
    [warning.person_id, warning.contribution_number, warning.salt, warning.reason],
    [null, null, null, ''],
  )
  assert.match(await textOf(world.get(`${reportPath}/moderation`)), /Une personne suspendue/)
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})

test('a warning that a ban rests on stays as long as it, and a contestation that waits is not forgotten', async () => {
  const iris = await said('Iris')
  assert.equal((await warn(world, maud, iris.number)).status, 303)
  const { id } = await world.db
    .selectFrom('warning')
    .select('id')
    .where('forgotten_at', 'is', null)
    .executeTakeFirstOrThrow()
  const ban = await setOn(world, maud, iris.number, { basis: String(id), grave: '' })
  assert.equal((await send(world, iris, `/account/bans/${ban}/contestation`)).status, 303)
  await run('bans.note-ends', 31)
  await run('bans.forget', 9 * 365)
  assert.match(await listed(), />Iris</)
  const left = await world.db
    .selectFrom('warning')
    .select('person_id as personId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(left.personId, iris.actor.personId)
})

test('the configuration says after how many days', async () => {
  const lea = await said('Léa')
  await setOn(world, maud, lea.number, { until: dayIn(2) })
  await run('bans.note-ends', 3)
  await run('bans.forget', 184, 365)
  assert.match(await listed(), />Léa</)
  await run('bans.forget', 187, 183)
  assert.doesNotMatch(await listed(), />Léa</)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { listEntries } from '../src/moderation-log/index.ts'
import { dayInParis, nextMidnightInParis } from '../src/platform/paris-days.ts'
import { dayIn, send, setOn, whoSpoke } from './ban-people.ts'
import { makeAdministrator } from './make-administrator.ts'
import { release, setMode, undo, withhold } from './moderate.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { makeOtherReport, openWorld, type World } from './world.ts'

let world: World
let maud: Somebody
let mona: Somebody
let ada: Somebody
before(async () => {
  world = await openWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  mona = await world.person({ name: 'Mona', role: 'moderator' })
  ada = await makeAdministrator(world)
})
after(() => world.close())

const log = `${reportPath}/moderation`
const read = z.object({
  last_90_days: z.object({ decisions: z.number(), median_hours: z.number() }).nullable(),
  requests: z.array(
    z.object({ what: z.string(), waiting: z.object({ count: z.number() }), last_90_days: z.any() }),
  ),
  years: z.array(z.object({ what: z.string(), count: z.number() })),
  entries: z.array(z.record(z.string(), z.any())),
})
const json = async (of = log) => read.parse(JSON.parse(await textOf(world.get(`${of}.json`))))

const isBan = ({ ban_scope: scope }: { [name: string]: unknown }) => scope !== null
const banContests = async () => (await json()).requests.find(({ what }) => what === 'ban-contest')

async function counted(): Promise<Record<string, number>> {
  const { years } = await json()
  return Object.fromEntries(years.map(({ what, count }) => [what, count]))
}

test('decisions that were taken back count for no delay and no sum but their own', async () => {
  const nour = await whoSpoke(world)
  const salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  await setMode(world, salome, 'before', '5')
  const waiting = await publish(world, nour)
  const other = await publish(world, nour)
  await setMode(world, salome, 'after', '5')
  for (const _ of [1, 2]) {
    await withhold(world, maud, waiting)
    await undo(world, maud, waiting)
  }
  assert.equal((await json()).last_90_days, null)
  const page = await textOf(world.get(log))
  assert.match(page, /Aucune décision n’a mis fin à une attente/)
  assert.match(page, /Annulée depuis\./)
  const hour = 3600 * 1000
  await world.db
    .updateTable('moderation_hold')
    .set({ held_at: new Date(Date.now() - 20 * hour - 12345) })
    .where('contribution_number', '=', other)
    .execute()
  await release(world, maud, other)
  assert.deepEqual((await json()).last_90_days?.decisions, 1)
  assert.equal((await json()).last_90_days?.median_hours, 20, 'told to the hundredth')
  const { withheld = 0, undone, published, 'by-rule': byRule = 0 } = await counted()
  assert.deepEqual(
    { withheld, undone, published, byRule },
    {
      withheld: 0,
      undone: 2,
      published: 1,
      byRule: 0,
    },
  )
})

test('a ban that replaces another is none more, and each says for how many days it was set', async () => {
  const nour = await whoSpoke(world)
  const first = await setOn(world, maud, nour.number, { until: dayIn(10) })
  await setOn(world, mona, nour.number, { seen: String(first), until: dayIn(20) })
  const { entries } = await json()
  const bans = entries.filter(({ ban_scope: scope }) => scope === 'report')
  const today = dayInParis(new Date())
  const daysTo = (days: number) =>
    (Date.parse(dayIn(days)) - Date.parse(today)) / (24 * 3600 * 1000) + 1
  const said = bans.map(({ outcome, ban_days: days, became }) => [outcome, days, became])
  assert.deepEqual(
    said.toSorted(([, one], [, other]) => one - other),
    [
      ['banned', daysTo(10), 'replaced'],
      ['ban-replaced', daysTo(20), null],
    ],
  )
  const { banned, 'ban-replaced': replaced } = await counted()
  assert.deepEqual({ banned, replaced }, { banned: 1, replaced: 1 })
})

test('the log says of bans the day alone, and nothing of which decision of that day they followed', async () => {
  const days = [11, 12, 13, 14, 15, 16]
  for (const length of days) {
    const nour = await whoSpoke(world)
    await withhold(world, maud, nour.number)
    await setOn(world, maud, nour.number, { until: dayIn(length) })
  }
  const today = dayInParis(new Date())
  const entries = (await json()).entries.filter(({ at }) => dayInParis(new Date(at)) === today)
  const bans = entries.slice(entries.findIndex(isBan))
  assert.ok(bans.every(isBan), 'last of their day')
  const set = bans
    .map(({ ban_days: length }) => Number(length))
    .filter((length) => length > 11 && length < 20)
  assert.equal(set.length, days.length)
  const inTime = set.toSorted((one, other) => one - other)
  for (const order of [inTime, inTime.toReversed()]) assert.notDeepEqual(set, order)
  for (const { at } of entries.filter(isBan)) assert.match(at, /^\d{4}-\d\d-\d\d$/)
  const all = { limit: 100, offset: 0 }
  const listed = await listEntries(
    world.db,
    world.report.id,
    { outcome: 'banned', month: null },
    all,
  )
  for (const { at } of listed)
    assert.equal(Number(nextMidnightInParis(new Date(Number(at) - 1))), Number(at))
  assert.match(await textOf(world.get(`${log}.csv?outcome=banned`)), /\n\d{4}-\d\d-\d\d,banned,/)
  const page = await textOf(world.get(`${log}?outcome=banned`))
  const times = [...page.matchAll(/<time datetime="([^"]+)"/g)].map(([, time = '']) => time)
  assert.ok(times.length > 0 && times.every((time) => time.length === 10))
})

test('bans of the whole site stand in every report’s log, and for its guarantor', async () => {
  const other = await makeOtherReport(world.db)
  const theirs = `/fr/reports/${other.slug}/moderation`
  assert.deepEqual((await json(theirs)).entries, [])
  const nour = await whoSpoke(world)
  const id = await setOn(world, ada, nour.number, { scope: 'site' })
  for (const address of [log, theirs])
    assert.match(await textOf(world.get(address)), /Une personne suspendue<[^]*?sur tout le site/)
  const { entries, years } = await json(theirs)
  assert.deepEqual(
    entries.map(({ outcome, ban_scope: scope }) => [outcome, scope]),
    [['banned', 'site']],
  )
  assert.deepEqual(
    years.map(({ what, count }) => [what, count]),
    [['site-banned', 1]],
  )
  assert.ok(!(await textOf(world.get(theirs))).includes(nour.name))
  const garance = await world.person({ name: 'Garance', role: 'guarantor' })
  const record = await textOf(world.get('/fr/workshop/reports/petite-loi/guarantee', garance))
  assert.match(record, /Sur tout le site[^.]*1 suspension/)
  await send(world, nour, `/account/bans/${id}/contestation`)
  const waiting = async (what: string) => {
    const { requests } = await json(theirs)
    return requests.find((one) => one.what === what)
  }
  assert.equal((await waiting('site-ban-contest'))?.waiting.count, 1)
  assert.equal((await waiting('ban-contest'))?.waiting.count, 0)
})

test('what is closed with no decision waits no longer, and is counted as that', async () => {
  const nour = await whoSpoke(world)
  const id = await setOn(world, maud, nour.number)
  await send(world, nour, `/account/bans/${id}/contestation`)
  const before = await banContests()
  assert.equal(before?.waiting.count, 1)
  await send(world, mona, `/workshop/bans/${id}/lift`)
  const then = await banContests()
  assert.equal(then?.waiting.count, 0)
  assert.equal(then?.last_90_days.closed, 1)
  assert.equal((await counted())['ban-contest-closed'], 1)
})

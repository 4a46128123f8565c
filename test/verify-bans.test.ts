import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { noteBanEnds, setBan } from '../src/bans/index.ts'
import { parseBan } from '../src/bans/forms.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { daysBefore } from '../src/platform/periods.ts'
import { dayIn, send, setOn, typedBan, warn } from './ban-people.ts'
import { openTampering, type Tampering } from './tamper.ts'
import { publish } from './take-part.ts'

let opened: Tampering
let warning: number
/** By how each ended. */
const bans = { prolonged: 0, ended: 0, lifted: 0, over: 0, open: 0, closed: 0, won: 0, annulled: 0 }
before(async () => {
  opened = await openTampering()
  const { world } = opened
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const mona = await world.person({ name: 'Mona', role: 'moderator' })
  const iris = await world.person({ name: 'Iris' })
  const said = await publish(world, iris)
  assert.equal((await warn(world, maud, said)).status, 303)
  const given = await world.db.selectFrom('warning').select('id').executeTakeFirstOrThrow()
  warning = given.id
  bans.prolonged = await setOn(world, maud, said, { basis: String(warning), grave: '' })
  bans.ended = await setOn(world, maud, said, { seen: String(bans.prolonged), until: dayIn(60) })
  await send(world, iris, `/account/bans/${bans.ended}/contestation`)
  await send(world, mona, `/workshop/bans/${bans.ended}/outcome`, { outcome: 'ended' })
  bans.lifted = await setOn(world, maud, said)
  await send(world, iris, `/account/bans/${bans.lifted}/contestation`)
  await send(world, mona, `/workshop/bans/${bans.lifted}/outcome`, { outcome: 'upheld' })
  await send(world, mona, `/workshop/bans/${bans.lifted}/lift`)
  const { typed } = parseBan({ ...typedBan, until: dayIn(-5) })
  const setting = { number: said, typed, mailing: null }
  const past = await setBan(world.db, maud.actor, setting, daysBefore(new Date(), 10))
  assert.ok(past.ok)
  bans.over = past.id
  await noteBanEnds(world.db, new Date())
  const bruno = await world.person({ name: 'Bruno' })
  bans.open = await setOn(world, maud, await publish(world, bruno))
  const mila = await world.person({ name: 'Mila', role: 'moderator' })
  const replaced = async () => {
    const clara = await world.person({ name: 'Clara' })
    const spoken = await publish(world, clara)
    const first = await setOn(world, maud, spoken)
    await send(world, clara, `/account/bans/${first}/contestation`)
    return [first, await setOn(world, maud, spoken, { seen: String(first) })] as const
  }
  const [closed, second] = await replaced()
  await send(world, mila, `/workshop/bans/${second}/lift`)
  const [won, annulled] = await replaced()
  await send(world, mila, `/workshop/bans/${won}/outcome`, { outcome: 'ended' })
  Object.assign(bans, { closed, won, annulled })
  await world.seal()
})
after(() => opened.world.close())
beforeEach(async () => assert.deepEqual((await verifyRecord(opened.world.db)).findings, []))

const finds: Tampering['finds'] = (...given) => opened.finds(...given)
const of = (id: number, problem: string) => `ban ban/${id}: ${problem}`
const ofWarning = (problem: string) => `ban warning/${warning}: ${problem}`
const differs = 'differs-from-journal'
const reopen = (id: number) =>
  `update ban set ended_at = null, end_kind = null, ended_by = null, end_reason = null where id = ${id}`
const nour = `(select id from person where display_name = 'Nour')`

test('a ban that is altered, taken out or made up is found', async () => {
  const { open } = bans
  for (const change of [
    `until_at = until_at - interval '1 day'`,
    `from_at = from_at - interval '1 day'`,
    'rule = 2',
    `reason = 'Autre.'`,
    `grave_reason = 'Autre.'`,
    `scope_kind = 'site', scope_id = null`,
    `set_by = (select id from person where display_name = 'Mona')`,
  ]) {
    await finds(`update ban set ${change} where id = ${open}`, of(open, differs))
  }
  await finds(`delete from ban where id = ${open}`, of(open, 'gone'))
  const columns = `scope_kind, scope_id, contribution_number, from_at, until_at, charter_version,
    rule, reason, grave_reason, set_by, salt`
  await finds(
    `insert into ban (id, person_id, ${columns}) overriding system value
      select 999, ${nour}, ${columns} from ban where id = ${open}`,
    of(999, 'not-in-journal'),
  )
})

test('whom it is about cannot be exchanged, nor what gave occasion', async () => {
  const { open } = bans
  await finds(`update ban set person_id = ${nour} where id = ${open}`, of(open, differs))
  await finds(`update ban set contribution_number = 1 where id = ${open}`, of(open, differs))
  await finds(`update warning set person_id = ${nour}`, ofWarning(differs))
  await finds(`update warning set contribution_number = 1`, ofWarning(differs))
})

test('a warning that is altered or taken out is found', async () => {
  for (const change of [`reason = 'Autre.'`, 'rule = 2', `given_at = given_at - interval '1 day'`])
    await finds(`update warning set ${change}`, ofWarning(differs))
  await finds('delete from warning', ofWarning('gone'))
})

test('an end that nobody set, or another than was, is found', async () => {
  const { open, lifted, over, prolonged, ended } = bans
  const end = (kind: string, by: string, reason: string) =>
    `update ban set ended_at = now(), end_kind = '${kind}', ended_by = ${by}, end_reason = ${reason} where id = ${open}`
  await finds(end('lifted', 'set_by', `'Ainsi.'`), of(open, 'not-in-journal'))
  await finds(end('over', 'null', 'null'), of(open, 'not-in-journal'))
  await finds(end('prolonged', 'set_by', 'null'), of(open, 'state-without-act'))
  await finds(end('contested', 'set_by', 'null'), of(open, 'state-without-act'))
  await finds(reopen(lifted), of(lifted, 'gone'))
  await finds(reopen(over), of(over, 'gone'))
  await finds(`update ban set end_reason = 'Autre.' where id = ${lifted}`, of(lifted, differs))
  const moved = `ended_at = ended_at + interval '1 minute'`
  await finds(`update ban set ${moved} where id = ${prolonged}`, of(prolonged, 'state-without-act'))
  await finds(`update ban set ${moved} where id = ${ended}`, of(ended, 'state-without-act'))
})

test('a replaced or annulled ban that is open again is found', async () => {
  const { prolonged, ended } = bans
  await finds(reopen(prolonged), of(prolonged, 'state-without-act'))
  await finds(reopen(ended), of(ended, 'state-without-act'))
})

test('what was said against it, and decided on that, cannot be altered', async () => {
  const { lifted, open } = bans
  const differ = (change: string) =>
    finds(`update ban set ${change} where id = ${lifted}`, of(lifted, differs))
  await differ(`contest_words = 'Autre.'`)
  await differ(`outcome_reason = 'Autre.'`)
  await finds(
    `update ban set outcome = 'ended' where id = ${lifted}`,
    of(lifted, differs),
    of(lifted, 'state-without-act'),
  )
  await differ(`decided_by = (select id from person where display_name = 'Nour')`)
  await finds(
    `update ban set contested_at = now(), contest_words = 'Non.' where id = ${open}`,
    of(open, 'not-in-journal'),
  )
  await finds(
    `update ban set decided_by = null, decided_at = null, outcome = null, outcome_reason = null where id = ${lifted}`,
    of(lifted, 'gone'),
    of(lifted, 'state-without-act'),
  )
})

test('what was closed with another ban, and what annulled another, cannot be altered', async () => {
  const { closed, won, annulled } = bans
  for (const at of ['null', `settled_at + interval '1 minute'`])
    await finds(
      `update ban set settled_at = ${at} where id = ${closed}`,
      of(closed, 'state-without-act'),
    )
  await finds(reopen(annulled), of(won, differs), of(annulled, 'state-without-act'))
  await finds(
    `update ban set ended_at = ended_at + interval '1 minute' where id = ${annulled}`,
    of(won, differs),
    of(annulled, 'state-without-act'),
  )
})

test('what is forgotten before its time, without an erasure, is found', async () => {
  const nobody = `person_id = null, contribution_number = null, salt = null, reason = ''`
  const words = `grave_reason = '', end_reason = '', contest_words = '', outcome_reason = ''`
  await finds(
    `update ban set ${nobody}, ${words}, forgotten_at = now() where id = ${bans.lifted}`,
    of(bans.lifted, 'state-without-act'),
  )
  await finds(`update warning set ${nobody}, forgotten_at = now()`, ofWarning('state-without-act'))
  const later = `now() + interval '184 days'`
  await finds(
    `update ban set ${nobody}, ${words}, forgotten_at = ${later} where id = ${bans.lifted}`,
  )
  await finds(
    `update ban set ${nobody}, ${words}, forgotten_at = ${later}, rule = 2 where id = ${bans.lifted}`,
    of(bans.lifted, differs),
  )
})

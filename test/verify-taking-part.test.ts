import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { openTampering, type Tampering } from './tamper.ts'
import { release, withhold } from './moderate.ts'
import { newKey, publish, reportPath, type Fields } from './take-part.ts'

let opened: Tampering
const numbers = { argument: 0, reply: 0, revised: 0, withdrawn: 0, withheld: 0, released: 0 }
before(async () => {
  opened = await openTampering()
  const { world } = opened
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille' })
  const send = (path: string, fields: Fields, as = nour) =>
    world.post(path, Object.entries(fields), as)
  const kinds = { kind: 'argument', stance: 'for', body: 'Pour.' }
  numbers.argument = await publish(world, nour, kinds)
  const path = `/fr/contributions/${numbers.argument}/replies`
  numbers.reply = await publish(world, nour, { path, body: 'Je réponds.' })
  numbers.revised = await publish(world, nour, { body: 'D’abord.' })
  const revision = { revision: '1', step: 'publish', key: newKey(), body: 'Ensuite.' }
  await send(`/fr/contributions/${numbers.revised}/revisions`, revision)
  numbers.withdrawn = await publish(world, nour, { path: `${reportPath}/contributions` })
  await send(`/fr/contributions/${numbers.withdrawn}/withdrawal`, {})
  numbers.withheld = await publish(world, nour, { body: 'Retenue.' })
  numbers.released = await publish(world, nour, { body: 'Rendue.' })
  for (const number of [numbers.withheld, numbers.released])
    await withhold(world, camille, number, 'Une insulte.')
  await release(world, camille, numbers.released)
  await world.seal()
})
after(() => opened.world.close())
beforeEach(async () => assert.deepEqual((await verifyRecord(opened.world.db)).findings, []))

const found = (number: number, problem: string) => `contribution contribution/${number}: ${problem}`
const set = (state: string, number: number) =>
  `update contribution set state = '${state}' where number = ${number}`
const finds: Tampering['finds'] = (...given) => opened.finds(...given)

test('an earlier or later version altered, taken out or put back in its place is found', async () => {
  const { revised } = numbers
  const of = `contribution_number = ${revised}`
  for (const revision of [1, 2]) {
    await finds(
      `update revision set body = 'Autre.' where ${of} and revision = ${revision}`,
      found(revised, 'altered'),
    )
  }
  await opened.findsAmongOthers(
    `delete from revision where ${of} and revision = 1`,
    found(revised, 'revision-missing'),
  )
  const back = `update contribution set revision = 1 where number = ${revised}`
  await finds(back, found(revised, 'revision-missing'))
  await finds([`delete from revision where ${of} and revision = 2`, back], found(revised, 'gone'))
  await finds(
    `update revision set at = at + interval '1 day' where ${of} and revision = 2`,
    found(revised, 'altered'),
    found(revised, 'differs-from-journal'),
  )
})

test('a withdrawal that is undone, or was never made, is found', async () => {
  const { withdrawn, revised } = numbers
  const shown = `update contribution set state = 'published'`
  await finds(`${shown} where number = ${withdrawn}`, found(withdrawn, 'state-without-act'))
  await finds(`${shown}, withdrawn_at = null where number = ${withdrawn}`, found(withdrawn, 'gone'))
  await finds(
    `update contribution set state = 'withdrawn', withdrawn_at = now() where number = ${revised}`,
    found(revised, 'not-in-journal'),
  )
})

test('what is withheld without a trace, or shown again without one, is found', async () => {
  const { withheld, released, revised } = numbers
  await finds(set('withheld', revised), found(revised, 'state-without-act'))
  await finds(set('published', withheld), found(withheld, 'state-without-act'))
  await finds(set('withheld', released), found(released, 'state-without-act'))
  const row = `where contribution_number = ${withheld}`
  await finds(
    [set('published', withheld), `delete from moderation_decision ${row}`],
    found(withheld, 'gone'),
  )
})

test('a reason, an editor or a time of a withholding that is altered is found', async () => {
  const { withheld, released } = numbers
  for (const change of [
    `reason = 'Une politesse.'`,
    `decided_at = decided_at - interval '1 day'`,
    `decided_by = (select id from person where display_name = 'Nour')`,
  ]) {
    await finds(
      `update moderation_decision set ${change} where contribution_number = ${withheld}`,
      found(withheld, 'differs-from-journal'),
    )
  }
  await finds(
    `update moderation_decision set decided_at = decided_at + interval '1 day'
      where contribution_number = ${released} and outcome = 'published'`,
    found(released, 'differs-from-journal'),
  )
})

test('a side that is changed, or a reply that is moved, is found', async () => {
  const { argument, reply, revised } = numbers
  await finds(
    `update contribution set stance = 'against' where number = ${argument}`,
    found(argument, 'altered'),
  )
  await finds(
    `update contribution set reply_to = ${revised}, thread = ${revised} where number = ${reply}`,
    found(reply, 'altered'),
    found(reply, 'differs-from-journal'),
  )
  await finds(
    `update contribution set thread = ${revised} where number = ${reply}`,
    found(reply, 'altered'),
  )
  await finds(
    `update contribution set reply_to = null, thread = null where number = ${reply}`,
    found(reply, 'altered'),
  )
})

const otherwise = (number: number) => `answer contribution/${number}: settled-otherwise`

test('words held without an answer, or no longer held after one, are found', async () => {
  await finds(`update contribution set settled_at = null where number = 1`, otherwise(1))
  const held = `update contribution set settled_at = now() where number = ${numbers.argument}`
  await finds(held, otherwise(numbers.argument))
})

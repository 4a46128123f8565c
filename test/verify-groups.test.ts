import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { groupsPath, makeGroupOf, settledOf, yesAndNo } from './grouping.ts'
import { publish } from './take-part.ts'
import { openTampering, type Tampering } from './tamper.ts'

let opened: Tampering
let numbers: number[]
before(async () => {
  opened = await openTampering()
  const { world } = opened
  const camille = await world.person({ name: 'Camille' })
  numbers = []
  for (const name of ['Rosalie', 'Basile', 'Clarisse', 'Donatien']) {
    numbers.push(await publish(world, await world.person({ name }), { edition: '2' }))
  }
  const [one = 0, other = 0, third = 0, fourth = 0] = numbers
  const id = await makeGroupOf(world, camille, [one, other, third], 'Un titre')
  await world.post(`${groupsPath}/${id}/removals`, [['c', String(third)]], camille)
  await settledOf(world, camille, { positions: yesAndNo([one], [fourth]) })
  const answer: [string, string][] = [
    ...[one, other].flatMap((number): [string, string][] => [
      ['c', String(number)],
      ['revision', `${number}.1`],
    ]),
    ['decision', 'noted'],
    ['reason', 'Noté.'],
    ['group', String(id)],
  ]
  const sent = await world.post('/fr/workshop/reports/petite-loi/answers', answer, camille)
  assert.equal(sent.status, 303)
  await world.seal()
})
after(() => opened.world.close())
beforeEach(async () => assert.deepEqual((await verifyRecord(opened.world.db)).findings, []))

const finds: Tampering['finds'] = (...given) => opened.finds(...given)
const ofGroup = (problem: string) => `group group/1: ${problem}`
const ofControversy = (problem: string) => `controversy controversy/1: ${problem}`
const differs = 'differs-from-journal'
const astray = 'state-without-act'

/** What nobody can do while the tables keep what was done. */
const asOwner = (table: string, statement: string) => [
  `alter table ${table} disable trigger user`,
  statement,
]

test('a group that stands otherwise than what was done to it is found', async () => {
  await finds(`update contribution_group set title = 'Autre'`, ofGroup(astray))
  await finds(`update contribution_group set shared = 'Autre'`, ofGroup(astray))
  await finds(`update contribution_group set dissolved_at = now()`, ofGroup(astray))
  await finds(`delete from group_member where contribution_number = ${numbers[0]}`, ofGroup(astray))
  await finds(
    `insert into group_member (contribution_number, group_id, report_id)
      values (${numbers[2]}, 1, ${opened.world.report.id})`,
    ofGroup(astray),
  )
})

test('an act on a group that is altered, taken out or made up is found', async () => {
  const change = (set: string, revision = 2) =>
    asOwner('group_act', `update group_act set ${set} where revision = ${revision}`)
  await finds(change(`done_at = done_at - interval '1 day'`), ofGroup(differs))
  await finds(change(`shared = 'Autre'`, 1), ofGroup(differs), ofGroup(astray))
  await finds(change(`contribution_numbers = '{${numbers[1]}}'`), ofGroup(differs), ofGroup(astray))
  const salome = `(select id from person where display_name = 'Salomé')`
  await finds(change(`done_by = ${salome}`), ofGroup(differs))
  await finds(
    asOwner('group_act', 'delete from group_act where revision = 2'),
    ofGroup('twice-in-journal'),
    ofGroup(astray),
  )
  await finds(
    `insert into group_act (group_id, revision, deed, contribution_numbers, title, shared, role, done_by, done_at)
      select 1, 3, 'worded', '{}', 'Un titre', '', role, done_by, now() from group_act where revision = 2`,
    ofGroup('not-in-journal'),
  )
})

const resettle = (set: string) =>
  asOwner('controversy_act', `update controversy_act set ${set} where revision = 3`)

test('a controversy that says or stands otherwise than what was done is found', async () => {
  await finds(`update controversy set question = 'Autre ?'`, ofControversy(astray))
  await finds(`update controversy set state = 'published'`, ofControversy(astray))
  await finds(
    `update controversy_position set statement = 'Autre' where position = 1`,
    ofControversy(astray),
  )
  await finds(`delete from controversy_argument where position = 2`, ofControversy(astray))
  await finds(resettle(`how = 'Autrement.'`), ofControversy(differs))
  await finds(resettle(`settled_on = '2025-01-01'`), ofControversy(differs))
  await finds(resettle(`content = '{}'`), ofControversy(differs), ofControversy(astray))
})

test('an answer that no longer names what it answered is found', async () => {
  const found = numbers.slice(0, 2).map((number) => `answer contribution/${number}: ${differs}`)
  await finds('update answer set group_id = null', ...found)
  await finds('update answer set group_id = null, controversy_id = 1 where group_id = 1', ...found)
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { openTampering, type Tampering } from './tamper.ts'

let opened: Tampering
before(async () => {
  opened = await openTampering()
})
after(() => opened.world.close())

beforeEach(async () => {
  assert.deepEqual(
    (await verifyRecord(opened.world.db)).findings,
    [],
    'the record holds before it is tampered with',
  )
})

const finds: Tampering['finds'] = (...given) => opened.finds(...given)
const findsAmongOthers: Tampering['findsAmongOthers'] = (...given) =>
  opened.findsAmongOthers(...given)

const two = 'edition edition/petite-loi/2'
const working = 'working-text report/petite-loi'

test('whatever readers are shown of an edition otherwise than it was frozen is found', async () => {
  const differs = `${two}: rows-differ`
  for (const statement of [
    `update answer set reason = 'Autre.' where decision = 'accepted' and edition_id is not null`,
    `update change set before_text = 'Autre.' where operation <> 'insert-block'
      and edition_id is not null`,
    `update change_cause set contribution_number = 2 where contribution_number = 1`,
    `update edition set published_at = published_at - interval '1 day' where number = 2`,
    `update edition set unanswered = '{}' where number = 2`,
    `update report set title = 'Autre titre'`,
    `update edition_block set text = text || ' Ajout.' where position = 1`,
    `update edition_block set sha256 = sha256('autre') where position = 1`,
  ]) {
    await findsAmongOthers([statement], differs)
  }
  await finds(
    `update edition set canonical = replace(canonical, 'trimestre', 'mois') where number = 2`,
    `${two}: altered`,
    differs,
  )
})

test('an edition hashed anew after it was altered no longer agrees with the journal and the chain', async () => {
  await finds(
    [
      `update edition set canonical = canonical || ' ' where number = 1`,
      `update edition set sha256 = sha256(convert_to(canonical, 'UTF8')) where number = 1`,
    ],
    'edition edition/petite-loi/1: rows-differ',
    `${two}: broken-chain`,
    'edition edition/petite-loi/1: differs-from-journal',
  )
})

test('an edition that says more than its changes is found, although hash and journal agree', async () => {
  const without = `${two}: changed-without-cause`
  const text = `update edition_block set text = text || ' Ajout.' where edition_id = 2`
  await findsAmongOthers([`${text} and position = 1`], without)
  await findsAmongOthers([`${text} and text like 'Chaque commune%'`], without)
  await findsAmongOthers(
    [
      `update edition_block set marks = '[{"kind":"strong","start":0,"end":3}]'
      where edition_id = 2 and position = 2`,
    ],
    without,
  )
  await findsAmongOthers(
    [`delete from edition_block where edition_id = 2 and position = 3`],
    `${two}: blocks-added-or-removed`,
  )
  await findsAmongOthers(
    [`update edition_block set text = text || ' Ajout.' where position = 1`],
    'edition edition/petite-loi/1: changed-without-cause',
  )
})

test('a change without its record, or a record without its change, is found', async () => {
  const record = [
    'delete from change_cause where contribution_number = 1',
    `delete from change where operation = 'replace-sentences' and edition_id = 2`,
  ]
  await finds(
    record,
    `${two}: rows-differ`,
    `${two}: accepted-without-change`,
    `${two}: changed-without-cause`,
  )
})

test('a working text that is not the last edition with what was accepted since is found', async () => {
  const without = `${working}: changed-without-cause`
  const rehash = `update working_block set sha256 = sha256('autre') where position = 1`
  await finds(rehash, `${working}: altered`)
  const text = `update working_block set text = text || ' Ajout.'`
  await findsAmongOthers([`${text} where position = 1`], without)
  await findsAmongOthers([`${text} where text like 'Chaque commune%'`], without)
  await findsAmongOthers(
    [`update working_block set next_sentence = 99 where position = 1`],
    without,
  )
  await finds(`delete from working_block where position = 3`, `${working}: blocks-added-or-removed`)
  await findsAmongOthers(
    [`update change_cause set contribution_number = 4 where contribution_number = 3`],
    without,
    `${working}: accepted-without-change`,
  )
  await finds(
    `update answer set decision = 'noted' where decision = 'accepted' and edition_id is null`,
    without,
    'answer contribution/3: differs-from-journal',
  )
  await finds(`update change set after_text = 'Autre.' where edition_id is null`, without)
})

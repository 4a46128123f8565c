import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readFile } from 'node:fs/promises'
import { verifyRecord } from '../src/editions/index.ts'
import { accept, previewOf } from './send-file.ts'
import { say, verifyTampered } from './tamper.ts'
import { publish, type Fields, type Somebody } from './take-part.ts'
import { openWorld, smallBill, type World } from './world.ts'

const workshop = '/fr/workshop/reports/petite-loi'

let world: World
let camille: Somebody
/** Ids of the change made by hand, of the removal, and of one that a file made. */
let byHand = 0
let removal = 0
let byFile = 0

before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const nour = await world.person({ name: 'Nour' })
  await publish(world, nour, { body: 'La première.' })
  await publish(world, nour, { body: 'La seconde.' })
  const source = { citation: 'Loi du 7 octobre', link: 'https://example.org/loi' }
  const wording = 'Une lettre tient en deux pages.'
  byHand = await change('Une lettre tient', 'edits', { wording, contributions: '1', ...source })
  removal = await change('Une réponse tardive', 'removal', {})
  await send(`${workshop}/changes/${byHand}/causes`, { contributions: '2' })
  await send(`${workshop}/changes/${byHand}/causes/2/withdrawal`, {})
  const bill = await readFile(smallBill, 'utf8')
  const bytes = bill.replace('Le délai est de trois mois.', 'Le délai est de deux mois.')
  const preview = await previewOf(world, { name: 'loi.html', bytes }, camille)
  assert.equal((await accept(world, preview, camille)).status, 303)
  byFile = await lastChange()
  await send(`${workshop}/changes/${byFile}/causes`, { contributions: '2' })
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [], 'the record holds before')
})
after(() => world.close())

async function send(path: string, fields: Fields): Promise<void> {
  const sent = await world.post(path, Object.entries(fields), camille)
  assert.equal(sent.status, 303, await sent.text())
}

async function change(on: string, act: string, fields: Fields): Promise<number> {
  const { id } = await world.blockWith(on)
  const page = `${workshop}/text/${id}`
  const shown = await (await world.get(act === 'edits' ? page : `${page}/${act}`, camille)).text()
  const read = /name="read" value="([0-9a-f]+)"/.exec(shown)?.[1] ?? ''
  await send(`${page}/${act}`, {
    read,
    step: 'apply',
    reason: 'Une raison.',
    erratum: 'yes',
    ...fields,
  })
  return lastChange()
}

async function lastChange(): Promise<number> {
  const { id } = await world.db
    .selectFrom('change')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

async function finds(statements: string[], ...expected: string[]): Promise<void> {
  const found = say((await verifyTampered(world, statements)).findings)
  for (const one of expected) {
    assert.ok(found.includes(one), `${statements.join('; ')}: ${one}\n${found.join('\n')}`)
  }
}

test('whatever a row says of a change by hand otherwise than the journal is found', async () => {
  const differs = `change change/${byHand}: differs-from-journal`
  for (const set of [
    `reason = 'Une autre.'`,
    `after_text = 'Autre.'`,
    `changed_at = changed_at - interval '1 day'`,
    `changed_by = 1`,
    `block = jsonb_set(block, '{text}', '"Autre."')`,
    `sentences_before = '{7}'`,
  ]) {
    await finds([`update change set ${set} where id = ${byHand}`], differs)
  }
  for (const statement of [
    `update change_cause set citation = 'Une autre loi' where change_id = ${byHand} and citation is not null`,
    `update change_cause set contribution_number = 2 where change_id = ${byHand} and added_at is null
      and contribution_number = 1`,
    `delete from change_cause where change_id = ${byHand} and erratum`,
  ]) {
    await finds([statement], differs)
  }
  await finds(
    [`update change set block = jsonb_set(block, '{text}', '"Autre."') where id = ${removal}`],
    `change change/${removal}: differs-from-journal`,
  )
  await finds(
    [`update change set reason = null, changed_by = null where id = ${removal}`],
    `change change/${removal}: gone`,
  )
})

test('a cause that was named or taken back otherwise than the journal says is found', async () => {
  const added = `change_id = ${byFile} and contribution_number = 2`
  const named = `change change/${byFile}/cause/2`
  await finds([`delete from change_cause where ${added}`], `${named}: gone`)
  await finds(
    [`update change_cause set contribution_number = 1 where ${added}`],
    `${named}: gone`,
    `change change/${byFile}/cause/1: not-in-journal`,
  )
  await finds(
    [`update change_cause set added_by = 1 where ${added}`],
    `${named}: differs-from-journal`,
  )
  await finds(
    [`update change_cause set withdrawn_at = now(), withdrawn_by = 1 where ${added}`],
    `${named}: not-in-journal`,
  )
  const taken = `change_id = ${byHand} and contribution_number = 2`
  await finds(
    [`update change_cause set withdrawn_at = null, withdrawn_by = null where ${taken}`],
    `change change/${byHand}/cause/2: gone`,
  )
})

test('a text that is not what its changes make of it is found', async () => {
  const working = 'working-text report/petite-loi'
  await finds([`delete from change where id = ${removal}`], `${working}: changed-without-cause`)
  await finds(
    [`update change set block = jsonb_set(block, '{text}', '"Autre."') where id = ${byFile}`],
    `${working}: changed-without-cause`,
    'import report/petite-loi: differs-from-journal',
  )
})

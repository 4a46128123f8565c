import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { afterEach, test } from 'node:test'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { listWorkingBlocks } from '../src/reports/index.ts'
import { changeAs, slip, text as textPath, workshop } from './change-by-hand.ts'
import { editBill, idsBy, readInto } from './read-again.ts'
import { accept, previewOf } from './send-file.ts'
import { publish, reportPath } from './take-part.ts'
import { openWorld, smallBill, type World } from './world.ts'

let world: World
afterEach(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('what was removed and is in the file again comes back under its own id, sentences and all', async () => {
  world = await openWorld()
  const editor = await world.person({ name: 'Camille', role: 'editor-in-chief' })
  const camille = { ...editor, ...changeAs(world, editor) }
  const nour = await world.person({ name: 'Nour' })
  const on = 'Chaque commune publie'
  const wording = 'Elle la tient à jour.'
  const { id: passage } = await world.blockWith(on)
  const path = `${reportPath}/passages/${passage}/amendments`
  const number = await publish(world, nour, { path, sentence: '2', wording, body: 'Plus court.' })
  const before = await world.blockWith(on)
  await camille.remove(on)

  const bytes = await readFile(smallBill, 'utf8')
  const preview = await previewOf(world, { name: 'bill.html', bytes }, camille)
  assert.match(await (await world.get(preview, camille)).text(), /Remis<[^]*Chaque commune publie/)
  assert.equal((await accept(world, preview, camille)).status, 303)
  assert.deepEqual(await world.blockWith(on), before)
  const answer = { c: `${number}`, revision: `${number}.1`, decision: 'accepted', reason: 'Oui.' }
  const accepted = await camille.send(`${workshop}/answers`, answer)
  assert.equal(accepted.status, 303, await accepted.text())
  assert.match((await world.blockWith(on)).text, /Elle la tient à jour/)
  const again = await readInto(world, bytes)
  assert.deepEqual(again.ok && again.undone, {
    passages: 1,
    contributions: [number],
    divisions: [],
  })
})

test('what an edition had no more comes back as well, by the command, once', async () => {
  world = await openWorld()
  const { db, report } = world
  const salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  const bill = await readFile(smallBill, 'utf8')
  const publishNow = () =>
    publishEdition(db, salome.actor, { report, unansweredConfirmed: true, seen: null }, new Date())
  const before = idsBy(await listWorkingBlocks(db, report.id))
  assert.ok((await readInto(world, await editBill())).ok)
  assert.ok((await publishNow()).ok)
  assert.ok((await readInto(world, bill)).ok)
  const after = await listWorkingBlocks(db, report.id)
  assert.deepEqual(idsBy(after), before)
  assert.ok((await publishNow()).ok)
  const again = `<p>Une réponse tardive reste une réponse.</p></blockquote>`
  assert.ok((await readInto(world, bill.replace(again, `${again}<blockquote>${again}`))).ok)
  const ids = (await listWorkingBlocks(db, report.id)).map(({ id }) => id)
  assert.equal(ids.length, after.length + 1)
  assert.equal(new Set(ids).size, ids.length)
})

test('a text that was emptied by hand comes back with its addresses', async () => {
  world = await openWorld()
  const { db, report } = world
  const editor = await world.person({ name: 'Camille', role: 'editor-in-chief' })
  const camille = { ...editor, ...changeAs(world, editor) }
  const before = await listWorkingBlocks(db, report.id)
  for (const { id } of before) {
    const form = await camille.fieldsOf(`${textPath}/${id}/removal`)
    const sent = await camille.send(`${textPath}/${id}/removal`, { ...form, ...slip })
    assert.equal(sent.status, 303)
  }
  assert.equal((await world.get(textPath, camille)).status, 200)
  const imported = await readInto(world, await readFile(smallBill, 'utf8'))
  assert.ok(imported.ok)
  assert.deepEqual(await listWorkingBlocks(db, report.id), before)
  const published = await publishEdition(
    db,
    editor.actor,
    { report, unansweredConfirmed: false, seen: null },
    new Date(),
  )
  assert.deepEqual(published, { ok: false, problem: 'nothing-new' })
})

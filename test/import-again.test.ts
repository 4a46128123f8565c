import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { afterEach, test } from 'node:test'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { sha256 } from '../src/platform/canonical.ts'
import { listChanges, listWorkingBlocks } from '../src/reports/index.ts'
import { changeAs, slip, text as textPath } from './change-by-hand.ts'
import { editBill, idsBy, readInto } from './read-again.ts'
import { accept, previewOf } from './send-file.ts'
import { sharedData } from './shared-data.ts'
import { openWorld, smallBill, type World } from './world.ts'

let world: World
afterEach(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('a file read again keeps ids, and each difference is a change with the file as its cause', async () => {
  world = await openWorld()
  const { db, report } = world
  const camille = await world.person({ name: 'Camille', role: 'editor-in-chief' })
  const bytes = await editBill()
  const before = idsBy(await listWorkingBlocks(db, report.id))
  const sending = { name: 'bill-2.html', bytes, reason: 'Version du 12 mars' }
  const preview = await previewOf(world, sending, camille)
  const page = await (await world.get(preview, camille)).text()
  for (const counted of ['1 modifié<', '1 déplacé<', '1 ajouté<', '2 supprimés<']) {
    assert.match(page, new RegExp(counted))
  }
  assert.equal((await accept(world, preview, camille)).status, 303)

  const after = await listWorkingBlocks(db, report.id)
  const deadline = after.find(({ text }) => text.endsWith('Le délai est de deux mois.'))
  const edited = before.get('Toute demande reçoit une réponse motivée. Le délai est de trois mois.')
  assert.equal(deadline?.id, edited)
  assert.deepEqual(
    deadline?.sentences.map(({ n }) => n),
    [1, 3],
    'the sentence that was not edited keeps its number',
  )
  for (const { id, text } of after) {
    if (id !== edited && text !== 'Le silence vaut accord.') assert.equal(id, before.get(text))
  }
  const changes = await listChanges(db, report.id, null)
  assert.deepEqual(
    changes.map(({ operation }) => operation),
    ['remove-block', 'remove-block', 'move-block', 'edit-block', 'insert-block'],
  )
  const cause = {
    kind: 'file',
    name: 'bill-2.html',
    sha256: sha256(bytes).toString('hex'),
    reason: 'Version du 12 mars',
  }
  for (const { causes } of changes) assert.deepEqual(causes, [cause])

  const published = await publishEdition(
    db,
    camille.actor,
    { report, unansweredConfirmed: false, seen: null },
    new Date(),
  )
  assert.ok(published.ok)
  assert.equal((await world.get('/fr/reports/petite-loi/editions/2')).status, 200)
  assert.equal((await world.get('/fr/reports/petite-loi/editions/2/changes')).status, 200)
})

test('a first text is updated before its first edition too', async () => {
  world = await openWorld({ editions: 0 })
  const { db, report } = world
  const salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  const sending = { name: 'bill-2.html', bytes: await editBill() }
  assert.equal((await accept(world, await previewOf(world, sending, salome), salome)).status, 303)
  const published = await publishEdition(
    db,
    salome.actor,
    { report, unansweredConfirmed: false, seen: null },
    new Date(),
  )
  assert.ok(published.ok)
  const text = await (await world.get('/fr/reports/petite-loi')).text()
  assert.match(text, /Réponses dues/)
})

test('the command counts what a file changes, and refuses one that changes nothing', async () => {
  world = await openWorld()
  const text = await editBill()
  const imported = await readInto(world, text)
  assert.ok(imported.ok)
  const joined = { split: 0, merged: 0 }
  assert.deepEqual(imported.counts, {
    ...joined,
    same: 10,
    edited: 1,
    moved: 1,
    added: 1,
    removed: 2,
  })
  const again = await readInto(world, text)
  assert.deepEqual(again, { ok: false, problem: 'nothing-changed' })
})

test('a passage that was moved and edited by hand is known again in the file that it came from', async () => {
  world = await openWorld()
  const { db, report } = world
  const editor = await world.person({ name: 'Camille', role: 'editor-in-chief' })
  const camille = { ...editor, ...changeAs(world, editor) }
  const before = await listWorkingBlocks(db, report.id)
  const { id: article } = await world.blockWith('Article 1 -')
  const last = before.at(-1)?.id ?? ''
  const moving = await camille.fieldsOf(`${textPath}/${article}/move?after=${last}`)
  const moved = await camille.send(`${textPath}/${article}/move`, { ...moving, ...slip })
  assert.equal(moved.status, 303)
  const { id, text } = await world.blockWith('Chaque commune publie')
  const wording = text.replace('gratuite.', 'gratuite et toujours lisible.')
  assert.equal((await camille.edit('Chaque commune publie', { wording })).status, 303)

  const sending = { name: 'bill.html', bytes: await readFile(smallBill, 'utf8') }
  const preview = await previewOf(world, sending, camille)
  const page = await (await world.get(preview, camille)).text()
  assert.match(page, />11 passages resteraient tels quels, à leur place\u202F; 3 changeraient\.</)
  assert.match(page, /class="change moved"/)
  assert.doesNotMatch(page, /class="change (?:edited|added|removed|split|merged)"/)
  assert.equal((await accept(world, preview, camille)).status, 303)
  assert.equal((await world.blockWith('Chaque commune publie')).id, id)
  assert.deepEqual(idsBy(await listWorkingBlocks(db, report.id)), idsBy(before))
})

const sections = (names: readonly string[]): string =>
  names.map((name) => `## Section ${name}\n\nMots de ${name}.\n\n- Sans suite.\n- Vu.\n`).join('\n')

async function readMarkdown(text: string) {
  const imported = await readInto(world, `# Titre\n\n${text}`, { name: 'a.md' })
  assert.ok(imported.ok)
  return imported.counts
}

test('texts that give way to each other and come back are each a change, and the record holds', async () => {
  world = await openWorld()
  const { db, report } = world
  const texts = async () => (await listWorkingBlocks(db, report.id)).map(({ text }) => text)
  await readMarkdown(sections(['une', 'deux', 'trois']))
  const ids = async () => (await listWorkingBlocks(db, report.id)).map(({ id }) => id).toSorted()
  const [first, known] = [await texts(), await ids()]
  const permuted = await readMarkdown(sections(['trois', 'une', 'deux']))
  assert.equal(permuted?.same, 8)
  assert.equal(permuted.moved, 4)
  await readMarkdown('Tout autre chose.')
  assert.deepEqual(await texts(), ['Tout autre chose.'])
  await readMarkdown(sections(['une', 'deux', 'trois']))
  assert.deepEqual(await texts(), first)
  assert.deepEqual(await ids(), known, 'what comes back is what it was')
})

const realBill = sharedData('republique-numerique/bill.html')

test(
  'a real bill read again keeps every id, but for what was put in and taken out',
  { skip: realBill === null && 'needs SHARED_DATA' },
  async () => {
    world = await openWorld({ editions: 0 })
    const { db } = world
    const bill = await readFile(realBill ?? '', 'utf8')
    const first = await readInto(world, bill, { slug: 'real' })
    assert.ok(first.ok)
    const before = await listWorkingBlocks(db, first.reportId)
    let at = 0
    const edited = bill.replaceAll('</p>', (end) => {
      at += 1
      if (at % 10 === 0) return `${end}<p>Ajout numéro ${at}.</p>`
      return at % 10 === 5 ? ` Ajout.${end}` : end
    })
    const again = await readInto(world, edited, { slug: 'real' })
    assert.ok(again.ok)
    const { counts } = again
    assert.ok(counts && counts.edited > 10 && counts.added > 10)
    assert.deepEqual([counts.moved, counts.removed], [0, 0])
    const after = await listWorkingBlocks(db, first.reportId)
    const known = new Set(before.map(({ id }) => id))
    assert.deepEqual(
      after.flatMap(({ id }) => (known.has(id) ? [id] : [])),
      before.map(({ id }) => id),
    )
  },
)

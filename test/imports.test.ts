import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { operator } from '../src/permissions.ts'
import { listWorkingBlocks } from '../src/reports/index.ts'
import { docx, paragraph } from './docx.ts'
import { accept, countRows, openEmptyReport, previewOf, sendFile, workshop } from './send-file.ts'
import { openWorld, origin, type World } from './world.ts'

type Somebody = { cookie: string; actor: { personId: number | null } }

let world: World
let camille: Somebody
let nour: Somebody
before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  nour = await world.person({ name: 'Nour' })
})
beforeEach(() => world.db.deleteFrom('upload').execute())
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const textOf = async (path: string, as = camille) => (await world.get(path, as)).text()

test('a document of each format is shown as it was understood, and nothing changes', async () => {
  const files = [
    { name: 'a.html', bytes: '<html lang="en"><h1>Titre</h1><h2>Partie</h2><p>Un mot.</p>' },
    { name: 'a.md', bytes: '# Titre\n\n## Partie\n\nUn mot.\n' },
    { name: 'a.docx', bytes: docx(paragraph('Un mot.')) },
  ]
  for (const file of files) {
    const earlier = await countRows(world)
    const page = await textOf(await previewOf(world, file, camille))
    assert.match(page, new RegExp(`Ce qui a été compris\\s: ${file.name}`))
    assert.match(page, /1 paragraphe</)
    assert.match(page, /Un mot\./)
    assert.deepEqual(await countRows(world), { ...earlier, upload: Number(earlier['upload']) + 1 })
  }
})

test('each refusal is said at the file’s field, what was typed is kept, and nothing is saved', async () => {
  const word = docx(paragraph('Un mot.'))
  const refusals: [string, string | Uint8Array, RegExp, number?][] = [
    ['a.pdf', '%PDF', /Ce format n’est pas lu/],
    ['a.docx', word.subarray(0, word.length - 40), /endommagé ou incomplet/],
    ['a.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /pas un document Word/],
    ['a.html', Buffer.from('<p>Donn\xe9es</p>', 'latin1'), /pas du texte UTF-8/],
    ['a.md', '', /Aucun texte/],
    ['a.html', '<div>'.repeat(20_000) + 'mot', /imbriqués par milliers/],
    ['a.md', new Uint8Array(20_000_001).fill(97), /dépasse 20\sMo/, 413],
    ['a.md', new Uint8Array(24_000_000).fill(97), /dépasse 20\sMo/, 413],
  ]
  const earlier = await countRows(world)
  for (const [name, bytes, sentence, status = 422] of refusals) {
    const sent = await sendFile(world, { name, bytes, reason: 'Un motif', words: 'Axe' }, camille)
    const page = await sent.text()
    assert.equal(sent.status, status, name)
    assert.match(page, sentence)
    assert.match(page, /href="#file"/)
    assert.match(page, /id="file-problem"[^]*aria-describedby="file-hint file-problem"/)
    assert.match(page, />Un motif<\/textarea>[^]*value="Axe"/)
  }
  assert.deepEqual(await countRows(world), earlier)
})

test('without a file, a reason, or with endless words the form says so at its fields', async () => {
  const form = new FormData()
  form.append('reason', ' ')
  form.append('words', 'x'.repeat(61))
  const sent = await world.app.request(`${origin}${workshop}/import`, {
    method: 'POST',
    headers: { Cookie: camille.cookie, Origin: origin },
    body: form,
  })
  assert.equal(sent.status, 422)
  const page = await sent.text()
  for (const sentence of [/Choisissez un fichier/, /Dites pourquoi/, /au plus vingt mots/]) {
    assert.match(page, sentence)
  }
  const long = await sendFile(
    world,
    { name: 'a.md', bytes: 'Un.', reason: 'x'.repeat(1001) },
    camille,
  )
  assert.match(await long.text(), /dépasse 1\s000 caractères[^]*est à choisir de nouveau/)
})

test('a form with a file is taken from this site only, at this address only', async () => {
  const form = new FormData()
  form.append('file', new File(['Un.'], 'a.md'))
  const elsewhere = { method: 'POST', headers: { Cookie: camille.cookie, Origin: 'http://evil' } }
  const sent = await world.app.request(`${origin}${workshop}/import`, { ...elsewhere, body: form })
  assert.equal(sent.status, 403)
  const big = new FormData()
  big.append('file', new File([new Uint8Array(2_100_000)], 'a.md'))
  const other = { method: 'POST', headers: { Cookie: camille.cookie, Origin: origin } }
  const path = `${origin}${workshop}/editions`
  assert.equal((await world.app.request(path, { ...other, body: big })).status, 413)
})

test('whoever does not edit that report can neither send, see, correct, accept nor give up', async () => {
  const other = await openEmptyReport(world, 'autre')
  const ines = await world.person({ name: 'Ines' })
  const granted = { personId: ines.actor.personId ?? 0, role: 'rapporteur' as const }
  await grantRole(world.db, operator, { ...granted, domain: reportDomain(other) }, new Date())
  const preview = await previewOf(world, { name: 'a.md', bytes: 'Un mot.' }, camille)
  const earlier = await countRows(world)
  for (const who of [nour, ines]) {
    assert.equal((await world.get(`${workshop}/import`, who)).status, 404)
    assert.equal((await sendFile(world, { name: 'a.md', bytes: 'Un.' }, who)).status, 404)
    const long = { name: 'a.md', bytes: new Uint8Array(3_000_000).fill(97) }
    assert.equal((await sendFile(world, long, who)).status, 404)
    assert.equal((await world.get(preview, who)).status, 404)
    for (const act of ['corrections', 'acceptance', 'end']) {
      assert.equal((await world.post(`${preview}/${act}`, [], who)).status, 404, act)
    }
  }
  const sameUpload = preview.replace('petite-loi', 'autre')
  assert.equal((await world.get(sameUpload, ines)).status, 404)
  assert.equal((await world.post(`${sameUpload}/acceptance`, [], ines)).status, 404)
  await world.post(`${sameUpload}/end`, [], ines)
  assert.deepEqual(await countRows(world), earlier)
})

test('a visitor is asked to sign in, and comes back to what waits', async () => {
  const form = await world.get(`${workshop}/import`)
  assert.match(form.headers.get('Location') ?? '', /sign-in\?return=.*import$/)
  for (const size of [10, 3_000_000]) {
    const bytes = new Uint8Array(size).fill(97)
    const sent = await sendFile(world, { name: 'a.md', bytes, reason: 'Un motif' })
    assert.equal(sent.status, 422)
    assert.match(await sent.text(), /session a pris fin[^]*>Un motif<\/textarea>/)
  }
  const preview = await previewOf(world, { name: 'a.md', bytes: 'Un mot.' }, camille)
  for (const act of ['corrections', 'acceptance', 'end']) {
    const away = await world.post(`${preview}/${act}`, [])
    assert.equal(
      away.headers.get('Location'),
      `/fr/account/sign-in?return=${encodeURIComponent(preview)}`,
    )
  }
  assert.equal((await world.get(preview, camille)).status, 200)
})

test('what a document would run is said to be left out, and reaches neither preview nor text', async () => {
  const report = await openEmptyReport(world, 'hostile')
  await grantRole(
    world.db,
    operator,
    { personId: camille.actor.personId ?? 0, role: 'rapporteur', domain: reportDomain(report) },
    new Date(),
  )
  const bytes =
    '<h1>T</h1><script>alert(1)</script><p onclick="alert(2)">Un <a href="javascript:alert(3)">mot' +
    '</a> &lt;script&gt;alert(4)&lt;/script&gt;.</p><iframe src="//x"></iframe><custom-thing>x</custom-thing>'
  const name = '<script>alert(5)</script>.html'
  const form = new FormData()
  form.append('reason', '<script>alert(6)</script>')
  form.append('file', new File([bytes], name))
  const sent = await world.app.request(`${origin}/fr/workshop/reports/hostile/import`, {
    method: 'POST',
    headers: { Cookie: camille.cookie, Origin: origin },
    body: form,
  })
  const preview = sent.headers.get('Location') ?? ''
  const page = await textOf(preview)
  assert.doesNotMatch(page, /<script(?! type="module" src="\/assets\/)|onclick=|="javascript:/)
  assert.match(page, /1 script\s: un texte n’exécute rien/)
  assert.match(page, /1 contenu incorporé \(iframe\)/)
  assert.match(page, /1 réaction programmée/)
  const accepted = await accept(world, preview, camille)
  assert.equal(accepted.headers.get('Location'), '/fr/workshop/reports/hostile/text?done=imported')
  const blocks = await listWorkingBlocks(world.db, report.id)
  assert.equal(blocks[0]?.text, 'Un mot <script>alert(4)</script>.')
  assert.deepEqual(blocks[0]?.marks, [])
})

test('names and documents with what a database cannot hold are no fault of ours', async () => {
  for (const bytes of ['<p>a&#0;b&#xD800;c</p>', '<p>a\u0007&#1;</p>', '<p>a&#xFFFF;</p>']) {
    const preview = await previewOf(world, { name: '../é\u0301\u0007.html', bytes }, camille)
    assert.equal((await world.get(preview, camille)).status, 200)
  }
  const refused = await sendFile(world, { name: 'a.html', bytes: '<p>\u0000a</p>' }, camille)
  assert.equal(refused.status, 422)
  const long = await previewOf(world, { name: `${'n'.repeat(300)}.md`, bytes: 'Mot.' }, camille)
  assert.match(await textOf(long), /n{190}\.md/)
})

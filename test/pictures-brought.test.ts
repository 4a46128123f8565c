import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strToU8 } from 'fflate'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { importReport, readWithPictures } from '../src/imports/index.ts'
import { operator } from '../src/permissions.ts'
import { docx, paragraph, picture, zipOf } from './docx.ts'
import { dataUri, figure, png, svg, zip } from './picture-files.ts'
import { runVivace } from './run-vivace.ts'
import { previewOf, sendFile } from './send-file.ts'
import { textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let salome: Somebody
before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('what stands beside the document is read, and nothing outside of its folder', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'vivace-pictures-'))
  const folder = join(outside, 'report')
  await mkdir(join(folder, 'figures'), { recursive: true })
  await writeFile(join(folder, 'figures', 'un.svg'), svg('<circle r="5"/>'))
  await writeFile(join(outside, 'secret.png'), png(7, 7))
  await symlink(join(outside, 'secret.png'), join(folder, 'link.png'))
  await symlink(outside, join(folder, 'up'))
  await writeFile(join(folder, 'déchets.svg'.normalize('NFD')), svg('<circle r="6"/>'))
  const names = [
    'figures/un.svg',
    'déchets.svg'.normalize('NFC'),
    'link.png',
    'up/secret.png',
    '../secret.png',
    'figures',
    'none.png',
  ]
  const html = `<h1>T</h1>${[...names, join(outside, 'secret.png')].map((name) => `<p>Mot</p><img alt="A ${name}" src="${name}">`).join('')}`
  await writeFile(join(folder, 'report.html'), html)
  try {
    const file = await readWithPictures(join(folder, 'report.html'))
    assert.deepEqual(
      [...(file.beside?.keys() ?? [])],
      ['figures/un.svg', 'déchets.svg'.normalize('NFD')],
    )
    const flags = ['import', join(folder, 'report.html'), '--report', 'beside']
    const ran = await runVivace(world.url, flags)
    assert.equal(ran.code, 0, ran.stderr)
    assert.match(ran.stdout, /left out: 4 picture that was not sent\n/)
    assert.match(ran.stdout, /left out: 2 picture outside of its folder\n/)
    assert.equal((await runVivace(world.url, flags)).code, 1)
    const { rows } = await sql`select from working_block
      join report on report.id = report_id where slug = 'beside' and picture is not null`.execute(
      world.db,
    )
    assert.equal(rows.length, 2)
  } finally {
    await rm(outside, { recursive: true })
  }
})

test('an archive holds one document, and is no bomb', async () => {
  const refused: [Uint8Array, RegExp][] = [
    [zip({ 'x.png': png(1, 1) }), /un document HTML/],
    [zip({ 'a.html': '<p>A', 'b.md': 'B' }), /un document HTML/],
    [zip({ 'a.html': '' }), /Aucun texte/],
    [strToU8('<p>Pas une archive'), /endommagé/],
    [
      zipOf([
        { name: 'a.html', bytes: Buffer.from('<p>A') },
        { name: 'b', bytes: Buffer.alloc(70_000_000) },
      ]),
      /Une fois décompressé/,
    ],
  ]
  for (const [bytes, sentence] of refused) {
    const sent = await sendFile(world, { name: 'a.zip', bytes }, salome)
    assert.deepEqual([sent.status, sentence.test(await sent.text())], [422, true], String(sentence))
  }
  const files = {
    '__MACOSX/._a.html': 'x',
    'd/a.html': figure('../x.png'),
    'd/e/b.md': 'B',
    'x.png': png(1, 1),
  }
  const preview = await previewOf(world, { name: 'a.zip', bytes: zip(files) }, salome)
  const page = await textOf(world.get(preview, salome))
  assert.match(page, /1 image\s: hors du dossier/)
  assert.match(page, /1 fichier de l’archive que le document ne montre pas/)
})

test('whatever a picture would do is left out, and said', async () => {
  const hostile = svg(
    '<script>alert(1)</script><rect onclick="alert(1)" style="fill:url(http://evil.test)"/>' +
      '<foreignObject><p>x</p></foreignObject><use href="http://evil.test/x.svg#a"/>',
    'onload="alert(1)" viewBox="0 0 5 5"',
  )
  const word = docx(paragraph('Un mot.') + `<w:p>${picture('Un dessin')}</w:p>`, {
    'word/media/image1.png': strToU8(hostile),
  })
  for (const [name, bytes] of [
    ['a.html', figure(dataUri('image/png', hostile))],
    ['a.docx', word],
  ] as const) {
    const preview = await previewOf(world, { name, bytes }, salome)
    const page = await textOf(world.get(preview, salome))
    assert.match(page, /éléments ou attributs de dessin/)
    const [address = ''] = /\/pictures\/[0-9a-f]{64}\.svg/.exec(page) ?? []
    const sent = await world.get(address, salome)
    assert.equal(sent.headers.get('Content-Type'), 'image/svg+xml; charset=utf-8')
    assert.match(sent.headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/)
    assert.doesNotMatch(await sent.text(), /alert|evil|foreign|script/i)
  }
  const remote = await previewOf(
    world,
    { name: 'a.html', bytes: figure('https://evil.test/x.png') },
    salome,
  )
  const page = await textOf(world.get(remote, salome))
  assert.match(page, /1 image\s: sur un autre site/)
  assert.doesNotMatch(page, /<img/)
})

test('a figure that had no picture is frozen and hashed as it was', async () => {
  const request = {
    slug: 'bare',
    file: { name: 'a.html', bytes: strToU8('<h1>T</h1><img alt="Une carte" src="x.png">') },
    reason: 'Essai',
    propositionWords: [],
    about: {
      authors: null,
      commissioner: null,
      licence: null,
      editionPlannedFor: null,
      illustrative: false,
    },
  }
  assert.ok((await importReport(world.db, operator, request, new Date())).ok)
  const block = await sql<{ canonical: Buffer; sha256: Buffer; id: string }>`
    select block_id as id, sha256 from working_block where text = 'Une carte'`.execute(world.db)
  const [row] = block.rows
  const canonical = `{"id":"${row?.id}","kind":"figure","level":0,"marks":[],"number":null,"sentences":[{"end":9,"n":1,"start":0}],"text":"Une carte"}`
  assert.equal(row?.sha256.toString('hex'), createHash('sha256').update(canonical).digest('hex'))
})

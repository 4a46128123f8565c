import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { cleanFile } from '../src/attachments/clean-file.ts'
import { codecs } from '../src/attachments/codecs.ts'
import { attach, jpeg, pdf, pointsOf } from './attach.ts'
import { link, pdfBomb, withExif } from './hostile-files.ts'
import { png, svg, zip } from './picture-files.ts'
import type { Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let iris: Somebody
let folder: string
before(async () => {
  world = await openWorld()
  iris = await world.person({ name: 'Iris Colombier' })
  folder = await mkdtemp(join(tmpdir(), 'vivace-hostile-'))
})
after(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

async function clean(bytes: Uint8Array | string, milliseconds?: number) {
  const file = join(folder, 'sent')
  await writeFile(file, bytes)
  return cleanFile(file, milliseconds)
}

async function cleaned(bytes: Uint8Array): Promise<Buffer> {
  const made = await clean(bytes)
  assert.ok(made.ok, made.ok ? '' : made.problem)
  return Buffer.from(made.file.bytes)
}

async function problemOf(bytes: Uint8Array | string): Promise<string | null> {
  const made = await clean(bytes)
  return made.ok ? null : made.problem
}

const script = '<html><script>alert(document.domain)</script></html>'

test('what is no PDF, JPEG, PNG or WebP by its content is refused, whatever it is called and said to be', async () => {
  const jar = zip({ 'META-INF/MANIFEST.MF': 'Main-Class: Evil' })
  const gif = Buffer.concat([Buffer.from('GIF89a\u0003\0\u0002\0\0\0\0', 'latin1'), jar])
  for (const bytes of [svg('<script>alert(1)</script>'), script, jar, gif, 'MZ', 'FWS\u0008']) {
    assert.equal(await problemOf(bytes), 'not-a-kind', String(bytes).slice(0, 20))
  }
  assert.equal(await problemOf(''), 'empty-file')
  const { page, status, hashes } = await attach(world, iris, [
    {
      name: 'dessin.jpg',
      type: 'image/jpeg',
      bytes: Buffer.from(svg('<script>alert(1)</script>')),
    },
  ])
  assert.equal(status, 422)
  assert.deepEqual(hashes, [])
  assert.match(page, /dessin\.jpg\s» n’est ni un PDF, ni une image/u)
})

test('of a picture that is something else, too, only the picture is left', async () => {
  const jar = zip({ 'Evil.class': 'x'.repeat(500) })
  for (const bytes of [await jpeg(), png(30, 20), await codecs.webp.write(pointsOf(30, 20))]) {
    for (const other of [jar, Buffer.from(script)]) {
      const made = await cleaned(Buffer.concat([bytes, other]))
      assert.equal(made.indexOf('Evil.class'), -1)
      assert.equal(made.indexOf('script'), -1)
      assert.equal(made.indexOf('PK\u0003\u0004'), -1)
    }
  }
})

test('nothing of where, when and with what a photograph was taken is left, and it stands upright', async () => {
  const made = await clean(withExif(await jpeg(60, 40), 6))
  assert.ok(made.ok)
  const kept = Buffer.from(made.file.bytes)
  assert.deepEqual(made.file.size, { width: 40, height: 60 })
  for (const word of [
    'Exif',
    'GPS',
    'N48',
    'Lumix',
    'http://ns.adobe.com',
    'comment of a camera',
  ]) {
    assert.equal(kept.indexOf(word), -1, word)
  }
})

test('a picture of too many points is refused before one of them is read, one that moves too', async () => {
  const bomb = Buffer.from(png(1, 1))
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const begun = performance.now()
  assert.equal(await problemOf(bomb), 'too-many-points')
  assert.ok(performance.now() - begun < 10_000)
  const moving = Buffer.from(
    'RIFF\u0024\0\0\0WEBPVP8X\u000a\0\0\0\u0002\0\0\0\u0002\0\0\u0001\0\0\0\0\0\0\0\0\0\0\0\0',
    'latin1',
  )
  assert.equal(await problemOf(moving), 'picture-moves')
  assert.equal(await problemOf(Buffer.from(png(30, 20)).subarray(0, 60)), 'picture-unreadable')
  assert.equal(
    await problemOf(Buffer.concat([await jpeg(), Buffer.alloc(10_000_000)])),
    'file-too-large',
  )
})

test('a large picture is shown smaller, and a small one as it is', async () => {
  const made = await clean(await jpeg(2400, 1200))
  assert.ok(made.ok)
  const { small } = made.file
  assert.deepEqual([small?.width, small?.height], [1600, 800])
  const one = await clean(await jpeg(1600, 900))
  assert.ok(one.ok && one.file.small === null)
})

test('of a PDF nothing is left that runs, sends, opens or comes along, nor who made it', async () => {
  const document = await PDFDocument.create()
  document.setTitle('Titre secret')
  document.setAuthor('Autrice secrète')
  const page = document.addPage()
  page.drawText('Ce que l’on lit')
  document.addJavaScript('begin', 'app.alert("JS_IN_NAMES")')
  await document.attach(Buffer.from('EMBEDDED_BYTES'), 'virus.exe')
  const picture = await document.embedJpg(withExif(await jpeg(), 1))
  page.drawImage(picture, { x: 0, y: 0, width: 10, height: 10 })
  const { context } = document
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      link({ S: 'URI', URI: PDFString.of('https://exemple.org/') }),
      link({ S: 'URI', URI: PDFString.of('javascript:IN_ADDRESS') }),
      link({ S: 'SubmitForm', F: PDFString.of('https://evil.example/submit') }),
      link({ S: 'Launch', F: PDFString.of('LAUNCHED.EXE') }),
      link({ S: 'GoTo', D: [0], Next: { S: 'JavaScript', JS: PDFString.of('JS_AFTER') } }),
      {
        Type: 'Annot',
        Subtype: 'FileAttachment',
        Rect: [0, 0, 9, 9],
        Contents: PDFString.of('ANNEXE'),
      },
    ]),
  )
  page.node.set(
    PDFName.of('AA'),
    context.obj({ O: { S: 'JavaScript', JS: PDFString.of('JS_AT_PAGE') } }),
  )
  document.catalog.set(
    PDFName.of('OpenAction'),
    context.obj({ S: 'JavaScript', JS: PDFString.of('JS_AT_START') }),
  )
  document.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream('<x:xmpmeta>XMP_SECRET</x:xmpmeta>')),
  )
  const sent = Buffer.from(await document.save({ useObjectStreams: false }))
  const forbidden = [
    'JS_IN_NAMES',
    'EMBEDDED_BYTES',
    'IN_ADDRESS',
    'evil.example',
    'LAUNCHED',
    'JS_A',
    'XMP_SECRET',
    'ANNEXE',
    'secret',
    'N48',
    'JavaScript',
    'EmbeddedFile',
  ]
  const made = await cleaned(Buffer.concat([sent, Buffer.from(script)]))
  const read = await PDFDocument.load(made, { updateMetadata: false })
  assert.equal(read.getPageCount(), 1)
  assert.equal(read.getAuthor(), undefined)
  const plain = Buffer.from(await read.save({ useObjectStreams: false }))
  for (const word of [...forbidden, 'script']) {
    assert.equal(made.indexOf(word), -1, word)
    assert.equal(plain.indexOf(word), -1, word)
  }
  assert.notEqual(plain.indexOf('https://exemple.org/'), -1)
})

test('a PDF that is locked, broken, or has something before it is refused with what to do', async () => {
  const locked = await PDFDocument.load(await pdf())
  locked.encrypt({ userPassword: '', ownerPassword: 'x' })
  assert.equal(await problemOf(await locked.save()), 'pdf-encrypted')
  assert.equal(await problemOf('%PDF-1.7\nnothing'), 'pdf-unreadable')
  assert.equal(await problemOf(Buffer.concat([Buffer.from(script), await pdf()])), 'not-a-kind')
})

test('what unpacks to more than a machine has is ended, and the next file is read', async () => {
  const begun = performance.now()
  const problem = await problemOf(pdfBomb(6000))
  assert.ok(problem === 'takes-too-long' || problem === 'pdf-unreadable', String(problem))
  assert.ok(performance.now() - begun < 65_000)
  assert.equal(await problemOf(await pdf()), null)
})

test('what takes too long is ended', async () => {
  const made = await clean(await jpeg(2400, 1200), 50)
  assert.deepEqual(made, { ok: false, problem: 'takes-too-long' })
})

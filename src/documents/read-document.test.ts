import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { strToU8, zipSync } from 'fflate'

import { docx, paragraph, run, wordPart, zipOf } from '../../test/docx.ts'
import { fileLimit, readDocument } from './read-document.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))

async function problemOf(name: string, bytes: Uint8Array, limit?: number): Promise<string> {
  const read = await readDocument({ name, bytes }, limit)
  return read.ok ? 'none' : read.problem
}

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readDocument({ name, bytes })
  assert.ok(read.ok, read.ok ? '' : read.problem)
  return read.document.blocks.map(({ text }) => text).join('|')
}

test('the name says the format, whatever its case', async () => {
  assert.equal(await textOf('Rapport.HTM', utf8('<p>a</p>b')), 'a|b')
  assert.equal(await textOf('été.html', utf8('\uFEFF<p>é')), 'é')
  assert.equal(await textOf('notes v2.md', utf8('# T\n\na *b*')), 'a b')
  assert.equal(await textOf('n.markdown', utf8('a\n\nb')), 'a|b')
  assert.equal(await textOf('r.docx', docx(paragraph('mot'))), 'mot')
  for (const name of ['r.doc', 'r.odt', 'r.pdf', 'docx', 'r.docx.exe', 'r.md ~', '', 'r.']) {
    assert.equal(await problemOf(name, utf8('a')), 'unknown-format', name)
  }
})

test('a document without words is refused', async () => {
  assert.equal(await problemOf('a.html', utf8('<h1>Titre</h1><script>x</script>')), 'no-text')
  assert.equal(await problemOf('a.md', new Uint8Array()), 'no-text')
  assert.equal(await problemOf('a.docx', docx('<w:p/>')), 'no-text')
})

test('a file over 20 MB is refused before it is read', async () => {
  assert.equal(await problemOf('a.md', new Uint8Array(fileLimit + 1)), 'too-large')
  assert.equal(await problemOf('a.md', utf8('a'.repeat(1000))), 'none')
})

test('text is UTF-8, UTF-16 with its mark, or HTML that says its Western encoding', async () => {
  const utf16 = new Uint8Array(Buffer.from('\uFEFF<p>été', 'utf16le'))
  assert.equal(await textOf('a.html', utf16), 'été')
  assert.equal(
    await textOf(
      'a.md',
      utf16.slice().map((_, at) => utf16[at ^ 1] ?? 0),
    ),
    '<p>été'.slice(3),
  )
  assert.equal(await problemOf('a.html', utf16.subarray(2)), 'not-utf8')
  assert.equal(await problemOf('a.html', latin1('<p>été')), 'not-utf8')
  for (const charset of ['windows-1252', 'ISO-8859-1']) {
    const page = latin1(`<meta charset="${charset}"><p>l\u0092été`)
    assert.equal(await textOf('a.html', page), 'l’été')
    assert.equal(await problemOf('a.md', page), 'not-utf8')
  }
  const late = `<!--${' '.repeat(1100)}--><meta charset="iso-8859-1"><p>été`
  assert.equal(await problemOf('a.html', latin1(late)), 'not-utf8')
  assert.equal(await textOf('a.html', utf8('<meta charset="iso-8859-1"><p>été')), 'été')
})

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])
const ole = Uint8Array.from([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  0xa1,
  0xb1,
  0x1a,
  0xe1,
  ...new Uint8Array(600),
])

test('another kind of file under the name of a text is not text', async () => {
  assert.equal(await problemOf('a.html', png), 'not-utf8')
  assert.equal(await problemOf('a.md', docx(paragraph('mot'))), 'not-utf8')
  assert.equal(await problemOf('a.html', utf8('a\0b')), 'not-utf8')
})

const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))

test('what is no Word file is said to be none', async () => {
  const files: [string, Uint8Array][] = [
    ['a picture', png],
    ['an old or encrypted Word file', ole],
    ['nothing', new Uint8Array()],
    ['a plain archive', zip({ 'a.txt': 'a' })],
    ['an empty archive', zip({})],
    ['a spreadsheet', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })],
    [
      'an OpenDocument text',
      zip({ mimetype: 'x', 'content.xml': '<!DOCTYPE a><office:document-content/>' }),
    ],
    ['a page', utf8('<p>a')],
  ]
  for (const [what, bytes] of files) {
    assert.equal(await problemOf('a.docx', bytes), 'not-a-word-file', what)
  }
  const xml = utf8(wordPart('document', `<w:body>${paragraph('mot')}</w:body>`))
  const locked = zipOf([{ name: 'word/document.xml', bytes: xml, flags: 1 }])
  assert.equal(await problemOf('a.docx', locked), 'not-a-word-file')
})

test('a file that was cut short or damaged is broken', async () => {
  const whole = docx(paragraph('mot '.repeat(500)))
  for (const part of [0.1, 0.5, 0.9, 0.99]) {
    const cut = whole.subarray(0, Math.floor(whole.length * part))
    assert.equal(await problemOf('a.docx', cut), 'broken-file', String(part))
  }
  const damaged = whole.slice()
  damaged.fill(0xff, 1200, 1500)
  assert.equal(await problemOf('a.docx', damaged), 'broken-file')
  for (const xml of ['<w:document', wordPart('document', ''), '<w:document>\u0000</w:document>']) {
    const bytes = docx('', {
      'word/document.xml': xml.replace(/^<w:document/, wordPart('document', '').slice(38, -14)),
    })
    assert.equal(await problemOf('a.docx', bytes), 'broken-file', xml)
  }
  const same = { name: 'word/document.xml', bytes: utf8(wordPart('document', '<w:body/>')) }
  assert.equal(await problemOf('a.docx', zipOf([same, same])), 'broken-file')
})

test('a ZIP bomb is refused, also one that lies of its size', async () => {
  const zeros = new Uint8Array(300_000_000)
  for (const declaredSize of [zeros.length, 1000]) {
    for (const name of ['word/document.xml', 'word/media/image1.png']) {
      const bomb = zipOf([{ name, bytes: zeros, declaredSize }])
      assert.ok(bomb.length < 400_000)
      assert.equal(await problemOf('a.docx', bomb), 'unpacks-too-large', `${name} ${declaredSize}`)
    }
  }
})

test('a ZIP file of many entries that are each small enough is refused', async () => {
  const bytes = new Uint8Array(25_000_000)
  const three = ['a', 'b', 'c'].map((name) => ({ name, bytes }))
  assert.equal(await problemOf('a.docx', zipOf(three)), 'unpacks-too-large')
  const many = Array.from({ length: 2001 }, (_, index) => ({
    name: `${index}.txt`,
    bytes: utf8('a'),
  }))
  assert.equal(await problemOf('a.docx', zipOf(many)), 'unpacks-too-large')
})

test('a file smaller than it says is broken', async () => {
  const xml = utf8(wordPart('document', `<w:body>${paragraph('mot')}</w:body>`))
  const entry = { name: 'word/document.xml', bytes: xml }
  assert.equal(await problemOf('a.docx', zipOf([entry])), 'none')
  assert.equal(await problemOf('a.docx', zipOf([{ ...entry, declaredSize: 9 }])), 'broken-file')
})

test('entities are refused wherever a Word file declares them, and nothing is fetched', async () => {
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('')
  const declarations = [
    `<!DOCTYPE w:document [<!ENTITY l0 "lol">${laughs}]>`,
    '<!DOCTYPE w:document [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    '<!doctype w:document SYSTEM "http://127.0.0.1:9/x.dtd">',
  ]
  const body = `<w:body>${paragraph(run('a&l9;'))}</w:body>`
  for (const declared of declarations) {
    const xml = wordPart('document', body).replace('?>', `?>${declared}`)
    assert.equal(await problemOf('a.docx', docx('', { 'word/document.xml': xml })), 'broken-file')
    const styles = wordPart('styles', '').replace('?>', `?>${declared}`)
    const file = docx(paragraph('a'), { 'word/styles.xml': styles })
    assert.equal(await problemOf('a.docx', file), 'broken-file')
  }
})

test('active content is left out and counted', async () => {
  const html =
    '<p onclick="x()">a<script>alert(1)</script><a href="javascript:x">b</a></p><iframe src="/x"></iframe>'
  for (const name of ['a.html', 'a.md']) {
    const read = await readDocument({ name, bytes: utf8(html) })
    assert.ok(read.ok)
    assert.equal(read.document.blocks.map(({ text }) => text).join('|'), 'ab')
    assert.deepEqual(
      Object.fromEntries(read.document.dropped.map(({ what, count }) => [what, count])),
      {
        'event handler': 1,
        script: 1,
        iframe: 1,
        'javascript: link': 1,
      },
    )
  }
})

test('what is nested too deep is refused', async () => {
  assert.equal(await problemOf('a.md', utf8('> '.repeat(5000))), 'nested-too-deep')
  assert.equal(await problemOf('a.html', utf8('<b><i>'.repeat(20_000) + 'a')), 'nested-too-deep')
  const deep = '<w:sdt><w:sdtContent>'.repeat(30_000) + paragraph('a')
  const file = docx(deep + '</w:sdtContent></w:sdt>'.repeat(30_000))
  assert.equal(await problemOf('a.docx', file), 'nested-too-deep')
})

test('what takes too long or too much memory is ended, and the next file is read', async () => {
  const slow = utf8('*a_ '.repeat(200_000))
  assert.equal(await problemOf('a.md', slow, 1_000), 'takes-too-long')
  const heavy = utf8('<p><b></b>'.repeat(1_900_000))
  assert.equal(await problemOf('a.html', heavy), 'takes-too-long')
  assert.equal(await textOf('a.md', utf8('suite')), 'suite')
})

test('whoever reads one stays until the answer has been heard', async (t) => {
  const child = fork(new URL('document-process.ts', import.meta.url), {
    execArgv: ['--import', new URL('../../bin/typescript.mjs', import.meta.url).href],
    serialization: 'advanced',
  })
  t.after(() => child.kill('SIGKILL'))
  child.send({ format: 'markdown', bytes: strToU8('Un mot.'), beside: new Map(), held: new Map() })
  const [answer] = await once(child, 'message')
  assert.equal(answer.ok, true)
  await pause(500)
  assert.equal(child.exitCode, null)
})

test('files sent at once are all read', async () => {
  const names = Array.from({ length: 7 }, (_, index) => `mot ${index}`)
  const texts = await Promise.all(names.map((name) => textOf('a.md', utf8(name))))
  assert.deepEqual(texts, names)
})

test('the fixture is read from its file', async () => {
  const bytes = readFileSync(new URL('../../test/fixtures/petite-loi.html', import.meta.url))
  assert.match(await textOf('petite-loi.html', bytes), /commune/)
})

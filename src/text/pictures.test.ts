import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { docx, paragraph, picture } from '../../test/docx.ts'
import { dataUri, gif, jpeg, png, svg, webp } from '../../test/picture-files.ts'
import { blockDigestInput } from './block.ts'
import { figureWords } from './figure-words.ts'
import { keepPictures } from './keep-pictures.ts'
import { parseDocx } from './parse-docx.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdownDocument } from './parse-markdown-document.ts'
import type { Picture } from './picture.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const keeperOf = (files: Record<string, Uint8Array | string> = {}) =>
  keepPictures(
    new Map(Object.entries(files).map(([name, file]) => [name, new Uint8Array(Buffer.from(file))])),
    hash,
  )

function read(html: string, files: Record<string, Uint8Array | string> = {}) {
  const keeper = keeperOf(files)
  const { blocks, dropped } = parseHtml(html, keeper)
  return {
    blocks,
    dropped: Object.fromEntries(dropped.map(({ what, count }) => [what, count])),
    keeper,
  }
}

function shownIn(html: string, files: Record<string, Uint8Array | string> = {}): Picture {
  const [figure] = read(html, files).blocks
  assert.ok(figure?.picture)
  return figure.picture
}

test('a figure is its picture, with its alternative on the first line and its caption below', () => {
  const { blocks, dropped } = read(
    '<figure><img src="./x%20y.png?v=1" alt="Une courbe"><figcaption>La <b>pente</b></figcaption></figure>',
    { 'x y.png': png(4, 3) },
  )
  const [figure] = blocks
  assert.ok(figure?.picture)
  assert.deepEqual(dropped, {})
  assert.equal(figure.text, 'Une courbe\nLa pente')
  const { sha256, ...rest } = figure.picture
  assert.equal(sha256, hash(png(4, 3)))
  assert.deepEqual(rest, { type: 'png', width: 4, height: 3, described: true })
  assert.deepEqual(figureWords(figure, figure.picture), {
    alternative: 'Une courbe',
    caption: { text: 'La pente', marks: [{ kind: 'strong', start: 3, end: 8 }] },
  })
})

test('a figure without an alternative is all caption, one without a caption all alternative', () => {
  const files = { 'x.png': png(1, 1) }
  const [bare] = read(
    '<figure><img src="x.png"><figcaption>Ceci</figcaption></figure>',
    files,
  ).blocks
  assert.ok(bare?.picture)
  assert.deepEqual(figureWords(bare, bare.picture).caption.text, 'Ceci')
  assert.equal(figureWords(bare, bare.picture).alternative, '')
  const [said] = read('<p>Un mot <img src="x.png" alt="Cela"></p>', files).blocks.slice(1)
  assert.ok(said?.picture)
  assert.deepEqual(figureWords(said, said.picture), {
    alternative: 'Cela',
    caption: { text: '', marks: [] },
  })
  assert.deepEqual(read('<img src="x.png">', files).dropped, { 'image without alternative': 1 })
})

test('a picture is known by its bytes, never by its name', () => {
  const sorts = {
    png: png(3, 2),
    gif,
    jpeg,
    webp,
    svg: Buffer.from(svg('', 'width="3" height="2"')),
  }
  for (const [type, bytes] of Object.entries(sorts)) {
    for (const named of ['x.png', 'x.txt']) {
      const picture = shownIn(`<img src="${named}" alt="A">`, { [named]: bytes })
      assert.deepEqual([picture.type, picture.width, picture.height], [type, 3, 2])
    }
  }
})

test('what is no picture leaves its words', () => {
  for (const other of ['<html>', '%PDF', 'BM', '\u0089PNG', 'GIF89a', '\u0001\0\0\0', '']) {
    const { dropped, blocks } = read('<img src="x.png" alt="A">', { 'x.png': other })
    assert.deepEqual(dropped, { 'picture of another kind': 1 })
    assert.deepEqual(blocks, [{ kind: 'figure', level: 0, number: null, text: 'A', marks: [] }])
  }
})

test('a picture comes from the document or from beside it, and from nowhere else', () => {
  const files = { 'x.png': png(1, 1), '../x.png': png(1, 1), '/x.png': png(1, 1) }
  const lost = (src: string) => {
    const { dropped, keeper } = read(`<p>Un mot</p><img alt="A" src="${src}">`, files)
    assert.deepEqual(keeper.kept(), [])
    return Object.keys(dropped)
  }
  for (const src of ['http://a.test/x.png', 'HTTPS://a.test/x', '//a.test/x.png']) {
    assert.deepEqual(lost(src), ['picture on another site'])
  }
  for (const src of [
    '../x.png',
    'a/../x.png',
    '/x.png',
    '%2e%2e/x.png',
    'a\\x.png',
    'file:///x.png',
  ]) {
    assert.deepEqual(lost(src), ['picture outside of its folder'])
  }
  assert.deepEqual(lost('y.png'), ['picture that was not sent'])
  assert.deepEqual(lost('data:image/png;base64,%%%'), ['broken picture'])
  assert.deepEqual(lost('data:image/png;base64,A'), ['broken picture'])
  const [held] = read(`<img alt="A" src="${dataUri('text/plain', png(2, 1))}">`).blocks
  assert.equal(held?.picture?.type, 'png')
  const [drawn] = read(
    `<img alt="A" src="data:image/svg+xml,${encodeURIComponent(svg(''))}">`,
  ).blocks
  assert.equal(drawn?.picture?.type, 'svg')
})

test('a name is the same however its accents are written', () => {
  const [whole, apart] = ['déjà vu/été.png'.normalize('NFC'), 'déjà vu/été.png'.normalize('NFD')]
  for (const [named, sent] of [
    [whole, apart],
    [apart, whole],
    [encodeURI(whole), apart],
  ] as const) {
    const { dropped, keeper } = read(`<img alt="A" src="${named}">`, { [sent]: png(1, 1) })
    assert.deepEqual([dropped, keeper.unnamed(), keeper.kept().length], [{}, [], 1])
  }
})

test('pictures that are too large or too many are counted', () => {
  const large = { 'x.png': Buffer.concat([png(1, 1), Buffer.alloc(2_000_000)]) }
  assert.deepEqual(read('<img alt="A" src="x.png">', large).dropped, { 'picture too large': 1 })
  const bomb = Buffer.from(png(1, 1))
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  assert.deepEqual(read('<img alt="A" src="x">', { x: bomb }).dropped, { 'picture too large': 1 })
  const masks = Array.from(
    { length: 6 },
    (_, at) => `<mask id="m${at}">${`<rect mask="url(#m${at + 1})"/>`.repeat(10)}</mask>`,
  )
  const endless = Buffer.from(svg(`${masks.join('')}<rect mask="url(#m0)"/>`))
  assert.deepEqual(read('<img alt="A" src="x">', { x: endless }).dropped, {
    'drawing without end': 1,
  })
  const files = Object.fromEntries(
    Array.from({ length: 201 }, (_, at) => [`${at}`, png(1, at + 1)]),
  )
  const many = read(
    Object.keys(files)
      .map((name) => `<img alt="A" src="${name}">`)
      .join(''),
    files,
  )
  assert.deepEqual(many.dropped, { 'picture too many': 1 })
  assert.equal(many.keeper.kept().length, 200)
})

test('a drawing in the text is a figure, where words stand for it', () => {
  const { blocks, dropped } = read(
    `<figure>${svg('<circle r="3"/>')}<figcaption>Un rond</figcaption></figure>` +
      `<p>Mot ${svg('<title>Un trait</title>')} et ${svg('<path d="M0 0"/>')}</p>`,
  )
  assert.deepEqual(
    blocks.map(({ kind, text, picture: shown }) => [kind, text, shown?.type]),
    [
      ['figure', 'Un rond', 'svg'],
      ['paragraph', 'Mot', undefined],
      ['figure', 'Un trait', 'svg'],
      ['paragraph', 'et', undefined],
    ],
  )
  assert.deepEqual(dropped, { svg: 1 })
})

test('pictures among words, and more than one in a figure, leave their words', () => {
  const files = { a: png(1, 1), b: png(2, 2) }
  const { blocks, dropped } = read(
    '<h2>Titre <img src="a" alt="A"></h2><table><tr><td><img src="a" alt="B"></td><td>C</td></tr></table>' +
      '<figure><img src="a" alt="D"><img src="b" alt="E"><figcaption>F</figcaption></figure>',
    files,
  )
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ['Titre A', 'B\tC', 'D\nE\nF'],
  )
  assert.equal(blocks[2]?.picture?.width, 1)
  assert.deepEqual(dropped, { 'picture within words': 2, 'further picture of a figure': 1 })
})

test('Markdown names its pictures as HTML does', () => {
  const keeper = keeperOf({ 'a/x.png': png(1, 1) })
  const { blocks } = parseMarkdownDocument('# T\n\n![Une image](a/x.png)\n', keeper)
  assert.equal(blocks[0]?.picture?.type, 'png')
  assert.deepEqual(keeper.unnamed(), [])
})

test('a Word file holds its pictures', async () => {
  const body = paragraph('Un mot.') + `<w:p>${picture('Une courbe')}</w:p>`
  const word = docx(body, { 'word/media/image1.png': png(5, 4) })
  const keeper = keeperOf()
  const { blocks, dropped } = await parseDocx(word, keeper)
  assert.deepEqual(blocks[1]?.picture?.width, 5)
  assert.equal(blocks[1]?.text, 'Une courbe')
  assert.deepEqual(dropped, [])
  const { dropped: lost } = await parseDocx(docx(body), keeperOf())
  assert.deepEqual(lost, [{ what: 'picture that was not sent', count: 1 }])
  const emf = docx(body, { 'word/media/image1.png': Buffer.from([1, 0, 0, 0, 108, 0, 0, 0]) })
  assert.deepEqual((await parseDocx(emf, keeperOf())).dropped, [
    { what: 'picture of another kind', count: 1 },
  ])
})

test('the digest of a figure is of its picture too, and of none where it has none', () => {
  const figure = { kind: 'figure', level: 0, number: null, text: 'A', marks: [] } as const
  const shown = { sha256: 'a', type: 'png', width: 1, height: 1, described: true } as const
  const digestOf = (picture: typeof shown | null) =>
    blockDigestInput({ ...figure, marks: [], picture })
  assert.equal(digestOf(null), blockDigestInput({ ...figure, marks: [] }))
  assert.notEqual(digestOf(shown), digestOf(null))
  const other = blockDigestInput({ ...figure, marks: [], picture: { ...shown, sha256: 'b' } })
  assert.notEqual(digestOf(shown), other)
})

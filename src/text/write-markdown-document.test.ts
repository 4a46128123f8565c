import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { array, assert as assertAll, property } from '../../test/properties.ts'
import { anyBlock } from '../../test/any-block.ts'
import { sharedData } from '../../test/shared-data.ts'
import { blockDigestInput, type ParsedBlock } from './block.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdownDocument } from './parse-markdown-document.ts'
import { writeMarkdownDocument } from './write-markdown-document.ts'

const write = (blocks: readonly ParsedBlock[], title = 'Un titre') =>
  writeMarkdownDocument({ title, blocks, pictureOf: () => null })

const readAgain = (blocks: readonly ParsedBlock[]) => {
  const { title, blocks: read } = parseMarkdownDocument(write(blocks))
  assert.equal(title, 'Un titre')
  return read.map(blockDigestInput)
}

const block = (said: Partial<ParsedBlock>): ParsedBlock => ({
  kind: 'paragraph',
  level: 0,
  number: null,
  text: 'Des mots.',
  marks: [],
  ...said,
})

const item = (level: number, number: string | null, text: string) =>
  block({ kind: 'list-item', level, number, text })

function expectSame(blocks: readonly ParsedBlock[]): void {
  assert.deepEqual(readAgain(blocks), blocks.map(blockDigestInput))
}

test('the text of the demonstration comes back from Markdown as it was', () => {
  const url = new URL('../demonstration/report.fr.html', import.meta.url)
  expectSame(parseHtml(readFileSync(url, 'utf8')).blocks)
})

const realBill = sharedData('republique-numerique/bill.html')

test(
  'a real bill comes back from Markdown as it was',
  { skip: realBill === null && 'needs SHARED_DATA' },
  () => {
    expectSame(parseHtml(readFileSync(realBill ?? '', 'utf8')).blocks)
  },
)

test('lists come back with their numbers and their depth', () => {
  expectSame([
    item(1, '3', 'trois'),
    item(1, '4', 'quatre'),
    item(2, 'a', 'lettre'),
    item(2, 'b', 'lettre'),
    item(3, null, 'point'),
    item(1, '7', 'sept, qui ne suit pas'),
    item(1, null, 'sans numéro'),
    block({}),
    item(2, null, 'sous rien'),
    block({}),
    item(1, 'i', 'romain'),
    item(1, 'ii', 'romain'),
    block({}),
    item(1, '1°', 'comme dans la loi'),
    item(1, '2°', 'comme dans la loi'),
  ])
})

const reference = (note: string, start: number): ParsedBlock['marks'] => [
  { kind: 'superscript', start, end: start + note.length },
  { kind: 'note-reference', note, start, end: start + note.length },
]

test('notes come back at the end, numbered as they are referred to', () => {
  const note = (number: string, text: string) => block({ kind: 'note', number, text })
  expectSame([
    block({ text: 'Un1 mot.', marks: reference('1', 2) }),
    block({
      text: 'Deux2 mots, deux fois2.',
      marks: [...reference('2', 4), ...reference('2', 21)],
    }),
    note('1', 'Une note.'),
    note('2', 'Une note\nde deux lignes.'),
  ])
  expectSame([
    block({ kind: 'table', text: 'Un\tDeux1', marks: reference('1', 7) }),
    note('1', 'Une note.'),
  ])
  const anew = parseMarkdownDocument(
    write([
      block({ text: 'Un1 mot.', marks: reference('1', 2) }),
      note('1', 'Première.'),
      block({ text: 'Un1 autre.', marks: reference('1', 2) }),
      note('1', 'Seconde.'),
      note('9', 'De rien.'),
    ]),
  )
  assert.deepEqual(
    anew.blocks.map(({ kind, number, text }) => [kind, number, text]),
    [
      ['paragraph', null, 'Un1 mot.'],
      ['paragraph', null, 'Un2 autre.'],
      ['note', '9', 'De rien.'],
      ['note', '1', 'Première.'],
      ['note', '2', 'Seconde.'],
    ],
  )
})

test('figures come back with their alternative and caption; a heading below the sixth level is of the sixth', () => {
  expectSame([
    block({ kind: 'figure', text: 'Une courbe qui monte.' }),
    block({
      kind: 'figure',
      text: 'Une courbe [1]\nFigure 1. Les réponses.',
      marks: [{ kind: 'emphasis', start: 15, end: 24 }],
    }),
  ])
  const [deep] = parseMarkdownDocument(
    write([block({ kind: 'section', level: 9, text: 'Bas' })]),
  ).blocks
  assert.equal(deep?.level, 5)
})

test('a table’s shorter rows get empty cells', () => {
  const text = 'a\tb|c\tC\n1\\\t\t3'
  expectSame([block({ kind: 'table', text })])
  const [ragged] = parseMarkdownDocument(
    write([block({ kind: 'table', text: 'a\tb\nseul' })]),
  ).blocks
  assert.equal(ragged?.text, 'a\tb\nseul\t')
})

test('an address is a link where it was one, and nowhere else', () => {
  const addresses = [
    'https://example.org/a?b=1&c=2',
    'HTTPS://example.org',
    'www.example.org',
    'WWW.example.org',
    'a.b@example.org',
    'mailto:a@example.org',
    'xmpp:a@example.org/b',
  ]
  for (const address of addresses) {
    const text = `Voir (${address}) ou [${address}], «${address}».`
    const start = text.lastIndexOf(address)
    const link = { kind: 'link' as const, href: 'https://example.org/a?b=1&c=2' }
    expectSame([
      block({ text }),
      block({ text, marks: [{ ...link, start, end: start + address.length }] }),
      block({ kind: 'table', text: `${address}\tmot\nmot\t${address}` }),
      block({ kind: 'chapter', level: 2, text: address }),
      block({ kind: 'figure', text: `Une courbe.\nFigure 1. ${address}` }),
    ])
  }
})

test('what others wrote as bare addresses is still read as links', () => {
  const { blocks } = parseMarkdownDocument(
    'Voir [à https://a.org/b\\_c] ou à d@e.org, non f\\@g.org.',
  )
  const links = blocks[0]?.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))
  assert.deepEqual(links, ['https://a.org/b_c', 'mailto:d@e.org'])
})

const emphasis = (start: number) => ({ kind: 'emphasis' as const, start, end: start + 1 })

const both = (start: number, end: number): ParsedBlock['marks'] => [
  { kind: 'strong', start, end },
  { kind: 'emphasis', start, end },
]

test('an underscore beside a sign of two units is no emphasis', () => {
  const text = ']😀_a_b_😀]'
  const strong = { kind: 'strong' as const, start: 10, end: 11 }
  expectSame([
    block({ text: ']😀_a_b !', marks: [emphasis(0), emphasis(7)] }),
    block({ text, marks: [emphasis(0), emphasis(10), strong] }),
    block({ text: ']😀_a_b@example.org\u{202F}!', marks: [emphasis(0), ...both(19, 21)] }),
  ])
})

test('whatever signs and marks a text has, Markdown gives them back', () => {
  assertAll(
    property(array(anyBlock, { minLength: 1, maxLength: 4 }), (blocks) => expectSame(blocks)),
    { numRuns: 300 },
  )
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { array, assert as assertAll, asyncProperty } from '../../test/properties.ts'
import { anyBlock } from '../../test/any-block.ts'
import { sharedData } from '../../test/shared-data.ts'
import { blockDigestInput, makeBlocks, parseHtml, type ParsedBlock } from '../text/index.ts'
import { writeIndexPage } from './offline-page.tsx'

const report = {
  id: 1,
  slug: 'un-rapport',
  title: 'Un «\u00A0titre\u00A0» & d’autres',
  lang: 'fr',
  authors: 'Des gens',
  commissioner: null,
  licence: 'CC BY 4.0',
  editionPlannedFor: null,
  illustrative: false,
}
const edition = {
  id: 1,
  reportId: 1,
  number: 1,
  publishedAt: new Date(0),
  signedBy: 'Quelqu’un',
  sha256: Buffer.alloc(32),
  previousSha256: null,
  unanswered: [],
}

function write(parsed: readonly ParsedBlock[], locale: 'fr' | 'en' = 'en'): Promise<string> {
  let id = 0
  const blocks = makeBlocks(parsed, 'fr', () => `b${(id += 1)}`).map((block) => ({
    ...block,
    sha256: Buffer.alloc(32),
  }))
  const pictures = { files: [], nameOf: () => null }
  const told = { changed: [], unchanging: [], credits: new Map() }
  const scale = { ends: [], headings: [] }
  const whole = { report, edition, blocks, canonical: '{}', pictures, scale, ...told }
  return writeIndexPage({ locale, whole, publicUrl: 'https://example.org' })
}

async function expectSame(blocks: readonly ParsedBlock[]): Promise<void> {
  const read = parseHtml(await write(blocks))
  assert.equal(read.title, report.title)
  assert.deepEqual(read.blocks.map(blockDigestInput), blocks.map(blockDigestInput))
}

test('the text of the demonstration comes back from HTML as it was', async () => {
  const url = new URL('../demonstration/report.fr.html', import.meta.url)
  await expectSame(parseHtml(readFileSync(url, 'utf8')).blocks)
})

const realBill = sharedData('republique-numerique/bill.html')

test(
  'a real bill comes back from HTML as it was',
  { skip: realBill === null && 'needs SHARED_DATA' },
  async () => {
    await expectSame(parseHtml(readFileSync(realBill ?? '', 'utf8')).blocks)
  },
)

const block = (said: Partial<ParsedBlock>): ParsedBlock => ({
  kind: 'paragraph',
  level: 0,
  number: null,
  text: 'Des mots.',
  marks: [],
  ...said,
})

const reference = (note: string, start: number): ParsedBlock['marks'] => [
  { kind: 'superscript', start, end: start + note.length },
  { kind: 'note-reference', note, start, end: start + note.length },
]

test('lists, notes, tables and figures come back with their numbers, references and captions', async () => {
  const item = (level: number, number: string | null, text: string) =>
    block({ kind: 'list-item', level, number, text })
  const note = (number: string | null, text: string) => block({ kind: 'note', number, text })
  await expectSame([
    item(1, '3', 'trois'),
    item(2, 'a', 'lettre'),
    item(2, 'b', 'lettre'),
    item(1, '4', 'quatre'),
    item(1, '9', 'neuf, qui ne suit pas'),
    item(3, null, 'sous rien'),
    block({}),
    item(1, '1° bis', 'comme dans la loi'),
    block({ text: 'Un1 mot.', marks: reference('1', 2) }),
    note('1', 'Première\nde deux lignes.'),
    block({ text: 'Un1 autre, et encore1.', marks: [...reference('1', 2), ...reference('1', 20)] }),
    note('1', 'Seconde, du même numéro.'),
    note('9', 'De rien.'),
    note('*', 'De rien non plus.'),
    block({ kind: 'table', text: 'Un\tDeux2\nseul', marks: reference('2', 7) }),
    note('2', 'D’un tableau.'),
    block({ kind: 'figure', text: 'Une courbe qui monte.' }),
    block({
      kind: 'figure',
      text: 'Une courbe\nFigure 1. Les réponses3.',
      marks: [{ kind: 'emphasis', start: 21, end: 33 }, ...reference('3', 33)],
    }),
    note('3', 'D’une légende.'),
  ])
})

test('a heading below the sixth level comes back on the sixth', async () => {
  const { blocks } = parseHtml(await write([block({ kind: 'section', level: 9, text: 'Bas' })]))
  assert.deepEqual(
    blocks.map(({ level }) => level),
    [5],
  )
})

test('whatever signs and marks a text has, HTML gives them back', async () => {
  await assertAll(asyncProperty(array(anyBlock, { minLength: 1, maxLength: 4 }), expectSame), {
    numRuns: 200,
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ParsedBlock } from './block.ts'
import { type Correction, correctHeadings, suggestHeadings, renumber } from './correct-headings.ts'
import { parseHtml } from './parse-html.ts'

function outlineOf(blocks: readonly ParsedBlock[]): string[] {
  return blocks.map(({ kind, level, number, text }) => [kind, level, number ?? '-', text].join('|'))
}

function corrected(html: string, corrections: [number, Correction][], words: string[] = []) {
  return outlineOf(correctHeadings(parseHtml(html).blocks, new Map(corrections), words))
}

test('a paragraph becomes a part, chapter or section, and a heading a paragraph', () => {
  const html = '<p>Un<p>Deux<p>Trois<p>Quatre<h2>Article 5</h2>'
  assert.deepEqual(
    corrected(html, [
      [0, { as: 'heading', level: 1 }],
      [1, { as: 'heading', level: 2 }],
      [2, { as: 'heading', level: 3 }],
      [3, { as: 'heading', level: 6 }],
      [4, { as: 'paragraph' }],
    ]),
    [
      'part|1|-|Un',
      'chapter|2|-|Deux',
      'section|3|-|Trois',
      'section|6|-|Quatre',
      'paragraph|0|-|Article 5',
    ],
  )
})

test('a proposition has the number of the patterns, else the first in its text, else none', () => {
  const html = '<p>Proposition n° 7 bis en 2026<p>Mesure 4 de 9<p>En 2026, agir en 12 mois<p>Agir'
  const all = [0, 1, 2, 3].map((index): [number, Correction] => [
    index,
    { as: 'proposition', level: 2 },
  ])
  assert.deepEqual(corrected(html, all, ['Mesure']), [
    'proposition|2|7 bis|Proposition n° 7 bis en 2026',
    'proposition|2|4|Mesure 4 de 9',
    'proposition|2|2026|En 2026, agir en 12 mois',
    'proposition|2|-|Agir',
  ])
})

test('a report’s own words begin propositions, on headings only and before a number', () => {
  const html =
    '<h2>MESURE 3 : ouvrir</h2><h3>Mesures 4 à 5</h3><h3>Mesure phare</h3><p>Mesure 5</p>' +
    '<h3>Axe&nbsp;fort n°&nbsp;2</h3><h3>Article 1er</h3>'
  assert.deepEqual(corrected(html, [], ['mesure', ' Axe fort', '']), [
    'proposition|1|3|MESURE 3 : ouvrir',
    'chapter|2|-|Mesures 4 à 5',
    'chapter|2|-|Mesure phare',
    'paragraph|0|-|Mesure 5',
    'proposition|2|2|Axe\u00A0fort n°\u00A02',
    'proposition|2|1er|Article 1er',
  ])
})

test('what an editor says of a heading goes before the report’s own words', () => {
  assert.deepEqual(corrected('<h2>Mesure 3</h2>', [[0, { as: 'heading', level: 2 }]], ['Mesure']), [
    'chapter|2|-|Mesure 3',
  ])
})

test('words are read literally, whatever characters they hold', () => {
  const html = '<h2>Mesure 3</h2><h2>C++ (a|b) 4</h2>'
  const hostile = ['.*', '(', 'M.sure', '[a-z]+', '\\w+', 'x|Mesure', '   ', '-', '(?:', '$&']
  assert.deepEqual(corrected(html, [], hostile), ['part|1|-|Mesure 3', 'part|1|-|C++ (a|b) 4'])
  assert.deepEqual(corrected(html, [], ['c++ (a|b)'])[1], 'proposition|1|4|C++ (a|b) 4')
})

const heading = (index: number, level: number): [number, Correction] => [
  index,
  { as: 'heading', level },
]

test('only headings and paragraphs are corrected, at levels from 1 to 6', () => {
  const html = '<ul><li>a</ul><p>b<table><tr><td>c<td>C</table><p>d<p>e'
  assert.deepEqual(
    corrected(html, [
      heading(0, 1),
      heading(1, -3),
      heading(2, 1),
      heading(3, 99),
      heading(4, Number.NaN),
      heading(17, 1),
    ]),
    ['list-item|1|-|a', 'part|1|-|b', 'table|0|-|c\tC', 'section|6|-|d', 'part|1|-|e'],
  )
})

test('the blocks that were given stay as they were', () => {
  const { blocks } = parseHtml('<p>a<h2>Mesure 3')
  const before = structuredClone(blocks)
  correctHeadings(blocks, new Map([[0, { as: 'heading', level: 1 }]]), ['mesure'])
  assert.deepEqual(blocks, before)
})

test('short strong paragraphs and numbered propositions are suggested as headings', () => {
  const html =
    '<p><b>Un titre</b> <strong>en deux</strong></p><p>Proposition 7 – Ouvrir</p>' +
    '<p><b>Une phrase.</b></p><p><b>Un</b> titre</p><p>Article 3 : dire que tout va bien.</p>' +
    `<p><b>${'long '.repeat(40)}</b></p><h2><b>Un vrai</b></h2><ul><li><b>un point</b></ul>` +
    '<p><b>« Citer ? »</b></p><p>Texte</p>'
  assert.deepEqual(suggestHeadings(parseHtml(html).blocks), [0, 1])
})

test('a proposition that was worded anew has the number of its words, after the words of this report', () => {
  const block = {
    id: 'a',
    kind: 'proposition' as const,
    level: 3,
    number: '4',
    text: 'Mesure n° 4 : Ouvrir les données',
    marks: [],
    sentences: [],
    nextSentence: 1,
  }
  const numberOf = (text: string) => renumber(block, { ...block, text }).number
  assert.equal(numberOf('Mesure n° 4 bis : Ouvrir 3 bureaux'), '4 bis')
  assert.equal(numberOf('Proposition 7 : Ouvrir les données'), '7')
  assert.equal(numberOf('Ouvrir les données'), null)
  assert.equal(renumber(block, { ...block, kind: 'paragraph', number: null }).number, null)
})

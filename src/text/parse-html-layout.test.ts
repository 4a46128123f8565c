import assert from 'node:assert/strict'
import { test } from 'node:test'

import { parseHtml } from './parse-html.ts'
import { parseMarkdownDocument } from './parse-markdown-document.ts'
import type { ParsedDocument } from './parse-tree.ts'

function outlineOf({ blocks }: ParsedDocument): string[] {
  return blocks.map(({ kind, level, number, text }) => [kind, level, number ?? '-', text].join('|'))
}

function droppedFrom({ dropped }: ParsedDocument): Record<string, number> {
  return Object.fromEntries(dropped.map(({ what, count }) => [what, count]))
}

const table = (rows: string): string[] =>
  parseHtml(`<table>${rows}</table>`).blocks.map(({ text }) => text)

test('cells that reach over others leave the columns where they were', () => {
  assert.deepEqual(
    table(
      '<tr><th colspan=2>Villes<th>Fonds<tr><td rowspan=2>Lille<td>2018<td>1<tr><td>2019<td>2<tr><td>a<td>b<td rowspan=9>c',
    ),
    ['Villes\t\tFonds\nLille\t2018\t1\n\t2019\t2\na\tb\tc'],
  )
  assert.deepEqual(table('<tr><td>a<td rowspan=2>b<tr><td>c'), ['a\tb\nc\t'])
  for (const span of ['0', '-1', 'x', '1e9', '65535']) {
    assert.deepEqual(table(`<tr><td colspan="${span}">a<td rowspan="${span}">b`), ['a\tb'], span)
  }
})

test('several h1 that say different things are a title and its parts', () => {
  const parts = '<h1>Règlement</h1><h2>Préambule</h2><h1>Bureau</h1><h2>Article 1</h2><p>a'
  assert.deepEqual(outlineOf(parseHtml(parts)), [
    'chapter|2|-|Préambule',
    'part|1|-|Bureau',
    'proposition|2|1|Article 1',
    'paragraph|0|-|a',
  ])
  const markdown = parseMarkdownDocument('# Règlement\n\n# Bureau\n\n## Article 1\n')
  assert.deepEqual(outlineOf(markdown), ['part|1|-|Bureau', 'proposition|2|1|Article 1'])
  const again =
    '<h1>Rapport</h1><h2>Partie</h2><h1> Rapport</h1><blockquote><h1>Cité</h1></blockquote>'
  assert.deepEqual(outlineOf(parseHtml(again)), [
    'part|1|-|Partie',
    'part|1|-|Rapport',
    'quote|0|-|Cité',
  ])
})

test('what a page does not show is no text, and soft hyphens are no words', () => {
  const document = parseHtml(
    '<p style="DISPLAY : none !important">a<p style="color:red;display:none">b<p style="display:nonesuch">c&shy;d<table><tr><td>e&shy;f<td>g',
  )
  assert.deepEqual(outlineOf(document), ['paragraph|0|-|cd', 'table|0|-|ef\tg'])
  assert.deepEqual(droppedFrom(document), { 'hidden element': 2, 'style attribute': 1 })
})

test('a table of one cell is a frame: what it holds is read as without it', () => {
  const document = parseHtml(
    '<h1>T</h1><table><tr><td><h2>Proposition 4</h2><p>a</p><ul><li>b</ul></table><table><tr><td> </table>',
  )
  assert.deepEqual(outlineOf(document), [
    'proposition|1|4|Proposition 4',
    'paragraph|0|-|a',
    'list-item|1|-|b',
  ])
  assert.deepEqual(droppedFrom(document), { 'frame around words': 1, 'empty table': 1 })
})

test('what a front matter says besides title and language is counted', () => {
  const source =
    '---\ntitle: T\nlang: fr\nauthor: Moi\ndate: 2026-01-01\nkeywords:\n  - a\n---\n\nmot\n'
  assert.deepEqual(droppedFrom(parseMarkdownDocument(source)), { 'entry of the front matter': 3 })
})

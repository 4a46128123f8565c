import assert from 'node:assert/strict'
import { test } from 'node:test'

import { parseHtml } from './parse-html.ts'

function outlineOf(html: string): string[] {
  return parseHtml(html).blocks.map(({ kind, number, text }) =>
    [kind, number ?? '-', text].join('|'),
  )
}

test('the notes of DPUB-ARIA are notes, their references words with marks, their ways back none', () => {
  const html =
    '<p>Un mot<sup><a href="#fn1" id="fnref1" role="doc-noteref">[1]</a></sup>.</p>' +
    '<section role="doc-endnotes"><hr><ol>' +
    '<li id="fn1"><p>Une <b>note</b>.</p><p>Deux <a href="#fnref1" role="doc-backlink">↩︎</a></p></li>' +
    '</ol></section>'
  const { blocks, dropped } = parseHtml(html)
  assert.deepEqual(blocks, [
    {
      kind: 'paragraph',
      level: 0,
      number: null,
      text: 'Un mot1.',
      marks: [
        { kind: 'superscript', start: 6, end: 7 },
        { kind: 'note-reference', note: '1', start: 6, end: 7 },
      ],
    },
    {
      kind: 'note',
      level: 0,
      number: '1',
      text: 'Une note.\nDeux',
      marks: [{ kind: 'strong', start: 4, end: 8 }],
    },
  ])
  assert.deepEqual(dropped, [{ what: 'hr', count: 1 }])
})

test('the notes of EPUB are notes, wherever they stand', () => {
  assert.deepEqual(
    outlineOf(
      '<p>a<a epub:type="noteref" href="#n1">*</a> b<a epub:type="noteref" href="#n2">**</a></p>' +
        '<aside epub:type="footnote" id="n1"><p>Un</p></aside><p>suite</p>' +
        '<section epub:type="endnotes"><h2>Notes</h2><ol start="4"><li id="n2">Deux</li><li>Trois</li></ol></section>',
    ),
    [
      'paragraph|-|a* b**',
      'note|*|Un',
      'paragraph|-|suite',
      'part|-|Notes',
      'note|**|Deux',
      'note|5|Trois',
    ],
  )
})

test('a short link to a note is a reference, a longer one is a link', () => {
  const html =
    '<p>a<sup id="r1"><a href="#n1">(1)</a></sup> voir <a href="#n1">la note de fin</a></p>' +
    '<p id="n1" role="doc-footnote"><a href="#r1">1</a> Un <a href="#ailleurs">mot</a><a href="#x">↑</a></p>'
  assert.deepEqual(outlineOf(html), ['paragraph|-|a1 voir la note de fin', 'note|1|Un mot'])
  assert.deepEqual(parseHtml(html).dropped, [{ what: 'internal link', count: 2 }])
})

test('a reference in a heading, a table or a list keeps its number, and a title leaves it out', () => {
  const link = '<a role="doc-noteref" href="#n">2</a>'
  const html =
    `<h1>Titre${link}</h1><h2>Partie${link}</h2><table><tr><td>a${link}<td>b</table><ul><li>c${link}</ul>` +
    '<div role="doc-footnote" id="n">Dit</div>'
  const { title, blocks, dropped } = parseHtml(html)
  assert.equal(title, 'Titre')
  assert.deepEqual(dropped, [{ what: 'note reference in the title', count: 1 }])
  assert.deepEqual(
    blocks.map(({ kind, text, marks }) => [kind, text, marks.map((mark) => mark.kind)]),
    [
      ['part', 'Partie2', ['superscript', 'note-reference']],
      ['table', 'a2\tb', ['superscript', 'note-reference']],
      ['list-item', 'c2', ['superscript', 'note-reference']],
      ['note', 'Dit', []],
    ],
  )
})

test('a note is one block: its list, heading and table are its lines', () => {
  assert.deepEqual(
    outlineOf(
      '<div role="doc-footnote"><h1>Un</h1><ul><li>a<li>b</ul><table><caption>c</caption><tr><td>d<td><td>e</table>' +
        '<img alt="f"><aside role="doc-footnote">g</aside></div>',
    ),
    ['note|-|Un\na\nb\nc d e\nf\ng'],
  )
})

test('a heading that only screen readers hear is no text in a section of notes, and an empty note is counted', () => {
  const html =
    '<h2 class="sr-only">Entendu</h2><section data-footnotes><h2 class="sr-only">Notes</h2><ol><li id="a"></ol></section>'
  assert.deepEqual(outlineOf(html), ['part|-|Entendu'])
  assert.deepEqual(parseHtml(html).dropped, [{ what: 'empty note', count: 1 }])
})

test('the first of two notes of one id is that of the reference', () => {
  assert.deepEqual(
    outlineOf(
      '<p>a<a href="#n">7</a></p><section role="doc-endnotes"><ol><li id="n">Un<li id="n">Deux</ol></section>',
    ),
    ['paragraph|-|a7', 'note|7|Un', 'note|2|Deux'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { isBlank, normaliseWording } from './normalise-text.ts'
import { parseMarkdownDocument } from './parse-markdown-document.ts'

function outlineOf(source: string): string[] {
  return parseMarkdownDocument(source).blocks.map(({ kind, level, number, text }) =>
    [kind, level, number ?? '-', text].join('|'),
  )
}

function droppedFrom(source: string): Record<string, number> {
  return Object.fromEntries(
    parseMarkdownDocument(source).dropped.map(({ what, count }) => [what, count]),
  )
}

test('the first # is the title, and headings, lists, quotes and code are blocks', () => {
  const source =
    '# Un *titre*\r\n\r\n## Partie\n\nUn\nmot\\\nlà\n\n### Proposition 7 : ouvrir\n\n> cité\n\n3. a\n   - b\n4. c\n\n    code\n\n```js\nx\n  y\n```\n'
  assert.equal(parseMarkdownDocument(source).title, 'Un titre')
  assert.deepEqual(outlineOf(source), [
    'part|1|-|Partie',
    'paragraph|0|-|Un mot\nlà',
    'proposition|2|7|Proposition 7 : ouvrir',
    'quote|0|-|cité',
    'list-item|1|3|a',
    'list-item|2|-|b',
    'list-item|1|4|c',
    'paragraph|0|-|code',
    'paragraph|0|-|x\ny',
  ])
})

test('GitHub’s tables, bare links and struck words are read', () => {
  const source =
    '| A | B |\n|---|--:|\n| 1 | **2** |\n\nVoir https://a.org et ~~biffé~~.\n\n- [x] fait'
  const { blocks } = parseMarkdownDocument(source)
  assert.deepEqual(outlineOf(source), [
    'table|0|-|A\tB\n1\t2',
    'paragraph|0|-|Voir https://a.org et biffé.',
    'list-item|1|-|fait',
  ])
  assert.deepEqual(blocks[1]?.marks, [{ kind: 'link', href: 'https://a.org', start: 5, end: 18 }])
  assert.deepEqual(droppedFrom(source), { 'formatting of del': 1, input: 1 })
})

test('notes stand at the end, numbered as their references', () => {
  const source = 'a[^x] b[^1] a[^x]\n\n[^1]: Deux\n[^x]: Un\n\n    encore\n[^non]: jamais\n'
  assert.deepEqual(outlineOf(source), [
    'paragraph|0|-|a1 b2 a1',
    'note|0|1|Un\nencore',
    'note|0|2|Deux',
  ])
  assert.deepEqual(droppedFrom(source), { 'note without a reference': 1 })
})

test('HTML in it is read by the rules of HTML', () => {
  const source =
    'Un <b>mot <sup>1</sup></b><script>alert(1)</script><!-- c -->\n\n<div onclick="x">\n\n*là*\n\n</div>\n\n[x](javascript:y) ![Plan](data:x)'
  assert.deepEqual(outlineOf(source), [
    'paragraph|0|-|Un mot 1',
    'paragraph|0|-|là',
    'paragraph|0|-|x',
    'figure|0|-|Plan',
  ])
  assert.deepEqual(droppedFrom(source), {
    script: 1,
    comment: 1,
    'event handler': 1,
    'javascript: link': 1,
  })
})

test('a front matter says title and language, and is no text', () => {
  const { title, lang, blocks } = parseMarkdownDocument(
    '---\r\n# x\ntitle: "Le \\"rapport\\"" # non\nlang: fr_FR\nother:\n  - x\n---\r\n\nTexte\n',
  )
  assert.deepEqual([title, lang, blocks.length], ['Le "rapport"', null, 1])
  assert.equal(
    parseMarkdownDocument("---\ntitle: 'L''été'\nlang: PT-br\n...\na").title,
    'L’été'.replace('’', "'"),
  )
  assert.equal(parseMarkdownDocument('---\nlang: PT-br\n---\na').lang, 'pt-BR')
  for (const value of ['|', '>', '[a, b]', '{a: b}', '', '# x', '&a b', '"sans fin']) {
    assert.equal(parseMarkdownDocument(`---\ntitle: ${value}\n  suite\n---\na`).title, null, value)
  }
})

test('what only looks like a front matter is text', () => {
  assert.deepEqual(outlineOf('---\ntitle: x\n\na'), ['paragraph|0|-|title: x', 'paragraph|0|-|a'])
  assert.deepEqual(outlineOf('---\nUn mot.\n\n---\na').length, 2)
  assert.deepEqual(outlineOf('a\n\n---\ntitle: x\n---\n').length, 2)
})

test('a front matter’s title stands above several #, and gives way to a single one', () => {
  const several = parseMarkdownDocument('---\ntitle: T\n---\n# Un\n## Deux\n# Trois')
  assert.equal(several.title, 'T')
  assert.deepEqual(
    several.blocks.map(({ level, text }) => [level, text]),
    [
      [1, 'Un'],
      [2, 'Deux'],
      [1, 'Trois'],
    ],
  )
  const single = parseMarkdownDocument('---\ntitle: T\n---\n# Un\n## Deux')
  assert.equal(single.title, 'Un')
  assert.deepEqual(single.dropped, [{ what: 'title of the front matter', count: 1 }])
  assert.deepEqual(parseMarkdownDocument('---\ntitle: T\n---\n# T\n# U').blocks.length, 1)
})

test('what is nested too deep is refused', () => {
  const deep = [
    '>'.repeat(10_000),
    `${'- '.repeat(10_000)}a`,
    `${'1. '.repeat(10_000)}a`,
    `${'  '.repeat(1_000)}- a`,
    `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`,
    '<b>'.repeat(20_000),
  ]
  for (const source of deep) {
    assert.throws(() => parseMarkdownDocument(source), RangeError, source.slice(0, 9))
  }
  assert.deepEqual(outlineOf(`${'- '.repeat(400)}\n\n${'*'.repeat(900)}\n\na`), ['paragraph|0|-|a'])
  assert.equal(outlineOf(`${'> '.repeat(90)}a`).length, 1)
})

const piece = fc.constantFrom(
  ...'# |## |> |- |1. |    |\n|\n\n|*|**|_|`|```\n|~~|[|]|(|)|![|](#a)|[^1]|[^1]: |<b>|</b>|<p>|<td>|<table>|'.split(
    '|',
  ),
  ...'<script>|</script>|<!--|-->|<li>|<h1>|<aside role="doc-footnote" id="user-content-fn-1">|&amp;|\\|---\n'.split(
    '|',
  ),
  ...'title: x\n|mot|é|e\u0301|\u00A0| |\t|:|<br>|<img alt="a">|<a href="#user-content-fn-1">1</a>|http://a.org'.split(
    '|',
  ),
  '| a | b |\n|---|---|\n| c | d |\n',
  '\u0000',
  '\uD800',
)

test('any Markdown is read, into blocks that are normal', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      const source = pieces.join('')
      try {
        for (const block of parseMarkdownDocument(source).blocks) {
          assert.ok(!isBlank(block.text))
          assert.equal(normaliseWording(block.text, block.kind), block.text)
          for (const { start, end } of block.marks) {
            assert.ok(0 <= start && start < end && end <= block.text.length)
          }
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
      }
    }),
    { numRuns: 1500 },
  )
})

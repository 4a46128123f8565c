import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'
import { raw } from 'hast-util-raw'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'

import { sharedData } from '../../test/shared-data.ts'
import { lowerHeadings } from './html-headings.ts'
import { parseMarkdownDocument } from './parse-markdown-document.ts'
import { type ParsedDocument, parseTree } from './parse-tree.ts'
import { findPlainRuns } from './plain-markdown.ts'
import { readMarkdown } from './read-markdown.ts'

/** As micromark reads all of it and parse5 all that comes of it: what is plain is nothing else. */
function readWhole(source: string): ParsedDocument {
  const body = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const html = raw(toHast(tree, { allowDangerousHtml: true }))
  const root = html.type === 'root' ? html : { type: 'root' as const, children: [] }
  lowerHeadings(root)
  return parseTree(root)
}

/** Notes that nothing refers to are counted before the tree is made. */
function readInParts(source: string): ParsedDocument {
  const document = parseMarkdownDocument(source)
  const dropped = document.dropped.filter(({ what }) => what !== 'note without a reference')
  return { ...document, dropped }
}

function plainTexts(source: string): string[] {
  return [...readMarkdown(source).plain.values()].flat().map(({ text }) => text)
}

const list = (said: string): string[] => said.split('¦')

/** Lines that are prose, though some of them look as if they were not. */
const prose = list(
  'Un mot.¦Le « vrai » mot : 12,5 % d’eau (art. 3) ; voilà !¦-à titre de mot¦1 an¦1er mot¦3.2 mots¦42¦e\u0301té\u00A0' +
    '¦\u00A0mot¦\u3000mot\u2028mot¦  ¦mot  mot¦mot ¦?¦$x$ {y} ^z^ % "t"¦l\'eau¦\u00ADmot¦xxx¦x¦\uD800¦\f¦’',
)

const headings = list('# ¦## ¦### ¦###### ¦#¦#  ¦####### ¦#\t').flatMap((mark) =>
  list('Titre¦Titre #¦Titre ##  ¦Titre#¦- Titre¦1. T¦¦*T*¦# T').map((words) => mark + words),
)

/** Lines to which CommonMark or GFM gives a meaning, at least beside some other line. */
const traps = list(
  '=¦===¦---¦--- ¦-¦- ¦***¦* * *¦___¦+¦==¦-- -¦- mot¦+ mot¦* mot¦1. mot¦7) mot¦12345678901. mot¦1.¦-\tmot¦0. a' +
    '¦> mot¦>¦>mot¦> - mot¦> # mot¦- > mot¦- # mot¦1. - mot¦-   -¦- [x] fait' +
    '¦```¦~~~¦```js¦````¦``` a`b¦~~~ ~¦ ```¦   ~~~~¦> ```¦- ```¦\t```' +
    '¦    code¦\tcode¦  mot¦   # mot¦    - mot¦ mot¦     ' +
    '¦<div>¦</div>¦<div¦<script>¦</script>¦<!-- a¦b -->¦<?php¦?>¦<!X¦>¦<![CDATA[¦]]>¦<b>¦</b>¦<b>mot¦<br>' +
    '¦<a href="#a">¦</a>¦<table>¦<td>¦<pre>¦<h2>¦</h2>¦<p>¦<textarea>¦<svg>¦<select>¦<title>' +
    '¦<aside role="doc-footnote">¦| a | b |¦|---|---|¦a | b¦-|-¦:-¦:-:¦|-¦a\\|b | c¦--|' +
    '¦[a]: /u¦[a]:¦/u "t¦t"¦"[a]: <u> \'v¦[a]¦[mot][a]¦![b][a]¦[a]: x\n[a]: y' +
    '¦[^1]: note¦[^1]¦mot[^1] mot¦[^a]:¦[^1]:    code¦[^1]: - a¦[[^1]](u)¦[a <http://b.c> d](http://e.f)' +
    '¦*a*¦**a¦a**¦_a_¦`a`¦``a¦~~a~~¦~a~¦\\¦a\\¦\\*a\\*¦\\# a¦a  ¦!¦[¦]¦&amp;¦&¦&#65;¦&#0;¦&copy' +
    '¦http://a.org¦www.a.org¦a@b.org¦WWW.A.org¦HTTPS://a.b¦mailto:a@b.c¦xmpp:a@b.c¦http:a¦ftp://a.b¦www¦://' +
    '¦http://¦(www.a.b)¦\u0000¦a\u0000b¦\uFEFF¦\uFEFFmot¦a\tb¦\ta¦\u00A0¦\v¦\u2028¦\u0085',
)

const indents = list('¦¦¦¦¦¦ ¦  ¦   ¦    ¦\t¦> ¦- ¦1. ')
const endings = list('\n¦\n¦\n\n¦\n\n¦\n\n¦\r\n¦\r\n\r\n¦\r¦\n \n¦\n\t\n¦ \n¦  \n¦\n\n\n¦')

const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...prose) },
  { weight: 2, arbitrary: fc.constantFrom(...headings) },
  { weight: 4, arbitrary: fc.constantFrom(...traps) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)
const markdown = fc
  .array(fc.tuple(fc.constantFrom(...indents), line, fc.constantFrom(...endings)), {
    maxLength: 16,
  })
  .map((lines) => lines.map((parts) => parts.join('')).join(''))
  // What is before the text is read by other rules.
  .filter((source) => !/^\uFEFF?---/.test(source))

test('what is plain is read as micromark reads it, whatever stands around it', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      assert.deepEqual(readInParts(source), readWhole(source))
    }),
    { numRuns: 2500 },
  )
})

test('every pair of lines is read as micromark reads it', () => {
  for (const trap of [...traps, ...prose]) {
    for (const between of ['\n', '\n\n']) {
      for (const source of [
        `Un${between}${trap}${between}mot`,
        `${trap}${between}Un\n\n# T\n${trap}\n\nmot`,
      ]) {
        if (source.startsWith('---')) continue
        assert.deepEqual(readInParts(source), readWhole(source), JSON.stringify(source))
      }
    }
  }
})

const blocksWith = (one: string): string =>
  `${one}mot\n\na${one}b${one}\n\n# ${one}T\n\n${one}${one}${one}\n\na\n${one}b`

test('words of any character are read as micromark reads them', () => {
  const atOnce = 32
  for (const start of [
    0, 0x100, 0x200, 0x300, 0x600, 0x1600, 0x2000, 0x3000, 0xd800, 0xfe00, 0xff00,
  ])
    for (let first = start; first < start + 0x100; first += atOnce) {
      const codes = Array.from({ length: atOnce }, (_, at) => first + at)
      const source = codes.map((code) => blocksWith(String.fromCharCode(code))).join('\n\n')
      assert.deepEqual(readInParts(source), readWhole(source), first.toString(16))
    }
})

test('prose and its headings are plain, what only looks like it is not', () => {
  assert.deepEqual(plainTexts('# Titre\nUn\nmot. \n## Partie\n\n- a\n\n-à\n\n*b*\n\nfin'), [
    'Titre',
    'Un\nmot.',
    'Partie',
    '-à',
    'fin',
  ])
  assert.deepEqual(plainTexts('Un\n===\n\n- a\nmot\n\n    b\n\na  \nb\n\nwww.a.org\n\n1. c'), [])
  assert.deepEqual(plainTexts('```\n\nmot\n\n```\n\nfin'), ['fin'])
  assert.deepEqual(plainTexts('<script>\n\nmot\n\n</script>\n\nfin'), ['fin'])
})

test('a link within a link ends it', () => {
  const source = '[a <http://b.c> d](http://e.f)'
  assert.deepEqual(readInParts(source), readWhole(source))
  const { blocks } = parseMarkdownDocument(source)
  assert.deepEqual(
    blocks[0]?.marks.map(({ start, end }) => [start, end]),
    [
      [0, 2],
      [2, 12],
    ],
  )
})

test('definitions and notes hold for the whole text', () => {
  const source = 'Voir [a] et[^n].\n\nUn mot.\n\n[a]: http://b.org\n\n[^n]: Note\n\nFin.'
  const { blocks } = parseMarkdownDocument(source)
  assert.deepEqual(
    blocks.map(({ kind, text }) => `${kind}: ${text}`),
    ['paragraph: Voir a et1.', 'paragraph: Un mot.', 'paragraph: Fin.', 'note: Note'],
  )
  assert.equal(blocks[0]?.marks[0]?.kind, 'link')
})

const folders = ['code-civil', 'reglement-an']
const found = folders.map(sharedData)

test(
  'the shared texts are read as micromark reads them, and are plain',
  { skip: found.includes(null) && 'needs SHARED_DATA' },
  () => {
    for (const folder of found) {
      for (const name of readdirSync(folder ?? '').filter((one) => one.endsWith('.md'))) {
        const source = readFileSync(join(folder ?? '', name), 'utf8')
        const lines = source.split('\n')
        const plain = findPlainRuns(lines).reduce((sum, { from, to }) => sum + to - from, 0)
        assert.ok(plain / lines.length > 0.95, `${name}: ${plain} of ${lines.length} lines`)
        assert.deepEqual(readInParts(source), readWhole(source), name)
      }
    }
  },
)

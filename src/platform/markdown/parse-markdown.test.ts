import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes } from 'hast'

import { markdownToText } from './markdown-to-text.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { plainToMarkdown } from './plain-to-markdown.ts'

/** The tree as HTML without its end tags, short enough to compare. */
function show(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inside = node.children.map(show).join('')
  if (node.type !== 'element') return inside
  const attributes = Object.entries(node.properties).map(
    ([name, value]) => ` ${name}=${String(value)}`,
  )
  return `<${node.tagName}${attributes.join('')}>${inside}</>`
}

const shown = (source: string, level?: number): string => show(parseMarkdown(source, level))

test('paragraphs, emphasis, lists, quotations, code and rules are read', () => {
  assert.equal(
    shown('Un **mot** et *un* ~~autre~~ `code`.\n\n> cité\n\n---\n\n```js\nx < 1\n```'),
    '<p>Un <strong>mot</> et <em>un</> <del>autre</> <code>code</>.</><blockquote><p>cité</></><hr></><pre><code>x < 1\n</></>',
  )
  assert.equal(
    shown('3. trois\n4. quatre\n   - dedans'),
    '<ol start=3><li>trois</><li>quatre<ul><li>dedans</></></></>',
  )
  assert.equal(shown('- a\n\n- b'), '<ul><li><p>a</></><li><p>b</></></>')
})

test('a line feed that was typed is a line break', () => {
  assert.equal(shown('un\ndeux  \ntrois\\\nquatre'), '<p>un<br></>deux<br></>trois<br></>quatre</>')
})

test('headings stand under those of the page and skip no level', () => {
  assert.equal(shown('# a\n\n## b\n\n# c'), '<h3>a</><h4>b</><h3>c</>')
  assert.equal(shown('#### a\n\n# b\n\n###### c\n\n#', 4), '<h4>a</><h4>b</><h5>c</>')
  assert.equal(shown('# a\n## b\n### c\n#### d', 5), '<h5>a</><h6>b</><h6>c</><h6>d</>')
})

test('links lead to the web and to mail only, others are their words', () => {
  assert.equal(
    shown(
      '[a](https://a.org "t") [b](javascript:alert(1)) [c](//d.org) [d](mailto:a@b.org) [](http://e.org)',
    ),
    '<p><a href=https://a.org>a</> b c <a href=mailto:a@b.org>d</> <a href=http://e.org>http://e.org</></>',
  )
})

test('an address typed as it is becomes a link, without what ends its sentence', () => {
  assert.equal(
    shown('Voir https://a.org/b_(c)_d?e=1&f, (http://g.org/). [https://h.org](https://i.org)'),
    '<p>Voir <a href=https://a.org/b_(c)_d?e=1&f>https://a.org/b_(c)_d?e=1&f</>, (<a href=http://g.org/>http://g.org/</>). <a href=https://i.org>https://h.org</></>',
  )
  assert.equal(shown('`https://a.org` http://'), '<p><code>https://a.org</> http://</>')
})

test('an image is a link to it, with its alternative', () => {
  assert.equal(
    shown('![une carte](https://a.org/b.png) ![](https://a.org/c.png) ![d](data:image/png;x)'),
    '<p><a href=https://a.org/b.png>une carte</> <a href=https://a.org/c.png>https://a.org/c.png</> d</>',
  )
  assert.equal(shown('[![a](http://b.org)](http://c.org)'), '<p><a href=http://c.org>a</></>')
})

test('HTML, definitions and indented text are shown as they were typed', () => {
  assert.equal(shown('<b onclick="x()">a</b>'), '<p><b onclick="x()">a</b></>')
  assert.equal(shown('<script>alert(1)</script>'), '<p><script>alert(1)</script></>')
  assert.equal(shown('[a]: http://b.org'), '<p>[a]: <a href=http://b.org>http://b.org</></>')
  assert.equal(shown('un\n\n    deux'), '<p>un</><p>deux</>')
})

test('struck words need both pairs of tildes around words', () => {
  assert.equal(shown('a ~~b c~~ ~~d'), '<p>a <del>b c</> ~~d</>')
  assert.equal(
    shown('~~ a ~~ ~b~ \\~~c~~ ~~~~ `~~d~~`'),
    '<p>~~ a ~~ ~b~ ~~c~~ ~~~~ <code>~~d~~</></>',
  )
  assert.equal(shown('~~**a** b~~'), '<p><del><strong>a</> b</></>')
})

test('plain text reads as it was typed', () => {
  const typed =
    '1. *a* _b_ <i>c</i> &eacute; # d\n- e\n\n\n> f ~~g~~ [h](i) `j` \\ ![k](l)<br />m<BR>n'
  assert.equal(
    shown(plainToMarkdown(typed)),
    '<p>1. *a* _b_ <i>c</i> &eacute; # d<br></>- e</><p>> f ~~g~~ [h](i) `j` \\ ![k](l)<br></>m<br></>n</>',
  )
  assert.equal(plainToMarkdown(' \n\u00A0\n'), '')
})

test('the words of a text stand on one line', () => {
  assert.equal(
    markdownToText('# A\n\n- b **c**\n- d\\\n  e\n\n> [f](http://g.h)\u00A0!'),
    'A b c d e f\u00A0!',
  )
})

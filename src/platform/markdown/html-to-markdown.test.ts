import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from '../../../test/properties.ts'
import { fromHtml } from 'hast-util-from-html'
import { z } from 'zod'

import { sharedData } from '../../../test/shared-data.ts'
import { cleanHtml } from './clean-html.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { markdownToText, visibleText } from './markdown-to-text.ts'

const markdownOf = (html: string): string => htmlToMarkdown(html).markdown

function droppedFrom(html: string): Record<string, number> {
  return Object.fromEntries(htmlToMarkdown(html).dropped.map(({ what, count }) => [what, count]))
}

const lettersOf = (text: string): string => text.replace(/[\s\u200B]+/gu, '')

function lettersSeen(html: string): string {
  const children = cleanHtml(fromHtml(html, { fragment: true }), () => undefined)
  return lettersOf(visibleText({ type: 'root', children }))
}

test('entities are characters, and no-break spaces stay', () => {
  assert.equal(
    markdownOf('<p>L&rsquo;&eacute;tat&nbsp;: &laquo;&nbsp;oui&nbsp;&raquo;</p>'),
    'L’état\u00A0: «\u00A0oui\u00A0»',
  )
})

test('formatting that a reader sees is kept', () => {
  assert.equal(
    markdownOf(
      '<h2>A</h2><p><b>b</b> <i>c</i> <u>d</u> <s>e</s> <a href="https://f.org">f</a><br/>g</p><ul><li>h</li><li>i<ul><li>j</li></ul></li></ul><ol start="3"><li>l</li></ol><blockquote>k</blockquote><hr>',
    ),
    '## A\n\n**b** *c* *d* ~~e~~ [f](https://f.org)\\\ng\n\n- h\n- i\n  - j\n\n3. l\n\n> k\n\n---',
  )
})

test('marks that touch, nest or hold spaces are written so that they are read', () => {
  for (const html of [
    '<p><em>a</em><em>b</em></p>',
    '<p><strong>a </strong>b<strong> c</strong></p>',
    '<p><strong>Objectif&nbsp;:&nbsp;</strong>a</p>',
    '<p><strong>a<strong>b</strong></strong><em>c</em></p>',
    '<p>a<strong>« b »</strong>c</p>',
    '<p><strong><br>a<br></strong></p>',
    '<p><s> a </s>~~b~~</p>',
    '<strong><p>a</p><p>b</p></strong>',
  ]) {
    assert.equal(lettersOf(markdownToText(markdownOf(html))), lettersSeen(html), html)
    assert.equal(droppedFrom(html)['formatting that Markdown cannot say'], undefined, html)
  }
})

test('scripts, styles, frames and forms are dropped and counted', () => {
  const html =
    '<p onclick="x()" style="color:red">a</p><script>alert(1)</script><script>b</script><style>c</style><iframe src="//d"></iframe><form><input></form><!-- e --><p>&nbsp;</p><p>f<sup>2</sup></p>'
  assert.equal(markdownOf(html), 'a\n\nf2')
  assert.deepEqual(droppedFrom(html), {
    'event handler': 1,
    'style attribute': 1,
    script: 2,
    style: 1,
    iframe: 1,
    form: 1,
    comment: 1,
    'empty paragraph': 1,
    'formatting of sup': 1,
  })
})

test('images are links to their address, and only safe links remain', () => {
  const html =
    '<p><img src="https://a.org/b.png" alt="un plan"> <img src="http://a.org/c.png"> <img src="data:x" alt="d"> <a href="javascript:x">e</a> <a href="/f">g</a> <a href="http://h.org"><img src="http://i.org" alt="j"></a></p>'
  assert.equal(
    markdownOf(html),
    '[un plan](https://a.org/b.png) <http://a.org/c.png> d e g [j](http://h.org)',
  )
  assert.deepEqual(droppedFrom(html), { image: 4, 'javascript: link': 1, 'relative link': 1 })
})

test('the cells of a row are told apart', () => {
  assert.equal(markdownOf('<table><tr><th>a<th>b<tr><td>c<td>d</table>'), 'a | b\n\nc | d')
})

test('odd HTML never throws and keeps its words', () => {
  for (const tag of ['<div>', '<b>', '<ul><li>', '<blockquote>', '<table><tr><td>', '<em><p>']) {
    assert.equal(lettersOf(markdownToText(markdownOf(`${tag.repeat(5000)}mot`))), 'mot', tag)
  }
  assert.equal(markdownOf(''), '')
  assert.equal(markdownToText(markdownOf('<<<>>></p>&;<p></p>a<div></div>b')), '<<<>>>&; a b')
})

const pieces = fc.array(
  fc.constantFrom(
    'mot',
    ' ',
    '\n',
    '&nbsp;',
    'é',
    '.',
    ':',
    '«',
    '*',
    '_',
    '~~',
    '~',
    '`',
    '#',
    '-',
    '1.',
    '\\',
    '&amp;lt;',

    '<p>',
    '</p>',
    '<br>',
    '<b>',
    '</b>',
    '<em>',
    '</em>',
    '<u>',
    '</u>',
    '<s>',
    '</s>',
    '<li>',
    '<ul>',

    '</ul>',
    '<ol>',
    '</ol>',
    '<h2>',
    '</h2>',
    '<blockquote>',
    '</blockquote>',
    '<code>',
    '</code>',
    '<pre>',

    '</pre>',
    '<a href="http://a.b/(c">',
    '</a>',
    '<img src="http://a.b" alt="[x]">',
    '<div>',
    '</div>',

    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<hr>',
    '<sup>',
    '</sup>',
    '<q>',
    '</q>',
    '![',
    '](http://c.d)',
    '<dl><dt>',
  ),
  { maxLength: 20 },
)

test('the words of Markdown are those of the HTML it was made from', () => {
  fc.assert(
    fc.property(pieces, (list) => {
      const html = list.join('')
      assert.equal(lettersOf(markdownToText(markdownOf(html))), lettersSeen(html))
    }),
    { numRuns: 3000 },
  )
})

const contributions = sharedData('republique-numerique/contributions.json')

test(
  'each of the 666 proposals of a real consultation keeps its words and its formatting',
  { skip: contributions === null && 'needs SHARED_DATA' },
  () => {
    const body = z.object({ bodyHtml: z.string(), explanationHtml: z.string() })
    const { proposals } = z
      .object({ proposals: z.array(body) })
      .parse(JSON.parse(readFileSync(contributions ?? '', 'utf8')))
    assert.equal(proposals.length, 666)
    for (const html of proposals.flatMap((one) => [one.bodyHtml, one.explanationHtml])) {
      const { markdown, dropped } = htmlToMarkdown(html)
      assert.equal(lettersOf(markdownToText(markdown)), lettersSeen(html))
      assert.ok(!dropped.some(({ what }) => what === 'formatting that Markdown cannot say'))
    }
  },
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../../test/properties.ts'
import type { Nodes } from 'hast'

import { htmlToMarkdown } from './html-to-markdown.ts'
import { markdownToText, visibleText } from './markdown-to-text.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { plainToMarkdown } from './plain-to-markdown.ts'

const schema: Record<string, readonly string[]> = {
  p: [],
  strong: [],
  em: [],
  del: [],
  br: [],
  hr: [],
  code: [],
  pre: [],
  ul: [],
  li: [],
  blockquote: [],
  a: ['href'],
  ol: ['start'],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
}

function assertSafe(node: Nodes, within: readonly string[] = []): void {
  if (node.type === 'element') {
    const attributes = schema[node.tagName]
    assert.ok(attributes, node.tagName)
    for (const name of Object.keys(node.properties)) assert.ok(attributes.includes(name), name)
    if (node.tagName === 'a') {
      assert.match(String(node.properties['href']), /^(?:https?|mailto):/i)
      assert.ok(!within.includes('a'))
    }
    if (['ul', 'ol', 'a', 'blockquote', 'h3', 'h4'].includes(node.tagName)) {
      assert.ok(node.children.length > 0, `empty ${node.tagName}`)
    }
  }
  if (!('children' in node)) return assert.equal(node.type, 'text')
  const tags = node.type === 'element' ? [...within, node.tagName] : within
  for (const child of node.children) assertSafe(child, tags)
}

const hostile = fc
  .array(
    fc.constantFrom(
      '<script>',
      '</script>',
      'alert(1)',
      '<img src=x onerror=y>',
      '<a href="javascript:x">',
      '</a>',

      '[a](javascript:x)',
      '[b](',
      'JaVaScript:',
      '&#106;avascript:',
      ')',
      '](',
      '[',
      ']',
      '![',
      '<',

      '*',
      '**',
      '_',
      '~~',
      '~',
      '`',
      '```',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '# ',
      '\\',
      '&amp;',
      '&lt;',

      'http://a.b/c_d',
      'https://',
      'mailto:x@y',
      '<http://a.b>',
      '"',
      "'",
      ' ',
      '\t',
      '    ',
      '\u00A0',

      'é',
      'mot',
      '<svg onload=x>',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<i>',
      '<u>',
      '<s>',
      '</s>',
      '</u>',

      '<ul>',
      '<li>',
      '</ul>',
      '<table><tr><td>',
      '</table>',
      '<br>',
      '<h1>',
      '</h1>',
      '<div>',
      '<pre>',
      '<iframe src="//x">',
      '<style>',
      '<!--',
      '-->',
      '<blockquote>',
      '\uFDD0',
      '\0',
      '===',

      '<a href="http://a.b">',
      '<em>',
      '</em>',
      '<strong>',
      '</strong>',
      '«',
      '»',
      '!',
      '<code>',
      '<hr>',
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join('').replace(/[\uFDD0\0]/g, ''))

function letters(text: string): string {
  return text.replace(/<\/?br\s{0,9}\/?>/gi, '').replace(/\s+/gu, '')
}

test('whatever plain text was typed, its words are read again', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      assert.equal(letters(markdownToText(plainToMarkdown(text))), letters(text))
    }),
    { numRuns: 1000 },
  )
})

test('nothing outside the schema ever comes out, whatever goes in', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      assertSafe(parseMarkdown(text))
      assertSafe(parseMarkdown(htmlToMarkdown(text).markdown))
    }),
    { numRuns: 3000 },
  )
})

/** Milliseconds, on a machine as busy as it likes: without limits some of these take minutes each. */
const timeout = 120_000

test(
  'a text of marks alone, or nested beyond reason, is read and keeps its words',
  { timeout },
  () => {
    const bombs: Record<string, string> = {
      quotations: `${'>'.repeat(10_000)} mot`,
      'spaced quotations': `${'> '.repeat(10_000)}mot`,
      brackets: `${'['.repeat(10_000)}mot`,
      'bracket pairs': `${'['.repeat(1000)}mot${']'.repeat(1000)}`,
      images: `${'!['.repeat(200)}mot${'](b)'.repeat(200)}`,
      'more images': `${'!['.repeat(8000)}mot${'](b)'.repeat(8000)}`,
      links: `${'[a](b '.repeat(6000)}mot`,
      'nested lists': `${'- '.repeat(10_000)}mot`,
      'numbered lists': `${'1. '.repeat(10_000)}mot`,
      'lists in quotations': `${'>- '.repeat(10_000)}mot`,
      'indented lists': Array.from(
        { length: 190 },
        (_, depth) => `${'  '.repeat(depth)}- mot`,
      ).join('\n'),
      'lazy lines': `${'> '.repeat(100)}mot\n${'a\n'.repeat(3900)}`,
      'many quotations': `${'>'.repeat(8)}mot\n\n`.repeat(1900),
      'many lists': `${'- '.repeat(20)}mot\n`.repeat(900),
      steps: Array.from({ length: 2100 }, (_, line) => `${'  '.repeat(line % 13)}- mot`).join('\n'),
      'quoted steps': Array.from(
        { length: 1900 },
        (_, line) => `>${'  '.repeat(line % 13)}- mot`,
      ).join('\n'),
      stars: `${'*'.repeat(990)}mot${'*'.repeat(990)}`,
      'more stars': `${'*'.repeat(19_000)}mot${'*'.repeat(19_000)}`,
      'star pairs': `${'*a '.repeat(990)}mot${' a*'.repeat(990)}`,
      tildes: `${'~~a'.repeat(10_000)}mot`,
      backticks: Array.from({ length: 270 }, (_, size) => '`'.repeat(size)).join('mot'),
      lines: 'mot\n'.repeat(9_990),
      'too long': 'mot '.repeat(200_000),
    }
    for (const [name, source] of Object.entries(bombs)) {
      const tree = parseMarkdown(source)
      assertSafe(tree)
      assert.match(visibleText(tree), /mot/, name)
    }
  },
)

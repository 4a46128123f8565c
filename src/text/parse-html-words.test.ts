import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { isBlank, normaliseWording } from './normalise-text.ts'
import { parseHtml } from './parse-html.ts'

type Written = { html: string; seen: string }

const words = fc
  .constantFrom(...' un|deux | l’été |a&amp;b| x&nbsp;: |cafe\u0301|🙂| العربية|\n|<br>'.split('|'))
  .map((html): Written => {
    const seen = html.replace('&amp;', '&').replace('&nbsp;', '\u00A0').replace('<br>', '')
    return { html, seen }
  })

function wrapped(inside: fc.Arbitrary<Written[]>, ...tags: string[]): fc.Arbitrary<Written> {
  return fc.tuple(fc.constantFrom(...tags), inside).map(([tag, parts]) => ({
    html: `<${tag}>${parts.map(({ html }) => html).join('')}</${tag.split(' ')[0] ?? ''}>`,
    seen: parts.map(({ seen }) => seen).join(''),
  }))
}

const { flow } = fc.letrec<Record<'inline' | 'row' | 'item' | 'flow' | 'mixed', Written>>((tie) => {
  const many = (name: 'inline' | 'row' | 'item' | 'mixed'): fc.Arbitrary<Written[]> =>
    fc.array(tie(name), { maxLength: 4 })
  return {
    inline: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'html' },
      words,
      wrapped(many('inline'), 'b', 'em', 'span lang="en"', 'a href="https://a.org"', 'u'),
      fc.constant({ html: '<!--x--><script>x</script>', seen: '' }),
    ),
    row: wrapped(fc.array(wrapped(many('mixed'), 'td', 'th'), { maxLength: 3 }), 'tr'),
    item: wrapped(many('mixed'), 'li', 'li value="3"'),
    flow: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'html' },
      wrapped(many('inline'), 'p', 'h2', 'h3', 'h4', 'h6', 'pre'),
      wrapped(many('mixed'), 'div', 'section', 'blockquote', 'figure', 'dd'),
      wrapped(many('item'), 'ul', 'ol', 'menu'),
      wrapped(many('row'), 'table'),
    ),
    mixed: fc.oneof(tie('inline'), tie('flow')),
  }
})

const bare = (text: string): string => text.normalize('NFC').replace(/\s/gu, '')

test('every visible character of any HTML stands in the blocks, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(flow, words), { maxLength: 5 }), (parts) => {
      const { blocks } = parseHtml(parts.map(({ html }) => html).join(''))
      const seen = parts.map((part) => part.seen).join('')
      assert.equal(bare(blocks.map(({ text }) => text).join('')), bare(seen))
    }),
    { numRuns: 1000 },
  )
})

test('blocks of any HTML are normal: never blank, white space in order, marks on words', () => {
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 3 }), (parts) => {
      for (const block of parseHtml(parts.map(({ html }) => html).join('')).blocks) {
        assert.ok(!isBlank(block.text))
        assert.equal(normaliseWording(block.text, block.kind), block.text)
        for (const { start, end } of block.marks) {
          assert.ok(0 <= start && start < end && end <= block.text.length)
        }
      }
    }),
    { numRuns: 500 },
  )
})

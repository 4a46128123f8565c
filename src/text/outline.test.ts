import assert from 'node:assert/strict'
import { test } from 'node:test'

import { outlineOf } from './outline.ts'
import { parseHtml } from './parse-html.ts'

test('headings make an outline by their levels', () => {
  const { blocks } = parseHtml(
    '<h2>A</h2><p>x<h3>Article 1</h3><p>y<p>z<h3>B</h3><h5>C</h5><h2>D</h2><p>w',
  )
  const shown = (entries: ReturnType<typeof outlineOf>): unknown[] =>
    entries.map(({ heading, index, end, entries: inner }) => [
      heading.text,
      index,
      end,
      shown(inner),
    ])
  assert.deepEqual(shown(outlineOf(blocks)), [
    [
      'A',
      0,
      7,
      [
        ['Article 1', 2, 5, []],
        ['B', 5, 7, [['C', 6, 7, []]]],
      ],
    ],
    ['D', 7, 9, []],
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from '../scripts/bench/figure.ts'
import { writeMarkdownTable, writePlainTable } from '../scripts/bench/table.ts'

const figures: Figure[] = [
  { what: 'a page', value: 12.345, unit: 'ms', budget: { most: 50 } },
  { what: 'many pages', value: 12345.6, unit: 'requests/s', budget: { least: 20_000 } },
  { what: 'by the way', value: 0.5, unit: '' },
]

test('a figure stands beside its budget, with whether it keeps it', () => {
  assert.equal(
    writePlainTable(figures),
    [
      'measured               figure               budget',
      'a page                12.3 ms              ≤ 50 ms  ✓',
      'many pages  12,346 requests/s  ≥ 20,000 requests/s  over',
      'by the way                0.5',
    ].join('\n'),
  )
})

test('and in Markdown', () => {
  assert.equal(
    writeMarkdownTable(figures.slice(0, 1)),
    '| measured | figure | budget |  |\n| --- | --: | --: | --- |\n| a page | 12.3 ms | ≤ 50 ms | ✓ |',
  )
})

test('what peers reach stands in columns of their own, a figure or words', () => {
  const beside: Figure[] = [
    { what: 'fast', value: 0.15, unit: 's', beside: { one: 'stopped at 20 s', other: 1.04 } },
    { what: 'apart', value: 2, unit: 's' },
  ]
  assert.equal(
    writeMarkdownTable(beside),
    [
      '| measured | figure | budget |  | one | other |',
      '| --- | --: | --: | --- | --: | --: |',
      '| fast | 0.15 s |  |  | stopped at 20 s | 1.04 s |',
      '| apart | 2 s |  |  |  |  |',
    ].join('\n'),
  )
  assert.equal(
    writePlainTable(beside).split('\n')[1],
    'fast      0.15 s            stopped at 20 s  1.04 s',
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { assign, type Edge } from './assign.ts'

const worthOf = (edges: readonly Edge[], pairs: readonly [number, number][]) =>
  pairs.reduce((sum, [old, now]) => {
    const edge = edges.find((one) => one.old === old && one.now === now)
    assert.ok(edge, 'a pair that nobody offered')
    return sum + edge.worth
  }, 0)

/** By trying everything. */
function best(edges: readonly Edge[]): number {
  const [first, ...rest] = edges
  if (!first) return 0
  const others = rest.filter(({ old, now }) => old !== first.old && now !== first.now)
  return Math.max(best(rest), first.worth + best(others))
}

test('the pairs are worth as much as any could be, and nothing is paired twice', () => {
  const edge = fc.record({ old: fc.nat(4), now: fc.nat(4), worth: fc.integer({ min: 1, max: 20 }) })
  const edges = fc.uniqueArray(edge, { maxLength: 12, selector: ({ old, now }) => `${old} ${now}` })
  fc.assert(
    fc.property(edges, (given) => {
      const pairs = assign(given)
      assert.equal(new Set(pairs.map(([old]) => old)).size, pairs.length)
      assert.equal(new Set(pairs.map(([, now]) => now)).size, pairs.length)
      assert.ok(Math.abs(worthOf(given, pairs) - best(given)) < 1e-9)
    }),
    { numRuns: 2000 },
  )
})

test('who is second choice of both is not left alone, as the greedy would leave them', () => {
  const edges = [
    { old: 0, now: 0, worth: 10 },
    { old: 0, now: 1, worth: 9 },
    { old: 1, now: 0, worth: 9 },
  ]
  assert.deepEqual(
    assign(edges).toSorted(([one], [other]) => one - other),
    [
      [0, 1],
      [1, 0],
    ],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { heaviestChain } from './heaviest-chain.ts'

/** By trying every choice. */
function heaviest(values: readonly number[], weights: readonly number[], above = -1): number {
  const [first, ...rest] = values
  const [weight = 0, ...others] = weights
  if (first === undefined) return 0
  const without = heaviest(rest, others, above)
  return first > above ? Math.max(without, weight + heaviest(rest, others, first)) : without
}

test('the chain increases and weighs as much as any', () => {
  const valued = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 9 })), { maxLength: 11 })
  fc.assert(
    fc.property(valued, (given) => {
      const values = given.map(([value]) => value)
      const weights = given.map(([, weight]) => weight)
      const chain = heaviestChain(values, (index) => weights[index] ?? 0)
      for (const [at, index] of chain.entries()) {
        const next = chain[at + 1]
        if (next !== undefined)
          assert.ok(next > index && (values[next] ?? 0) > (values[index] ?? 0))
      }
      const weight = chain.reduce((sum, index) => sum + (weights[index] ?? 0), 0)
      assert.equal(weight, heaviest(values, weights))
    }),
    { numRuns: 1000 },
  )
})

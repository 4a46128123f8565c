import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { findClosest } from './find-close.ts'

/** By trying every piece of the text. */
function closest(pattern: string, text: string): number {
  let best = pattern.length
  for (let start = 0; start <= text.length; start += 1)
    for (let end = start; end <= text.length; end += 1)
      best = Math.min(best, distance(pattern, text.slice(start, end)))
  return best
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [index, letter] of one.split('').entries()) {
    const next = [index + 1]
    for (const [at, unit] of other.split('').entries())
      next.push(
        Math.min(
          (row[at + 1] ?? 0) + 1,
          (next[at] ?? 0) + 1,
          (row[at] ?? 0) + (unit === letter ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

test('it finds a place with as few errors as any has, or none where all have too many', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(letters, letters, fc.nat(9), (pattern, text, most) => {
      const found = findClosest(pattern, text, most)
      const least = closest(pattern, text)
      if (pattern === '' || least > most || (least === pattern.length && found === null))
        return assert.equal(found, null)
      assert.ok(found)
      assert.equal(found.errors, least)
      assert.equal(distance(pattern, text.slice(found.start, found.end)), least)
    }),
    { numRuns: 3000 },
  )
})

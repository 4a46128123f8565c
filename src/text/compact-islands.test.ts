import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { compactIslands } from './compact-islands.ts'

const worth = 1024

const numbers = (text: string) => Uint32Array.from(text.split(''), (one) => one.charCodeAt(0))

const found = (old: string, now: string) => compactIslands(numbers(old), numbers(now), () => worth)

type Kept = { length: number; pieces: number }

/** The length of a longest common subsequence, and in how few pieces one can be, by trying everything. */
function bestOf(old: string, now: string): Kept {
  let best: Kept = { length: 0, pieces: 0 }
  const go = (from: number, at: number, { length, pieces }: Kept): void => {
    const isBetter = length > best.length || (length === best.length && pieces < best.pieces)
    if (isBetter) best = { length, pieces }
    for (let one = from; one < old.length; one += 1) {
      for (let other = at; other < now.length; other += 1) {
        if (old[one] !== now[other]) continue
        const goesOn = length > 0 && one === from && other === at
        go(one + 1, other + 1, { length: length + 1, pieces: pieces + (goesOn ? 0 : 1) })
      }
    }
  }
  go(0, 0, best)
  return best
}

test('as much as can be is kept, in as few pieces as can be', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(text, text, (old, now) => {
      const islands = found(old, now)
      const length = islands.reduce((sum, island) => sum + island.oldEnd - island.old, 0)
      assert.deepEqual({ length, pieces: islands.length }, bestOf(old, now))
    }),
    { numRuns: 400 },
  )
})

test('islands are equal, in order, and apart from each other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (old, now) => {
      let [from, at] = [-1, -1]
      for (const island of found(old, now)) {
        const size = island.oldEnd - island.old
        assert.equal(old.slice(island.old, island.oldEnd), now.slice(island.now, island.now + size))
        assert.ok(island.old >= from && island.now >= at && size > 0)
        assert.ok(island.old > from || island.now > at)
        from = island.oldEnd
        at = island.now + size
      }
      assert.ok(from <= old.length && at <= now.length)
    }),
  )
})

test('what is worth less than a piece costs is left', () => {
  const space = 1
  const worthOf = (token: number) => (token === 32 ? space : worth)
  assert.deepEqual(compactIslands(numbers('a b'), numbers('c d'), worthOf), [])
  assert.deepEqual(compactIslands(numbers('a b'), numbers('c b'), worthOf), [
    { old: 1, oldEnd: 3, now: 1 },
  ])
})

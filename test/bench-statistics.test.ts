import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw, makeRandom, median, p95 } from '../scripts/bench/statistics.ts'

test('the median of an even number of values is between the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5)
  assert.equal(median([4, 1, 10, 2]), 3)
  assert.equal(median([7]), 7)
})

test('95 of 100 values do not exceed their p95, and neither do 19 of 20', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  assert.equal(p95(values), 95)
  assert.equal(p95(values.slice(0, 20)), 99)
  assert.equal(p95([3]), 3)
})

test('nothing measured has no median', () => {
  assert.throws(() => median([]), /nothing was measured/)
})

test('what weighs nine times as much is drawn about nine times as often, and alike in every run', () => {
  const choices = [
    { name: 'heavy', weight: 9 },
    { name: 'light', weight: 1 },
    { name: 'never', weight: 0 },
  ]
  const drawMany = () => {
    const random = makeRandom(1)
    return Array.from({ length: 1000 }, () => draw(choices, random).name)
  }
  const drawn = drawMany()
  const heavy = drawn.filter((name) => name === 'heavy').length
  assert.ok(heavy > 850 && heavy < 950, String(heavy))
  assert.ok(!drawn.includes('never'))
  assert.deepEqual(drawMany(), drawn)
})

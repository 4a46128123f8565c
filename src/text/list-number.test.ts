import assert from 'node:assert/strict'
import { test } from 'node:test'

import { listNumber } from './list-number.ts'

function numbers(type: string, ...values: number[]): string {
  return values.map((value) => listNumber(value, type)).join(' ')
}

test('list items are numbered as HTML displays them', () => {
  assert.equal(numbers('', 1, 12), '1 12')
  assert.equal(numbers('a', 1, 26, 27, 52, 53, 702, 703), 'a z aa az ba zz aaa')
  assert.equal(numbers('A', 3), 'C')
  assert.equal(numbers('I', 4, 19, 1994, 4000), 'IV XIX MCMXCIV 4000')
  assert.equal(numbers('i', 3, 0, -1), 'iii 0 -1')
})

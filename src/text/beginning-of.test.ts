import assert from 'node:assert/strict'
import { test } from 'node:test'

import { beginningOf } from './beginning-of.ts'

test('a text is cut between characters, never within one', () => {
  assert.equal(beginningOf('Été', 2), 'Ét')
  assert.equal(beginningOf('a𠀀b', 1), 'a')
  assert.equal(beginningOf('a𠀀b', 2), 'a')
  assert.equal(beginningOf('a𠀀b', 3), 'a𠀀')
  assert.equal(beginningOf('a𠀀b', 10), 'a𠀀b')
  assert.equal(beginningOf('', 10), '')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assert as assertProperty, jsonValue, property } from '../../test/properties.ts'
import { canonicalJson, sha256 } from './canonical.ts'

test('keys are sorted, numbers and strings written as RFC 8785 says', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3],
    '\u20ac': 'Euro',
    literals: [null, true],
    '\r': 1,
  }
  assert.equal(
    canonicalJson(value),
    '{"\\r":1,"literals":[null,true],"numbers":[333333333.3333333,1e+30,4.5,0.002],"€":"Euro"}',
  )
})

test('what was written down reads back the same, and is written the same again', () => {
  assertProperty(
    property(jsonValue(), (value) => {
      const text = canonicalJson(value === undefined ? null : JSON.parse(JSON.stringify(value)))
      assert.equal(canonicalJson(JSON.parse(text)), text)
    }),
  )
})

test('parts are hashed one after the other', () => {
  assert.deepEqual(sha256('a', Buffer.from('b')), sha256('ab'))
})

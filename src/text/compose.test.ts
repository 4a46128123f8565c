import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { compose } from './compose.ts'

test('letters and their marks become one character', () => {
  assert.equal(compose('re\u0301ponse'), 'réponse')
  assert.equal(compose(`${'a'.repeat(2000)} e\u0301`), `${'a'.repeat(2000)} é`)
})

test('more marks on a letter than any language has are left out', () => {
  const marks = '\u0316'.repeat(30)
  assert.equal(compose(`re\u0301 x${marks.repeat(1000)} e\u0301`), `ré x${marks} é`)
  assert.equal(compose(`x${marks}`), `x${marks}`)
})

test('what is composed is composed', () => {
  const unit = fc.constantFrom(
    'a',
    'e\u0301',
    '\u0301',
    '\u0316',
    '\u0958',
    '\u0301\u0316'.repeat(20),
  )
  fc.assert(
    fc.property(fc.string({ unit, minLength: 0, maxLength: 400 }), (text) => {
      const long = text.repeat(3)
      assert.equal(compose(compose(long)), compose(long))
    }),
  )
})

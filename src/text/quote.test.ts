import assert from 'node:assert/strict'
import { test } from 'node:test'

import { quoteOf } from './quote.ts'

test('a quote has its words and up to 64 units of context on either side', () => {
  const text = 'a'.repeat(100) + 'mot' + 'b'.repeat(10)
  assert.deepEqual(quoteOf({ text }, 100, 103), {
    exact: 'mot',
    prefix: 'a'.repeat(64),
    suffix: 'b'.repeat(10),
  })
})

test('a quote cuts no surrogate pair: words widen, context shrinks', () => {
  const text = '🙂'.repeat(40)
  const quote = quoteOf({ text: `${text}x${text}` }, 80, 81)
  assert.equal(quote.prefix, '🙂'.repeat(32))
  assert.equal(quoteOf({ text: `${text}xy${text}` }, 81, 82).prefix, `${'🙂'.repeat(31)}x`)
  assert.equal(quoteOf({ text: `${text}xy${text}` }, 80, 81).suffix, `y${'🙂'.repeat(31)}`)
  assert.equal(quoteOf({ text }, 3, 5).exact, '🙂🙂')
})

test('a range outside the text is refused', () => {
  assert.throws(() => quoteOf({ text: 'abc' }, 1, 1), RangeError)
  assert.throws(() => quoteOf({ text: 'abc' }, -1, 1), RangeError)
  assert.throws(() => quoteOf({ text: 'abc' }, 1, 4), RangeError)
  assert.throws(() => quoteOf({ text: 'abc' }, Number.NaN, 2), RangeError)
})

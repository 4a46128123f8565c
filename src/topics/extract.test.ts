import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPieces, quoteExtract, readPassageId, typedQuote } from './extract.ts'

const text = 'Un lieu est ouvert. Il est tenu par la commune. Il est ouvert le soir.'

test('a passage is named by its address here, the address to cite, or its id', () => {
  for (const typed of [
    '4k0z9m2c7t',
    '/p/4k0z9m2c7t',
    'https://rapport.example/fr/reports/x/passages/4k0z9m2c7t?edition=2#contributions',
  ])
    assert.equal(readPassageId(` ${typed} `), '4k0z9m2c7t', typed)
  for (const typed of ['', 'x4k0z9m2c7t', '4k0z9m2c7', '/fr/reports/4k0z9m2c7t', 'é'])
    assert.equal(readPassageId(typed), null, typed)
})

test('pieces of a quote are found one after the other, whatever sign stands for what is left out', () => {
  for (const sign of ['(…)', '(...)', '[…]', '[ ... ]', '( … )']) {
    const pieces = findPieces(text, `Un lieu ${sign} la commune ${sign} le soir`)
    assert.deepEqual(
      pieces?.map(({ start, end }) => text.slice(start, end)),
      ['Un lieu', 'la commune', 'le soir'],
      sign,
    )
  }
  assert.equal(findPieces(text, 'la commune (…) Un lieu'), null)
  assert.equal(findPieces(text, 'Un lieu (…) la mairie'), null)
  assert.deepEqual(findPieces(text, ' '), [{ start: 0, end: text.length }])
})

test('words that come again are those behind the piece before', () => {
  const pieces = findPieces(text, 'la commune (…) Il est')
  assert.deepEqual(pieces?.[1], {
    start: text.lastIndexOf('Il est'),
    end: text.lastIndexOf('Il est') + 6,
  })
})

test('what is left out is marked, at the ends too, and can be typed again as it is', () => {
  const ranges = findPieces(text, 'est ouvert (…) la commune')
  assert.ok(ranges)
  assert.equal(quoteExtract(text, ranges), '(…) est ouvert (…) la commune (…)')
  assert.deepEqual(findPieces(text, typedQuote(text, ranges)), ranges)
  const whole = findPieces(text, '')
  assert.ok(whole)
  assert.equal(quoteExtract(text, whole), text)
  assert.equal(typedQuote(text, whole), '')
})

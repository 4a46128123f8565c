import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closenessOf, markWords, wordsOf } from './alike.ts'

test('a likeness is said in one of three degrees', () => {
  assert.deepEqual([1, 0.7, 0.69, 0.4, 0.39, 0.2].map(closenessOf), [
    'same',
    'same',
    'much',
    'much',
    'some',
    'some',
  ])
})

test('the words that both have are marked, and no letter of the text is lost', () => {
  const text = 'Les élus, les élues : tous publient.'
  const pieces = markWords(text, new Set(['élus', 'publient']))
  assert.equal(pieces.map((piece) => piece.text).join(''), text)
  assert.deepEqual(
    pieces.filter(({ shared }) => shared).map((piece) => piece.text),
    ['élus', 'publient'],
  )
  assert.deepEqual(markWords('', new Set()), [])
})

test('each word is asked for once', () => {
  assert.deepEqual(wordsOf('L’eau, l’eau et l’air.'), ['L', 'eau', 'l', 'et', 'air'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromWord, toWord } from './cut-around.ts'

const words = 'que la commune publie chaque année la liste de ses services '

test('what was kept around a passage begins and ends with whole words', () => {
  assert.equal(fromWord(`tique ${words}`), `…${words}`)
  assert.equal(fromWord(`publique : ${words}`), `…${words}`)
  assert.equal(toWord(` ${words}publi`), ` ${words.trimEnd()}…`)
})

test('all that the paragraph had is left as it is', () => {
  assert.equal(fromWord('Il dit '), 'Il dit ')
  assert.equal(toWord(' et la suite.'), ' et la suite.')
})

test('a single long word is not cut away', () => {
  const long = 'a'.repeat(70)
  assert.equal(fromWord(long), `…${long}`)
  assert.equal(toWord(long), `${long}…`)
})

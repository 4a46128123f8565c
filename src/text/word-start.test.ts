import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordStart } from './word-start.ts'

const begun = (text: string) => text.slice(wordStart(text))

test('what is left of a text that was cut begins with a word, and with what opens it', () => {
  for (const signs of [': ', '; — ', '. », ', '…', ' ', '” ', ') / ', '؟ ', '']) {
    for (const words of [
      'les mots',
      '« les mots »',
      '“words”',
      '(les mots)',
      '¿Qué?',
      '-5 %',
      '§ 3',
    ])
      assert.equal(begun(`${signs}${words}`), words)
  }
  assert.equal(begun(' : '), '')
})

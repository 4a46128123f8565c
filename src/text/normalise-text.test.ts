import assert from 'node:assert/strict'
import { test } from 'node:test'

import { isBlank, normaliseText, normaliseWording, sameWords } from './normalise-text.ts'

test('wording is normalised: NFC, no-break spaces and lines kept', () => {
  assert.equal(
    normaliseText(' e\u0301  a\u00A0\u202F:\t\r\n  b\u2003c \n'),
    'é a\u00A0\u202F:\nb c',
  )
  assert.equal(normaliseWording('a\tb', 'paragraph'), 'a b')
  assert.equal(normaliseWording(' a \t\tb\r\n\tc\n', 'table'), 'a\t\tb\n\tc')
})

test('no-break spaces are kept and compared as spaces', () => {
  assert.ok(sameWords('a\u00A0: b', 'a : b'))
  assert.ok(!sameWords('a : b', 'a: b'))
})

test('a text is blank when nothing of it can be seen', () => {
  assert.ok(isBlank(' \u00A0\u202F\n\u200B\u00AD\uFEFF'))
  assert.ok(!isBlank('\u00A0-'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'

import { findWords } from './find-words.ts'

function wordsFound(text: string, words: string): string[] {
  return findWords(text, words).map(({ start, end }) => text.slice(start, end))
}

test('words are found at each place where they stand, in order', () => {
  assert.deepEqual(findWords('la loi, la foi, la loi', 'la loi'), [
    { start: 0, end: 6 },
    { start: 16, end: 22 },
  ])
  assert.deepEqual(findWords('aaaaa', 'aa'), [
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ])
})

test('any white space is as good as any other', () => {
  const text = 'Le délai\u00A0: trois\n mois\u202F; écrite\t3 mois'
  assert.deepEqual(wordsFound(text, ' délai :  trois mois ; '), [
    'délai\u00A0: trois\n mois\u202F;',
  ])
  assert.deepEqual(wordsFound(text, 'écrite 3\u00A0mois'), ['écrite\t3 mois'])
})

test('typographic quotation marks and apostrophes are as good as straight ones', () => {
  assert.deepEqual(wordsFound('« l’eau » et “l’air”', "l'eau"), ['l’eau'])
  assert.deepEqual(wordsFound('« l’eau » et “l’air”', '"l\'air"'), ['“l’air”'])
  assert.deepEqual(wordsFound("l'eau", 'l’eau'), ["l'eau"])
})

test('capitals matter where they help, and not where nothing else would be found', () => {
  assert.deepEqual(findWords('état, État', 'État'), [{ start: 6, end: 10 }])
  assert.deepEqual(findWords('état', 'ÉTAT'), [{ start: 0, end: 4 }])
})

test('composed and decomposed letters are the same, and no letter is cut from its accent', () => {
  assert.deepEqual(wordsFound('un e\u0301te\u0301', 'été'), ['e\u0301te\u0301'])
  assert.deepEqual(findWords('cafe\u0301', 'cafe'), [])
  assert.deepEqual(findWords('👩🏽‍🌾', '👩'), [])
})

test('blank words stand nowhere, and neither do words that are not there', () => {
  assert.deepEqual(findWords('a b', ' \u00A0'), [])
  assert.deepEqual(findWords('', 'a'), [])
  assert.deepEqual(findWords('a b', 'b a'), [])
})

const hard = fc.string({
  unit: fc.constantFrom(
    'a',
    'A',
    'b',
    ' ',
    '\u00A0',
    '\n',
    '\t',
    '’',
    "'",
    '«',
    '"',
    'é',
    'e',
    '\u0301',
    '🙂',
    '🇫',
    '🇷',
    '👩',
    '\u200D',
    '🌾',
    '\uD83D',
    'İ',
    'ß',
    '\r\n',
  ),
  maxLength: 60,
})

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(/’/g, "'").replace(/«/g, '"').trim()
}

test('what is found is in order, apart, of whole graphemes, and reads as what was sought', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
  fc.assert(
    fc.property(hard, hard, (text, words) => {
      const edges = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length)
      let last = 0
      for (const { start, end } of findWords(text, words)) {
        assert.ok(last <= start && start < end)
        assert.ok(edges.has(start) && edges.has(end))
        assert.equal(
          plain(text.slice(start, end)).toLowerCase().normalize('NFC'),
          plain(words).toLowerCase().normalize('NFC'),
        )
        last = end
      }
    }),
    { numRuns: 2000 },
  )
})

test('a stretch of whole words of a text is always found there', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => /^\p{L}+$/u.test(text))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.nat(), fc.nat(), (list, from, size) => {
      const start = from % list.length
      const words = list.slice(start, start + 1 + (size % list.length)).join(' ')
      assert.ok(findWords(list.join('\u00A0'), words).length > 0)
    }),
  )
})

test('a long repetitive text is searched at once', () => {
  assert.deepEqual(findWords('a'.repeat(40_000), `${'a'.repeat(20_000)}b`), [])
})

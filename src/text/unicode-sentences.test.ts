import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { stopsIn } from './unicode-sentences.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

function assertAsUnicode(line: string): void {
  const expected = [...segmenter.segment(line)].map(({ index }) => index).slice(1)
  const breaks = stopsIn(line).filter(({ rule, end }) => rule === 'break' && end < line.length)
  assert.deepEqual(
    breaks.map(({ end }) => end),
    expected,
    JSON.stringify(line),
  )
}

/** A line has none of these; of an ellipsis Unicode says nothing, and we do. */
const leftOut = /[\r\n\u0085\u2028\u2029…]/gu
const scraps = fc.constantFrom(
  ...(
    '.|?|!| |\u00A0|«|»|M|L|1|a|A|°|)|(|;|,|:|-|\u0301|\u200D|\u202B|\u200B|\uD83D|🙂|ß|ª|é|كلمة|؟|؛|。|"|\'|’|”|' +
    '“|¿|٣|٫|\u00AD|א|१|।|ა|ǅ|\u064B|\u0903|𝐀|𝟏|\u{11238}|‥|․|Ⅳ|ⓐ|¹|\u0600'
  ).split('|'),
)

// What differs from them on purpose is in the sentences, not in the stops: see sentence-tables.test.ts.
test('sentences may end where the rules of Unicode let them', () => {
  const lines = fc.oneof(
    fc.array(scraps).map((all) => all.join('')),
    fc
      .array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 1 })))
      .map((all) => all.join('')),
  )
  fc.assert(
    fc.property(lines, (line) => assertAsUnicode(line.replace(leftOut, ''))),
    { numRuns: 5000 },
  )
})

test('a letter with what combines with it is before a full stop', () => {
  for (const line of ['a\u0301.A b', '\u{1D400}.A b', '1\u0301.A b', '\u0301.A b'])
    assertAsUnicode(line)
})

test('an ellipsis is a sign, which Unicode does not say', () => {
  assert.deepEqual(stopsIn('a. 3 b'), [{ at: 1, end: 3, rule: 'lower-case' }])
  assert.equal(stopsIn('a. 3… b')[0]?.rule, 'break')
})

test('each character around a sign is of the class that Unicode puts it in', () => {
  const around = [
    (one: string) => `a.${one}A`,
    (one: string) => `a!${one} A`,
    (one: string) => `a. ${one} a`,
  ]
  for (let code = 0; code <= 0x2fff; code += 1) {
    const character = String.fromCodePoint(code)
    if (character.search(leftOut) === -1)
      for (const line of around) assertAsUnicode(line(character))
  }
})

test('a full stop may have any number of invisible characters behind it', () => {
  const line = `a.${'\u200B'.repeat(6_000_000)}B`
  assert.deepEqual(stopsIn(line), [{ at: 1, end: line.length - 1, rule: 'word' }])
})

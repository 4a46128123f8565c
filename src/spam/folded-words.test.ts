import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldWords, sketch } from './folded-words.ts'

test('words are compared without accents, capitals, links, signs that nobody sees and other alphabets’ letters', () => {
  const disguised = 'Cе prоjеt\u200b ÉTAIT pré\u00advu pour 2027 : https://promo.test/x !'
  assert.deepEqual(foldWords(disguised), ['ce', 'projet', 'etait', 'prevu', 'pour', '0'])
})

test('a sketch is of words that follow one another, the same of the same, and at most 48 of them', () => {
  const words = Array.from(
    { length: 200 },
    (_, at) => `mot${String.fromCodePoint(97 + (at % 26))}${'x'.repeat(at)}`,
  )
  assert.deepEqual(sketch(words.slice(0, 2)), [])
  assert.equal(sketch(words.slice(0, 12)).length, 10)
  assert.equal(sketch(words).length, 48)
  assert.deepEqual(sketch(words), sketch(words))
})

test('texts that share most words share most of their sketches', () => {
  const words = Array.from({ length: 60 }, (_, at) => `mot${'a'.repeat(at)}`)
  const edited = words.with(30, 'autre')
  const one = new Set(sketch(words))
  const shared = sketch(edited).filter((shingle) => one.has(shingle))
  assert.ok(shared.length >= 40, String(shared.length))
})

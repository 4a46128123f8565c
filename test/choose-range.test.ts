import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as holds, constantFrom, nat, property } from './properties.ts'
import { findWords } from '../src/text/find-words.ts'
import { chooseRange } from '../src/ui/browser/choose-range.ts'

const text = 'La liste est à jour ; la liste est gratuite. La liste est la liste.'
const choose = (words: string, from = 0, of = text) => {
  const start = of.indexOf(words, from)
  return chooseRange(of, { start, end: start + words.length })
}

test('words that stand once need no number, the others are counted as the server counts them', () => {
  assert.deepEqual(choose('gratuite'), { words: 'gratuite', occurrence: null })
  assert.deepEqual(choose('la liste'), { words: 'la liste', occurrence: 1 })
  assert.deepEqual(choose('la liste', 30), { words: 'la liste', occurrence: 2 })
  assert.deepEqual(choose('La liste', 30), { words: 'La liste', occurrence: 2 })
})

test('white space around is left out, and white space alone is no words', () => {
  assert.deepEqual(choose(' gratuite. '), { words: 'gratuite.', occurrence: null })
  assert.equal(choose(' '), null)
  assert.equal(chooseRange(text, { start: 3, end: 3 }), null)
})

test('cells and lines are chosen across, as they are kept', () => {
  const table = 'Demande\tDélai\nÉcrite\t3 mois\nOrale\t3 mois'
  assert.deepEqual(choose('Écrite\t3', 0, table), { words: 'Écrite\t3', occurrence: null })
  assert.deepEqual(choose('3 mois', 25, table), { words: '3 mois', occurrence: 2 })
})

test('words that begin within others of the same are widened to what can be named', () => {
  const song = 'pas à pas à pas'
  assert.deepEqual(choose('pas à pas', 1, song), { words: 'à pas à pas', occurrence: null })
})

test('an accent on white space at the beginning of a text cannot be named', () => {
  assert.equal(chooseRange(' \u0301', { start: 0, end: 2 }), null)
  assert.equal(chooseRange('\u3000\u0301 fin', { start: 1, end: 2 }), null)
  assert.deepEqual(chooseRange('mot \u0301 fin', { start: 4, end: 5 }), {
    words: 'mot \u0301 fin',
    occurrence: null,
  })
})

test('whatever is selected, the server finds it where it was, or more around it', () => {
  const letters = array(constantFrom('a', 'b', ' ', '\t', '\u00A0', 'é', '.'), {
    maxLength: 30,
  })
  holds(
    property(letters, nat(30), nat(30), (given, one, other) => {
      const of = given.join('')
      const [start, end] = [Math.min(one, other), Math.max(one, other)]
      const chosen = chooseRange(of, { start, end })
      if (!chosen) return of.slice(start, end).trim() === ''
      const places = findWords(of, chosen.words)
      const place = places[(chosen.occurrence ?? 1) - 1]
      const selected = of.slice(start, end)
      const from = start + selected.indexOf(selected.trim())
      return (
        place !== undefined && place.start <= from && place.end >= from + selected.trim().length
      )
    }),
  )
})

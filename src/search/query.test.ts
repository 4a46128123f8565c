import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestQuery, parseQuery } from './query.ts'

const termsOf = (typed: string) => {
  const query = parseQuery(typed)
  assert.ok(query?.ok, typed)
  return query.terms.map(({ words, without }) => `${without ? '-' : ''}${words}`)
}

test('words, words in quotation marks of any kind, and words to leave out', () => {
  assert.deepEqual(termsOf('données ouvertes'), ['données', 'ouvertes'])
  assert.deepEqual(termsOf(' "données ouvertes"  ville'), ['données ouvertes', 'ville'])
  assert.deepEqual(termsOf('« données ouvertes »'), ['données ouvertes'])
  assert.deepEqual(termsOf('“open data”-closed'), ['open data', '-closed'])
  assert.deepEqual(termsOf('ville -"mairie centrale" −école'), [
    'ville',
    '-mairie centrale',
    '-école',
  ])
  assert.deepEqual(termsOf('porte-parole l’élue'), ['porte-parole', 'l’élue'])
  assert.deepEqual(termsOf('"never closed'), ['never closed'])
})

test('what cannot be looked for is said', () => {
  assert.equal(parseQuery(' \n\0 '), null)
  assert.deepEqual(parseQuery('?! … -'), { ok: false, problem: 'no-words' })
  assert.deepEqual(parseQuery('""'), { ok: false, problem: 'no-words' })
  assert.deepEqual(parseQuery('-ville -"la mairie"'), { ok: false, problem: 'only-without' })
  assert.equal(parseQuery('a'.repeat(longestQuery))?.ok, true)
  assert.deepEqual(parseQuery('a'.repeat(longestQuery + 1)), { ok: false, problem: 'too-long' })
})

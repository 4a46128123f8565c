import assert from 'node:assert/strict'
import { test } from 'node:test'
import { negotiateLocale } from './negotiate-locale.ts'

test('the reader gets the offered language that they like best', () => {
  assert.equal(negotiateLocale('en-GB,en;q=0.9,fr;q=0.8'), 'en')
  assert.equal(negotiateLocale('de, fr;q=0.4, en;q=0.7'), 'en')
  assert.equal(negotiateLocale('fr-CA'), 'fr')
  assert.equal(negotiateLocale('es-EC,es;q=0.9,en;q=0.8'), 'es')
  assert.equal(negotiateLocale('es-419'), 'es')
})

test('a language refused with q=0, unknown or missing leads to the first offered', () => {
  assert.equal(negotiateLocale('en;q=0'), 'fr')
  assert.equal(negotiateLocale('xx, ;q=, ,,'), 'fr')
  assert.equal(negotiateLocale(undefined), 'fr')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineWords, directionOf, sayDate, sayDateTime } from './messages.ts'
import type { Precision } from './paris-days.ts'

type Messages = { greeting: { name: string }; count: { count: number } }

const words = defineWords<Messages>({
  fr: {
    greeting: 'Bonjour {name}',
    count: '{count, plural, =0 {rien} one {# chose} other {# choses}}',
  },
  en: {
    greeting: 'Hello {name}',
    count: '{count, plural, =0 {nothing} one {# thing} other {# things}}',
  },
  es: {
    greeting: 'Buenos días, {name}',
    count: '{count, plural, =0 {nada} one {# cosa} many {# de cosas} other {# cosas}}',
  },
})

test('a sentence is said in its language, with that language’s plurals and numbers', () => {
  assert.equal(words('fr')('count', { count: 0 }), 'rien')
  assert.equal(words('fr')('count', { count: 1 }), '1 chose')
  assert.equal(words('fr')('count', { count: 12_345 }), '12\u202F345 choses')
  assert.equal(words('en')('count', { count: 12_345 }), '12,345 things')
  assert.equal(words('es')('count', { count: 1 }), '1 cosa')
  assert.equal(words('es')('count', { count: 12_345 }), '12.345 cosas')
  assert.equal(words('es')('count', { count: 1_000_000 }), '1.000.000 de cosas')
})

test('markup in an argument is only text', () => {
  assert.equal(words('en')('greeting', { name: '<b>{x}</b>' }), 'Hello <b>{x}</b>')
})

test('the pseudo-locale keeps arguments and plurals, in Arabic letters and longer', () => {
  const said = words('qps')('greeting', { name: 'Nour' })
  assert.match(said, /Nour/)
  assert.match(said, /\p{Script=Arabic}/u)
  assert.doesNotMatch(said.replace('Nour', ''), /[a-z]/i)
  assert.ok(said.length > 'Hello Nour'.length)
  assert.match(words('qps')('count', { count: 3 }), /3/)
})

test('a name that runs the other way keeps to itself within the sentence', () => {
  assert.match(words('qps')('greeting', { name: 'Nour (2)' }), /\u2068Nour \(2\)\u2069/)
  assert.equal(words('fr')('greeting', { name: 'نور (2)' }), 'Bonjour \u2068نور (2)\u2069')
  assert.equal(words('fr')('greeting', { name: 'Nour (2)' }), 'Bonjour Nour (2)')
})

test('a day is Paris’s day, and an hour says its zone', () => {
  const lateInLondon = new Date('2026-06-30T22:30:00Z')
  assert.equal(sayDate('fr', lateInLondon), '1er\u00a0juillet 2026')
  assert.match(sayDateTime('en', lateInLondon), /^1 July 2026 at 00:30 (CEST|GMT\+2)$/)
  assert.match(sayDateTime('fr', lateInLondon), /^1er\u00a0juillet 2026 à 00:30 UTC\+2$/)
  assert.match(sayDateTime('es', lateInLondon), /^1 de julio de 2026 a las 00:30 (CEST|GMT\+2)$/)
})

const inFrench = (day: string, precision?: Precision) => sayDate('fr', new Date(day), precision)

test('French says the first of a month as an ordinal, no other day and no month alone', () => {
  assert.equal(inFrench('2027-01-01'), '1er\u00a0janvier 2027')
  assert.equal(inFrench('2027-01-11'), '11\u00a0janvier 2027')
  assert.equal(inFrench('2027-01-01', 'month'), 'janvier 2027')
  assert.equal(inFrench('1001-01-01', 'year'), '1001')
  assert.equal(sayDate('en', new Date('2027-01-01')), '1 January 2027')
  assert.equal(sayDate('es', new Date('2027-05-01')), '1 de mayo de 2027')
})

test('a language is written in its direction, whatever its region', () => {
  assert.deepEqual(['fr', 'ar', 'ar-MA', 'he', 'en-GB'].map(directionOf), [
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
  ])
})

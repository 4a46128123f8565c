import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSiret, saySiret } from './siret.ts'

test('a SIRET is fourteen digits of which the last checks the others, however they are set', () => {
  assert.equal(readSiret('73282932000074'), '73282932000074')
  assert.equal(readSiret(' 732 829 320 00074 '), '73282932000074')
  assert.equal(readSiret('732\u202f829\u00a0320.000-74'), '73282932000074')
  for (const wrong of [
    '73282932000075',
    '7328293200007',
    '732829320000740',
    '00000000000000',
    'x',
  ]) {
    assert.equal(readSiret(wrong), null, wrong)
  }
})

test('the nine digits of its SIREN check themselves, too', () => {
  // By Luhn over all fourteen, and not over the first nine.
  assert.equal(readSiret('73282932100072'), null)
})

test('the establishments of La Poste are counted otherwise, and only theirs', () => {
  assert.equal(readSiret('356 000 000 00048'), '35600000000048')
  assert.equal(readSiret('356 000 000 09075'), '35600000009075')
  assert.equal(readSiret('356 000 000 09076'), null)
  // A sum of forty, for somebody else.
  assert.equal(readSiret('73282932000004'), null)
})

test('it is said as it is written', () => {
  assert.equal(saySiret('73282932000074'), '732\u00a0829\u00a0320\u00a000074')
})

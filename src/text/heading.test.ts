import assert from 'node:assert/strict'
import { test } from 'node:test'

import { propositionNumber, splitNumbered } from './heading.ts'

const split = (text: string) => splitNumbered(text, propositionNumber(text))

test('a numbered heading is its label, what stands between, and its title, to the letter', () => {
  assert.deepEqual(split('Proposition 7 – Ouvrir les données'), {
    label: 'Proposition 7',
    separator: ' – ',
    title: 'Ouvrir les données',
  })
  assert.deepEqual(split('Article 1er : Objet')?.label, 'Article 1er')
  assert.deepEqual(split('Art. L. 300-2. - Sont communicables')?.separator, '. - ')
})

test('a heading with no number, or with nothing after it, is not split', () => {
  assert.equal(split('Première partie. Comprendre'), null)
  assert.equal(split('Article 3'), null)
  assert.equal(split('Proposition 4 pour les villes'), null)
  assert.equal(splitNumbered('Ouvrir 12 lieux', null), null)
})

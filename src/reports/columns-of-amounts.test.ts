import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsOfAmounts } from './columns-of-amounts.ts'

const columnsOf = (...rows: string[]) => [...columnsOfAmounts(rows.map((row) => row.split('|')))]

test('a column whose cells are mostly amounts is one of amounts, whatever their unit', () => {
  assert.deepEqual(columnsOf('Abonnement|9\u202f600 €|−1,5', 'Agents|non compté|12 %'), [1, 2])
  assert.deepEqual(columnsOf('Repas|$40|3 kg', 'Bus||12'), [1, 2])
})

test('words, dates and empty columns are none', () => {
  assert.deepEqual(columnsOf('Un|12 mars|', 'Deux|2 communes voisines|'), [])
  assert.deepEqual(columnsOf('1|non compté', 'Total|non compté', 'Article 3|12'), [])
  assert.deepEqual(columnsOf(), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { layTables, redlineTable } from './redline-table.ts'

const table = (...rows: string[]) => rows.map((row) => row.replaceAll(' | ', '\t')).join('\n')

/** Rows as a reader sees them: what was removed in [-…-], what was added in [+…+]. */
function show(old: string, now: string): string[] {
  const signs = { same: ['', ''], del: ['[-', '-]'], ins: ['[+', '+]'] } as const
  return layTables(old, now).rows.map(({ change, cells }) => {
    const said = cells.map(({ runs }) =>
      runs.map(({ op, text }) => signs[op][0] + text + signs[op][1]).join(''),
    )
    return `${change}: ${said.join(' | ')}`
  })
}

const fees = table('Demande | Délai | Prix', 'Écrite | 1 mois | 3 €', 'Orale | 2 jours | 0 €')

test('a cell is compared with the cell of its row and column', () => {
  const now = table('Demande | Délai | Prix', 'Écrite | 2 mois | 3 €', 'Orale | 2 jours | 0 €')
  assert.deepEqual(show(fees, now), [
    'same: Demande | Délai | Prix',
    'edited: Écrite | [-1-][+2+] mois | 3 €',
    'same: Orale | 2 jours | 0 €',
  ])
})

test('a row that was added or removed is told as such, between those that stay', () => {
  const now = table(
    'Demande | Délai | Prix',
    'Par courriel | 1 jour | 0 €',
    'Orale | 2 jours | 0 €',
  )
  assert.deepEqual(show(fees, now), [
    'same: Demande | Délai | Prix',
    'removed: [-Écrite-] | [-1 mois-] | [-3 €-]',
    'added: [+Par courriel+] | [+1 jour+] | [+0 €+]',
    'same: Orale | 2 jours | 0 €',
  ])
})

test('a row of which only the name stays is the same row', () => {
  const now = table('Demande | Délai | Prix', 'Écrite | 5 ans | 40 $', 'Orale | 2 jours | 0 €')
  assert.equal(show(fees, now)[1], 'edited: Écrite | [-1 mois-][+5 ans+] | [-3 €-][+40 $+]')
})

test('a column that was removed is told as such, and so is one that was added', () => {
  const now = table('Demande | Prix', 'Écrite | 3 €', 'Orale | 0 €')
  assert.deepEqual(layTables(fees, now).columns, ['same', 'removed', 'same'])
  assert.deepEqual(layTables(now, fees).columns, ['same', 'added', 'same'])
  assert.equal(show(fees, now)[1], 'edited: Écrite | [-1 mois-] | 3 €')
  const dearer = now.replace('3 €', '4 €')
  assert.equal(show(fees, dearer)[1], 'edited: Écrite | [-1 mois-] | [-3 €-][+4 €+]')
})

test('rows that moved down by an inserted one are not compared with each other', () => {
  const rows = Array.from({ length: 300 }, (_, at) => `Ligne ${at} | ${at * 7}`)
  const now = table('Nom | Nombre', 'Une de plus | 8', ...rows)
  const counted = Map.groupBy(
    layTables(table('Nom | Nombre', ...rows), now).rows,
    ({ change }) => change,
  )
  assert.deepEqual(
    [...counted].map(([change, { length }]) => [change, length]),
    [
      ['same', 301],
      ['added', 1],
    ],
  )
})

const cell = fc.constantFrom(
  '',
  'a',
  'b',
  'un mot',
  'deux mots, ici',
  '12',
  'x y z',
  '«\u00a0a\u00a0»',
)
const anyTable = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 7 })
  .map((rows) => rows.map((row) => row.join('\t')).join('\n'))

test('its redline gives back both tables, to the letter', () => {
  fc.assert(
    fc.property(anyTable, anyTable, (old, now) => {
      const runs = redlineTable(old, now)
      const joined = (...ops: string[]) =>
        runs.map(({ op, text }) => (ops.includes(op) ? text : '')).join('')
      assert.equal(joined('same', 'del'), old)
      assert.equal(joined('same', 'ins'), now)
      assert.ok(runs.every(({ text }) => text !== ''))
      const ops = runs.map(({ op }) => op).join(' ')
      assert.doesNotMatch(ops, /same same|del del|ins ins|ins del/)
    }),
    { numRuns: 2000 },
  )
})

const cells = (text: string) =>
  text
    .split('\n')
    .flatMap((row) => row.split('\t'))
    .toSorted()

test('every cell of either table stands in exactly one place', () => {
  fc.assert(
    fc.property(anyTable, anyTable, (old, now) => {
      const laid = layTables(old, now).rows.flatMap((row) => row.cells)
      const side = (not: string, op: string) =>
        laid.flatMap(({ change, runs }) =>
          change === not ? [] : [runs.map((run) => (run.op === op ? '' : run.text)).join('')],
        )
      assert.deepEqual(side('added', 'ins').toSorted(), cells(old))
      assert.deepEqual(side('removed', 'del').toSorted(), cells(now))
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { results, type Finding } from './audit.ts'
import { readCsv, writeCsv } from './csv.ts'

const finding: fc.Arbitrary<Finding> = fc.record({
  page: fc.integer({ min: 1, max: 60 }),
  criterion: fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z.-]{0,9}$/),
  result: fc.constantFrom(...results),
  note: fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '=') })
    .map((text) => `x${text}x`),
  derogation: fc.constantFrom('', 'trop, "cher"; vraiment'),
  remedyOn: fc.constantFrom(null, '2027-01-31'),
})

test('what is written as a table is read back, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(finding, { minLength: 1, maxLength: 8 }), (findings) => {
      const read = readCsv(writeCsv(findings))
      assert.ok(read.ok)
      const back = read.rows.map(({ page, typed }) => ({
        page,
        ...typed,
        remedyOn: typed.remedyOn || null,
      }))
      assert.deepEqual(back, structuredClone(findings))
    }),
  )
})

test('a table is read as spreadsheets save it, and a row that is none is named', () => {
  const semicolons =
    '\u{FEFF}result;page;criterion;note\r\nnc;2;1.1;"Un ; et un ""mot"""\r\nNA;2;1.2;\r\n'
  const read = readCsv(semicolons)
  assert.ok(read.ok)
  assert.deepEqual(
    read.rows.map(({ page, typed: { criterion, result, note } }) => [
      page,
      criterion,
      result,
      note,
    ]),
    [
      [2, '1.1', 'not-conforming', 'Un ; et un "mot"'],
      [2, '1.2', 'not-applicable', ''],
    ],
  )
  const wrong: [string, number][] = [
    ['', 1],
    ['un texte', 1],
    ['page,criterion,result\n1,1.1,C\n1,1.2,oui', 3],
    ['page,criterion,result\n0,1.1,C', 2],
    ['page,criterion,result\nx,1.1,C', 2],
    ['page,criterion,result\n1,"1.1,C', 2],
    ['page,criterion,result\n1,"1.1"x,C', 2],
  ]
  for (const [text, line] of wrong) assert.deepEqual(readCsv(text), { ok: false, line }, text)
})

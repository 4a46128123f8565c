import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { results, type Finding } from './audit.ts'
import { readCsv, writeCsv, type UnreadCsv } from './csv.ts'

const finding: fc.Arbitrary<Finding> = fc.record({
  page: fc.integer({ min: 1, max: 60 }),
  criterion: fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z.-]{0,9}$/),
  result: fc.constantFrom(...results),
  note: fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', ' ', 'é', '=', "'", '-') })
    .map((text) => `${text}x`),
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

const saidBy = (text: string) => {
  const read = readCsv(text)
  assert.ok(read.ok, JSON.stringify(read))
  return read.rows.map(({ line, page, typed: { criterion, result, note, remedyOn } }) => [
    line,
    page,
    criterion,
    result,
    note,
    remedyOn,
  ])
}

const nc = 'not-conforming'

test('a table is read as spreadsheets save it, copy it and call its columns', () => {
  const saved =
    '\u{FEFF}result;page;criterion;note\r\nnc;2;1.1;"Un ; et un ""mot"""\r\nNA;2;1.2;\r\n'
  assert.deepEqual(saidBy(saved), [
    [2, 2, '1.1', nc, 'Un ; et un "mot"', ''],
    [3, 2, '1.2', 'not-applicable', '', ''],
  ])
  const copied = [
    '',
    ' PAGE\tCritère\tRésultat\tConstat\tCorrection',
    '\t\t\t\t',
    '1\t1.1\tNC\t"Deux\nlignes"\t01/03/2090',
    '1\t1.2\tNC\t"OK" est muet, "seul"\t',
    '1\t1.3\tNT',
  ]
  assert.deepEqual(
    saidBy(copied.join('\n')),
    [
      [4, 1, '1.1', nc, 'Deux\nlignes', '2090-03-01'],
      [6, 1, '1.2', nc, '"OK" est muet, "seul"', ''],
    ],
    'a line is one of what was pasted; what is not tested yet says nothing',
  )
})

test('no cell is taken for a formula, and comes back as it was written', () => {
  const one = { page: 1, criterion: '1.1', result: nc, derogation: '' } as const
  const table = writeCsv([{ ...one, note: "=cmd|' /C calc'!A0", remedyOn: null }])
  assert.match(table, /,'=cmd/)
  assert.equal(saidBy(table)[0]?.[4], "=cmd|' /C calc'!A0")
})

test('a row that is none is named by its line, and with what is wrong there', () => {
  const head = 'page,criterion,result'
  const wrong: [string, UnreadCsv][] = [
    ['', { code: 'empty', line: null, said: null }],
    ['un texte', { code: 'empty', line: null, said: null }],
    ['un texte\net un autre', { code: 'no-column', line: 1, said: 'page' }],
    ['\n\npage,criterion\n1,1.1', { code: 'no-column', line: 3, said: 'result' }],
    [`${head}\n1,1.1,C\n1,1.2,oui`, { code: 'bad-result', line: 3, said: 'oui' }],
    [`${head}\n0,1.1,C`, { code: 'bad-page', line: 2, said: '0' }],
    [`${head}\nx,1.1,C`, { code: 'bad-page', line: 2, said: 'x' }],
    [`${head}\n\n,1.1,C`, { code: 'bad-page', line: 3, said: '' }],
  ]
  for (const [text, problem] of wrong) {
    assert.deepEqual(readCsv(text), { ok: false, problem }, text)
  }
})

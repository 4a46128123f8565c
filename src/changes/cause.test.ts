import assert from 'node:assert/strict'
import { test } from 'node:test'
import { causesOf, checkCauses, noCauses, readNumbers } from './cause.ts'

test('contributions are named by number, however they are set apart, each once', () => {
  assert.deepEqual(readNumbers('12, 15'), [12, 15])
  assert.deepEqual(readNumbers(' n° 12 ; N°15\n#7, n\u00A0º\u00A09 12 '), [12, 15, 7, 9])
  assert.deepEqual(readNumbers(''), [])
  for (const typed of ['douze', '12a', '0', '-3', '1.5', '1'.repeat(10), '٣']) {
    assert.equal(readNumbers(typed), null, typed)
  }
})

test('a source keeps its name on one line, and its address where it has one', () => {
  const typed = { ...noCauses, citation: '  Code\n  civil ', link: ' ', erratum: true }
  assert.deepEqual(causesOf(typed), [
    { kind: 'source', citation: 'Code civil', link: null },
    { kind: 'erratum' },
  ])
})

test('an address alone is no cause, and says what it lacks', () => {
  const typed = { ...noCauses, link: 'https://example.org', reason: 'Parce que.' }
  const problems = checkCauses(typed, { reportId: 1, candidates: [] })
  assert.deepEqual(problems, [{ code: 'no-citation', number: null }])
})

test('a contribution is a cause only of its own report, while it is public and not declined', () => {
  const known = { reportId: 1, state: 'published', declined: false } as const
  const candidates = [
    { ...known, number: 1 },
    { ...known, number: 2, reportId: 2 },
    { ...known, number: 3, state: 'withheld' as const },
    { ...known, number: 4, declined: true },
  ]
  const typed = { ...noCauses, contributions: '1 2 3 4 5', reason: 'Parce que.' }
  assert.deepEqual(checkCauses(typed, { reportId: 1, candidates }), [
    { code: 'contribution-elsewhere', number: 2 },
    { code: 'contribution-withheld', number: 3 },
    { code: 'contribution-declined', number: 4 },
    { code: 'contribution-unknown', number: 5 },
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding, Result } from './audit.ts'
import { conformityOf, countCriteria, endOfValidity, meanRateOf, rateOf } from './conformity.ts'

const found = (page: number, criterion: string, result: Result): Finding => ({
  page,
  criterion,
  result,
  note: '',
  derogation: '',
  remedyOn: null,
})

test('a criterion is respected on every page that it applies to, or it is not', () => {
  const findings = [
    found(1, '1.1', 'conforming'),
    found(2, '1.1', 'conforming'),
    found(1, '1.2', 'conforming'),
    found(2, '1.2', 'not-conforming'),
    found(1, '1.3', 'not-applicable'),
    found(2, '1.3', 'conforming'),
    found(1, '1.4', 'not-applicable'),
    found(2, '1.4', 'not-applicable'),
  ]
  assert.deepEqual(countCriteria(findings), { respected: 2, applicable: 3 })
  assert.equal(rateOf(countCriteria(findings)), 66.6)
  // One of two, and two of three.
  assert.equal(meanRateOf(findings), 83.3)
  assert.equal(meanRateOf([found(1, '1.1', 'not-applicable')]), null)
})

test('a derogation does not make accessible what is not', () => {
  const claimed = { ...found(1, '1.1', 'not-conforming'), derogation: 'Trop cher.' }
  assert.deepEqual(countCriteria([claimed, found(1, '1.2', 'conforming')]), {
    respected: 1,
    applicable: 2,
  })
})

test('what is not all never looks like all, and nothing is nothing', () => {
  assert.equal(rateOf({ respected: 9999, applicable: 10000 }), 99.9)
  assert.equal(rateOf({ respected: 106, applicable: 106 }), 100)
  assert.equal(rateOf({ respected: 0, applicable: 0 }), 0)
})

const of = (respected: number, applicable: number, today = '2026-11-27') =>
  conformityOf({ auditedOn: '2026-01-15', respected, applicable }, today)

test('total is all, partial is half at least, and without a valid audit it is none', () => {
  assert.equal(of(70, 70), 'total')
  assert.equal(of(69, 70), 'partial')
  assert.equal(of(35, 70), 'partial')
  assert.equal(of(34, 70), 'none')
  assert.equal(of(0, 0), 'none')
  assert.equal(conformityOf(undefined, '2026-11-27'), 'none')
  assert.equal(endOfValidity('2026-01-15'), '2029-01-15')
  assert.equal(of(70, 70, '2029-01-14'), 'total')
  assert.equal(of(70, 70, '2029-01-15'), 'none')
})

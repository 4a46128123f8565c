import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInParis, nextMidnightInParis } from './paris-days.ts'

test('a day begins in Paris an hour before it does in UTC, in summer two', () => {
  assert.equal(dayInParis(new Date('2027-01-30T22:59:59.999Z')), '2027-01-30')
  assert.equal(dayInParis(new Date('2027-01-30T23:00:00.000Z')), '2027-01-31')
  assert.equal(dayInParis(new Date('2027-07-30T21:59:59.999Z')), '2027-07-30')
  assert.equal(dayInParis(new Date('2027-07-30T22:00:00.000Z')), '2027-07-31')
  assert.equal(dayInParis(new Date('1901-02-03T12:00:00.000Z')), '1901-02-03')
})

test('the next midnight is the first moment of the next day, also when the clocks change', () => {
  for (const moment of [
    '2027-01-30T12:00:00.000Z',
    '2027-01-30T23:00:00.000Z',
    '2027-07-30T21:59:59.999Z',
    '2027-03-27T23:30:00.000Z',
    '2027-03-28T12:00:00.000Z',
    '2027-10-30T22:30:00.000Z',
    '2027-10-31T12:00:00.000Z',
    '2027-12-31T22:59:59.999Z',
  ]) {
    const now = new Date(moment)
    const midnight = nextMidnightInParis(now)
    const before = new Date(midnight.getTime() - 1)
    assert.ok(midnight > now, moment)
    assert.equal(dayInParis(before), dayInParis(now), moment)
    assert.ok(dayInParis(midnight) > dayInParis(now), moment)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayBefore, digestDay, lastWeekdays } from './cadence.ts'

test('a day’s digests are made from seven in Paris on, in winter and in summer', () => {
  assert.equal(digestDay(new Date('2027-01-13T05:59:59Z')), '2027-01-12')
  assert.equal(digestDay(new Date('2027-01-13T06:00:00Z')), '2027-01-13')
  assert.equal(digestDay(new Date('2027-07-14T04:59:59Z')), '2027-07-13')
  assert.equal(digestDay(new Date('2027-07-14T05:00:00Z')), '2027-07-14')
})

test('on the days when clocks change it is seven once, by the clock of Paris', () => {
  // On 28 March 2027 two o'clock becomes three; on 31 October three becomes two.
  assert.equal(digestDay(new Date('2027-03-28T04:59:00Z')), '2027-03-27')
  assert.equal(digestDay(new Date('2027-03-28T05:00:00Z')), '2027-03-28')
  assert.equal(digestDay(new Date('2027-10-31T05:59:00Z')), '2027-10-30')
  assert.equal(digestDay(new Date('2027-10-31T06:00:00Z')), '2027-10-31')
})

test('a weekly digest is of the last day of that name, today’s from seven on', () => {
  // A Wednesday.
  const days = lastWeekdays(new Date('2027-01-13T08:00:00Z'))
  assert.deepEqual(days, [
    '2027-01-11',
    '2027-01-12',
    '2027-01-13',
    '2027-01-07',
    '2027-01-08',
    '2027-01-09',
    '2027-01-10',
  ])
  assert.equal(lastWeekdays(new Date('2027-01-13T05:00:00Z'))[2], '2027-01-06')
})

test('weeks go on across the change of clocks and of years', () => {
  assert.equal(lastWeekdays(new Date('2027-03-29T12:00:00Z'))[6], '2027-03-28')
  assert.equal(lastWeekdays(new Date('2028-01-01T12:00:00Z'))[0], '2027-12-27')
  assert.equal(dayBefore(new Date('2028-01-01T12:00:00Z')), '2027-12-31')
})

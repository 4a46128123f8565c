import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contestUntil } from './contest.ts'

const until = (told: string) => contestUntil(new Date(told)).toISOString()

test('a decision can be contested to the end of the same day six months later, in Paris', () => {
  assert.equal(until('2026-03-15T10:00:00Z'), '2026-09-15T21:59:59.000Z')
  assert.equal(until('2026-07-01T10:00:00Z'), '2027-01-01T22:59:59.000Z')
  // In Paris it is the next day already.
  assert.equal(until('2026-03-15T23:30:00Z'), '2026-09-16T21:59:59.000Z')
})

test('where the month has no such day, to the end of its last', () => {
  assert.equal(until('2026-08-31T10:00:00Z'), '2027-02-28T22:59:59.000Z')
  assert.equal(until('2027-08-31T10:00:00Z'), '2028-02-29T22:59:59.000Z')
  assert.equal(until('2026-12-31T10:00:00Z'), '2027-06-30T21:59:59.000Z')
})

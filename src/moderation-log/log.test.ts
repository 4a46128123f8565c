import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byWeek, delayOf, sumUpDelays } from './log.ts'
import { writeCsv } from './write-log.ts'

test('a median is a delay that at least half of all do not exceed, a 90th percentile nine in ten', () => {
  assert.equal(sumUpDelays([]), null)
  assert.deepEqual(sumUpDelays([5]), { count: 1, median: 5, ninth: 5, longest: 5 })
  assert.deepEqual(sumUpDelays([4, 1, 3, 2]), { count: 4, median: 2, ninth: 4, longest: 4 })
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
  assert.deepEqual(sumUpDelays(hundred), { count: 100, median: 50, ninth: 90, longest: 100 })
})

test('a delay counts from when it was held back, and there is none where nothing waited', () => {
  const at = new Date('2026-03-02T12:00:00Z')
  assert.equal(delayOf({ at, receivedAt: new Date('2026-03-01T12:00:00Z') }), 24)
  assert.equal(delayOf({ at, receivedAt: null }), null)
})

test('each decision is in one week, and a week without any is there too', () => {
  const now = new Date('2026-06-30T12:00:00Z')
  const before = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000)
  const weeks = byWeek(
    [
      { at: now, hours: 1 },
      { at: before(7), hours: 9 },
      { at: before(90), hours: 2 },
      { at: before(92), hours: 99 },
    ],
    now,
  )
  assert.equal(weeks.length, 13)
  assert.deepEqual(
    weeks.map(({ delays }) => delays?.longest ?? 0),
    [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 1],
  )
})

test('no cell of the download is taken for a formula, and quotes and commas stand in one cell', () => {
  const at = new Date('2026-03-02T12:00:00Z')
  const nothing = {
    held: null,
    version: null,
    rule: null,
    role: null,
    receivedAt: null,
    days: null,
    banned: null,
    became: null,
  }
  const law = '=HYPERLINK("https://example.org", 1)'
  const entry = { ...nothing, id: 1, at, outcome: 'cut' as const, number: 3, readable: true, law }
  const [, line = ''] = writeCsv([entry]).split('\r\n')
  assert.equal(line, `${at.toISOString()},cut,3,,,,"'=HYPERLINK(""https://example.org"", 1)",,,,,,`)
})

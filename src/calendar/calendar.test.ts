import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldEarlier, lastDayOf, tellLife, tellOpenNow, type PublishedEdition } from './calendar.ts'
import type { EventFacts } from './event.ts'

const unsaid = { edition: null, label: null, byWhom: null, link: null }

function on(day: string, said: Partial<EventFacts> = {}): EventFacts {
  return { kind: 'presented', day, precision: 'day', ...unsaid, ...said }
}

const inMonth = (day: string, said: Partial<EventFacts> = {}) =>
  on(day, { precision: 'month', ...said })
const planned = (day: string, edition: number, said: Partial<EventFacts> = {}) =>
  on(day, { kind: 'edition-planned', edition, ...said })
const until = (day: string, said: Partial<EventFacts> = {}) =>
  on(day, { kind: 'contributions-until', ...said })
const published = (number: number, day: string): PublishedEdition => ({
  number,
  day,
  byWhom: 'Salomé',
})

const daysOf = (events: readonly { day: string }[]) => events.map(({ day }) => day)

test('a month is over when its last day is, and a year too', () => {
  assert.equal(lastDayOf(inMonth('2028-02-01')), '2028-02-29')
  assert.equal(lastDayOf(inMonth('2027-02-01')), '2027-02-28')
  assert.equal(lastDayOf(on('2027-01-01', { precision: 'year' })), '2027-12-31')
  const month = [inMonth('2027-03-01')]
  assert.equal(tellLife(month, [], '2027-02-28').ahead.length, 1)
  assert.equal(tellLife(month, [], '2027-03-01').now.length, 1)
  assert.equal(tellLife(month, [], '2027-03-31').now.length, 1)
  assert.equal(tellLife(month, [], '2027-04-01').past.length, 1)
})

test('dates stand in the order of time, editions among them by their own day', () => {
  const events = [
    on('2027-05-02'),
    on('2026-01-10'),
    inMonth('2026-01-01'),
    on('2026-01-01', { precision: 'year' }),
    on('2026-01-01'),
    on('2026-06-01'),
  ]
  const { past, now, ahead } = tellLife(events, [published(1, '2026-03-01')], '2027-01-01')
  assert.deepEqual(
    past.map(({ day, precision, kind }) => `${day} ${kind === 'presented' ? precision : kind}`),
    [
      '2026-01-01 year',
      '2026-01-01 month',
      '2026-01-01 day',
      '2026-01-10 day',
      '2026-03-01 edition-published',
      '2026-06-01 day',
    ],
  )
  assert.deepEqual([now.length, daysOf(ahead)], [0, ['2027-05-02']])
})

test('an edition that came takes the place of its plan, also on its day', () => {
  const plans = [planned('2027-03-01', 2, { precision: 'month' }), planned('2027-09-01', 3)]
  const life = tellLife(plans, [published(2, '2027-03-20')], '2027-03-20')
  assert.deepEqual(
    life.past.map(({ kind }) => kind),
    ['edition-published'],
  )
  assert.deepEqual([life.now.length, daysOf(life.ahead)], [0, ['2027-09-01']])
})

test('what is open now is the next date that comes, that day included', () => {
  const events = [until('2027-01-30'), until('2027-09-30'), planned('2027-03-01', 3)]
  const editions = [published(1, '2026-01-01'), published(2, '2026-06-01')]
  const seen = (today: string) => tellOpenNow(events, editions, today)
  assert.deepEqual(seen('2027-01-30').until, { day: '2027-01-30', precision: 'day', over: false })
  assert.equal(seen('2027-01-31').until?.day, '2027-09-30')
  const { planned: next } = seen('2027-03-01')
  assert.deepEqual(next, { day: '2027-03-01', precision: 'day', over: false, edition: 3 })
})

test('what lies behind is said as such, until an edition has come since', () => {
  const events = [until('2027-01-30'), planned('2027-03-01', 2)]
  const late = tellOpenNow(events, [published(1, '2026-01-01')], '2027-04-01')
  assert.deepEqual([late.until?.over, late.planned?.over], [true, true])
  const since = tellOpenNow(
    events,
    [published(2, '2027-03-25'), published(1, '2026-01-01')],
    '2027-04-01',
  )
  assert.deepEqual(since, { until: null, planned: null })
  assert.deepEqual(tellOpenNow([], [], '2027-04-01'), { until: null, planned: null })
})

function folded(events: EventFacts[]): number[] {
  const { earlier, recent } = foldEarlier(tellLife(events, [], '2027-01-01'))
  return [earlier.length, recent.length]
}

test('of many dates the oldest fold away, never what is to come', () => {
  const past = Array.from({ length: 9 }, (_, at) => on(`2026-01-0${at + 1}`))
  const ahead = Array.from({ length: 4 }, (_, at) => on(`2028-01-0${at + 1}`))
  assert.deepEqual(folded([...past, ...ahead]), [6, 3])
  assert.deepEqual(folded(past.slice(0, 7)), [0, 7])
  assert.deepEqual(folded(past.slice(0, 8)), [0, 8], 'one line would open one line')
  assert.deepEqual(folded(past), [2, 7])
  assert.deepEqual(folded([...past, ...ahead, ...ahead]), [7, 2])
})

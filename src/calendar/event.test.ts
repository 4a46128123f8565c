import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  eventLimits,
  nothingTyped,
  readEvent,
  sameEvent,
  typedOf,
  type EventFacts,
  type TypedEvent,
} from './event.ts'

const handedOver: TypedEvent = {
  ...nothingTyped,
  kind: 'handed-over',
  day: '3',
  month: '7',
  year: '2018',
}

function read(typed: Partial<TypedEvent>, latest = 0) {
  return readEvent({ ...handedOver, ...typed }, { latest })
}

function problemsOf(typed: Partial<TypedEvent>, latest = 0): string[] {
  const { ok, ...rest } = read(typed, latest)
  return 'problems' in rest ? rest.problems : [String(ok)]
}

function eventOf(typed: Partial<TypedEvent>): EventFacts {
  const done = read(typed)
  assert.ok(done.ok)
  return done.event
}

test('a date is a day, a month without its day, or a year without its month', () => {
  const dates = [
    { typed: {}, day: '2018-07-03', precision: 'day' },
    { typed: { day: '' }, day: '2018-07-01', precision: 'month' },
    { typed: { day: '', month: ' ' }, day: '2018-01-01', precision: 'year' },
    { typed: { day: '29', month: '02', year: '2028' }, day: '2028-02-29', precision: 'day' },
  ]
  for (const { typed, ...date } of dates) {
    const { day, precision } = eventOf(typed)
    assert.deepEqual({ day, precision }, date)
  }
})

test('what is no date of the calendar is refused, and says what is wrong with it', () => {
  const refused = [
    [{ day: '31', month: '2' }, 'no-such-date'],
    [{ day: '29', month: '2', year: '2027' }, 'no-such-date'],
    [{ day: '0' }, 'no-such-date'],
    [{ month: '13' }, 'no-such-date'],
    [{ month: 'juillet' }, 'no-such-date'],
    [{ day: '-3' }, 'no-such-date'],
    [{ day: '3e2' }, 'no-such-date'],
    [{ month: '' }, 'no-month'],
    [{ year: '' }, 'no-year'],
    [{ year: '99999' }, 'year-unreadable'],
    [{ year: '1899' }, 'year-unreadable'],
    [{ year: '18' }, 'year-unreadable'],
    [{ year: '0000' }, 'year-unreadable'],
  ] as const
  for (const [typed, problem] of refused) {
    assert.deepEqual(problemsOf(typed), [problem], JSON.stringify(typed))
  }
})

test('a meeting and anything else say what they are, and nothing is longer than readers would read', () => {
  assert.deepEqual(problemsOf({ kind: 'meeting' }), ['no-label'])
  assert.deepEqual(problemsOf({ kind: 'other', label: ' \u200B ' }), ['no-label'])
  assert.equal(eventOf({ kind: 'other', label: ' Un  mot\n de plus ' }).label, 'Un mot de plus')
  assert.equal(eventOf({ byWhom: ' ' }).byWhom, null)
  const full = { label: 'x'.repeat(eventLimits.label), byWhom: 'y'.repeat(eventLimits.byWhom) }
  assert.equal(eventOf(full).label, full.label)
  assert.deepEqual(problemsOf({ label: `${full.label}x`, byWhom: `${full.byWhom}y` }), [
    'label-too-long',
    'by-whom-too-long',
  ])
  assert.deepEqual(problemsOf({ kind: null, year: '' }), ['no-kind', 'no-year'])
})

test('a source is an address of the web', () => {
  assert.equal(eventOf({ link: ' https://example.org/a ' }).link, 'https://example.org/a')
  for (const link of ['javascript:alert(1)', 'JaVaScript://x/%0aalert(1)', 'ftp://x', 'a b']) {
    assert.deepEqual(problemsOf({ link }), ['link-unreadable'], link)
  }
  const long = 'https://example.org/'.padEnd(eventLimits.link + 1, 'x')
  assert.deepEqual(problemsOf({ link: long }), ['link-too-long'])
})

test('a planned edition has the number of one that is not out yet, and nothing else has one', () => {
  const planned = { kind: 'edition-planned', edition: '3' } as const
  assert.equal(eventOf(planned).edition, 3)
  assert.deepEqual(problemsOf(planned, 3), ['edition-published'])
  for (const edition of ['', '0', '-1', '3.5', '1e3', '99999999999']) {
    assert.deepEqual(problemsOf({ ...planned, edition }), ['edition-unreadable'], edition)
  }
  assert.equal(eventOf({ edition: 'anything' }).edition, null)
})

test('what was read is typed again as it was', () => {
  for (const typed of [
    {},
    { day: '' },
    { day: '', month: '' },
    { kind: 'edition-planned', edition: '3', label: 'Un mot', byWhom: 'Nour' } as const,
  ]) {
    const event = eventOf(typed)
    assert.deepEqual(typedOf(event), { ...handedOver, ...typed })
    assert.ok(sameEvent(event, eventOf(typed)))
    assert.ok(!sameEvent(event, eventOf({ ...typed, year: '2019' })))
  }
  assert.ok(!sameEvent(eventOf({ day: '1', month: '1' }), eventOf({ day: '', month: '' })))
})

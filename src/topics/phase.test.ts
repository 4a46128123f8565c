import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  daysOpen,
  deedOf,
  openPhase,
  readPhase,
  stateOf,
  topicStateOf,
  type Phase,
} from './phase.ts'

const phase = (opensOn: string, closesOn: string, changed: Partial<Phase> = {}): Phase => ({
  number: 1,
  label: null,
  prompt: null,
  opensOn,
  closesOn,
  closedAt: null,
  revision: 1,
  ...changed,
})
const autumn = phase('2027-10-01', '2027-10-31')

test('a phase is open from its first day to its last, both included', () => {
  const states = ['2027-09-30', '2027-10-01', '2027-10-31', '2027-11-01'].map((day) =>
    stateOf(autumn, day),
  )
  assert.deepEqual(states, ['ahead', 'open', 'open', 'over'])
  const closed = phase('2027-10-01', '2027-10-09', { closedAt: new Date('2027-10-09T09:00Z') })
  assert.equal(stateOf(closed, '2027-10-09'), 'over')
  assert.equal(openPhase([closed, autumn], '2027-10-09'), autumn)
  assert.equal(openPhase([closed], '2027-10-09'), undefined)
})

test('a topic is open, to come or over as its phases are', () => {
  const spring = phase('2028-03-01', '2028-03-31')
  assert.equal(topicStateOf([autumn, spring], '2027-10-05'), 'open')
  assert.equal(topicStateOf([autumn, spring], '2027-12-05'), 'ahead')
  assert.equal(topicStateOf([autumn, spring], '2028-12-05'), 'over')
  assert.equal(topicStateOf([], '2028-12-05'), 'ahead')
})

test('days open are those on which something could be said', () => {
  const spring = phase('2028-03-01', '2028-03-31')
  const open = (published: string, today: string) => daysOpen([autumn, spring], published, today)
  assert.equal(open('2027-01-01', '2027-09-30'), 0)
  assert.equal(open('2027-01-01', '2027-10-01'), 1)
  assert.equal(open('2027-01-01', '2027-12-25'), 31)
  assert.equal(open('2027-10-20', '2027-12-25'), 12)
  assert.equal(open('2027-01-01', '2028-03-02'), 33)
  assert.equal(open('2027-11-05', '2028-03-02'), 2)
})

const typed = (opensOn: string, closesOn: string) => ({ label: '', prompt: ' ', opensOn, closesOn })
const known = { others: [] as Phase[], before: null as Phase | null, today: '2027-10-05' }
const problemsOf = (typing: ReturnType<typeof typed>, changed: Partial<typeof known> = {}) => {
  const read = readPhase(typing, { ...known, ...changed })
  return read.ok ? [] : read.problems
}

test('days are read as browsers send them, and as people type them', () => {
  const read = readPhase(typed('5/10/2027', '2027-11-30'), known)
  assert.deepEqual(read, {
    ok: true,
    phase: { label: null, prompt: null, opensOn: '2027-10-05', closesOn: '2027-11-30' },
  })
  for (const unreadable of ['2027-02-31', '31/02/2027', '2027-10', '27-10-05', '99999-01-01', 'x'])
    assert.deepEqual(problemsOf(typed(unreadable, '2027-11-30')), ['opening-unreadable'])
  assert.deepEqual(problemsOf(typed('', '')), ['no-opening', 'no-closing'])
})

test('what was promised is kept: what has begun keeps its first day, and nothing ends before today', () => {
  assert.deepEqual(problemsOf(typed('2027-10-04', '2027-10-09')), ['opens-in-the-past'])
  assert.deepEqual(problemsOf(typed('2027-10-09', '2027-10-08')), ['closes-before-it-opens'])
  const before = autumn
  assert.deepEqual(problemsOf(typed('2027-10-02', '2027-10-31'), { before }), ['opened-already'])
  assert.deepEqual(problemsOf(typed('2027-10-01', '2027-10-04'), { before }), [
    'closes-in-the-past',
  ])
  assert.deepEqual(problemsOf(typed('2027-10-01', '2027-10-05'), { before }), [])
  const past = phase('2027-08-01', '2027-08-31')
  assert.deepEqual(problemsOf(typed('2027-08-01', '2027-08-31'), { before: past }), [])
  assert.deepEqual(problemsOf(typed('2027-08-01', '2027-12-31'), { before: past }), [])
})

test('phases of a topic do not overlap, not even by a day', () => {
  const others = [phase('2027-11-01', '2027-11-30', { number: 2 })]
  assert.deepEqual(problemsOf(typed('2027-10-05', '2027-11-01'), { others }), ['phases-overlap'])
  assert.deepEqual(problemsOf(typed('2027-11-30', '2027-12-01'), { others }), ['phases-overlap'])
  assert.deepEqual(problemsOf(typed('2027-10-05', '2027-10-31'), { others }), [])
})

const to = (opensOn: string, closesOn: string, today: string) =>
  deedOf(autumn, { label: null, prompt: null, opensOn, closesOn }, today)

test('a change of dates is called by what it is to those who had been told others', () => {
  assert.equal(to('2027-10-01', '2027-10-31', '2027-10-05'), null)
  assert.equal(to('2027-10-01', '2027-11-30', '2027-10-05'), 'prolonged')
  assert.equal(to('2027-10-01', '2027-10-20', '2027-10-05'), 'shortened')
  assert.equal(to('2027-10-10', '2027-10-31', '2027-09-05'), 'moved')
  assert.equal(to('2027-10-01', '2027-12-31', '2027-11-05'), 'reopened')
})

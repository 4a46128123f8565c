import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markOf, planHandOver, type TypedHandOver } from './hand-over.ts'
import { checkMandate, overlap, stateOf, type Mandate, type Member } from './mandate.ts'
import { confirmsOffice, type Speaking } from './speaking.ts'

/** In Paris it is 1 December, eleven in the morning. */
const now = new Date('2026-12-01T10:00:00Z')
const typed = (said: object = {}) => ({ role: 'representative', from: '', until: '', ...said })

function problemsOf(said: object): string[] {
  const checked = checkMandate(typed(said), now)
  return checked.ok ? [] : checked.problems
}

test('a mandate holds for whole days in Paris, and from now where it begins today', () => {
  const spanOf = (said: object) => {
    const checked = checkMandate(typed(said), now)
    assert.ok(checked.ok)
    return [checked.mandate.from.toISOString(), checked.mandate.until?.toISOString()]
  }
  assert.deepEqual(spanOf({}), [now.toISOString(), undefined])
  assert.deepEqual(spanOf({ from: '2026-12-01' }), [now.toISOString(), undefined])
  assert.deepEqual(spanOf({ from: '2026-12-02', until: '30/6/2032' }), [
    '2026-12-01T23:00:00.000Z',
    '2032-06-30T22:00:00.000Z',
  ])
  assert.deepEqual(spanOf({ until: '2026-12-01' })[1], '2026-12-01T23:00:00.000Z')
})

test('what is no mandate is refused, each with its reason', () => {
  assert.deepEqual(problemsOf({ role: 'administrator' }), ['no-role'])
  assert.deepEqual(problemsOf({ from: '31/02/2027' }), ['from-unreadable'])
  assert.deepEqual(problemsOf({ from: '2026-11-30' }), ['from-past'])
  assert.deepEqual(problemsOf({ until: 'bientôt' }), ['until-unreadable'])
  assert.deepEqual(problemsOf({ until: '2026-11-30' }), ['until-past'])
  assert.deepEqual(problemsOf({ from: '2027-02-01', until: '2027-01-31' }), ['until-before-from'])
  assert.deepEqual(problemsOf({ from: '2027-02-01', until: '2027-02-01' }), [])
})

test('a mandate holds from its first moment to before its last', () => {
  const span = { from: now, until: new Date(now.getTime() + 1000) }
  const at = (milliseconds: number) => stateOf(span, new Date(now.getTime() + milliseconds))
  assert.deepEqual([at(-1), at(0), at(999), at(1000)], ['ahead', 'now', 'now', 'over'])
  assert.equal(stateOf({ from: now, until: null }, now), 'now')
})

const day = (n: number) => new Date(Date.UTC(2027, 0, n))
const span = (from: number, until: number | null) => ({
  from: day(from),
  until: until === null ? null : day(until),
})

test('two that follow each other do not overlap', () => {
  assert.ok(!overlap(span(1, 2), span(2, 3)))
  assert.ok(!overlap(span(2, null), span(1, 2)))
  assert.ok(overlap(span(1, 3), span(2, 4)))
  assert.ok(overlap(span(1, null), span(5, 6)))
})

const member = (id: number, since: Date | null = now): Member => ({
  id,
  organisationId: 1,
  personId: id * 10,
  name: `Membre ${id}`,
  pseudonym: `p${id}`,
  askedAt: now,
  since,
  office: null,
})
const mandate = (id: number, of: number, said: Partial<Mandate> = {}): Mandate => ({
  id,
  personId: of * 10,
  name: `Membre ${of}`,
  role: 'representative',
  from: new Date('2026-01-01T00:00:00Z'),
  until: null,
  ...said,
})
const plan = (said: Partial<TypedHandOver>, mandates: Mandate[] = []) =>
  planHandOver(
    { successor: '2', from: '2027-01-01', until: '', ...said },
    { members: [member(1), member(2), member(3, null)], mandates, now },
  )

test('a hand-over ends what holds on its day, of everybody, and leaves the rest', () => {
  const at = new Date('2026-12-31T23:00:00Z')
  const planned = plan({}, [
    mandate(1, 1),
    mandate(2, 1, { role: 'organisation-lead', until: new Date('2028-01-01T00:00:00Z') }),
    mandate(3, 2),
    mandate(4, 1, { until: new Date('2026-12-15T00:00:00Z') }),
    mandate(5, 1, { from: at }),
    mandate(6, 1, { until: at }),
  ])
  assert.ok(planned.ok)
  assert.deepEqual(planned.plan.at, at)
  assert.deepEqual(
    planned.plan.ending.map(({ id }) => id),
    [1, 2, 3],
  )
  assert.deepEqual(planned.plan.given, ['representative', 'organisation-lead'])
})

test('a successor is not given what they have from then on already', () => {
  const later = { from: new Date('2027-02-01T00:00:00Z') }
  const planned = plan({}, [mandate(1, 1), mandate(2, 2, later)])
  assert.ok(planned.ok)
  assert.deepEqual(planned.plan.given, ['organisation-lead'])
})

const problemsIn = (said: Partial<TypedHandOver>) => {
  const planned = plan(said)
  return planned.ok ? [] : planned.problems
}

test('a hand-over needs a member and a day to come', () => {
  assert.deepEqual(problemsIn({ successor: '3' }), ['no-successor'])
  assert.deepEqual(problemsIn({ successor: '', from: '' }), ['no-successor', 'no-day'])
  assert.deepEqual(problemsIn({ from: '2026-12-01' }), ['from-today'])
  assert.deepEqual(problemsIn({ from: '2026-11-01' }), ['from-past'])
  assert.deepEqual(problemsIn({ until: '2026-12-31' }), ['until-before-from'])
})

const mark = (mandates: Mandate[]) => {
  const planned = plan({}, mandates)
  assert.ok(planned.ok)
  return markOf(planned.plan)
}

test('another plan than the one that was shown has another mark', () => {
  assert.equal(mark([mandate(1, 1)]), mark([mandate(1, 1)]))
  assert.notEqual(mark([mandate(1, 1)]), mark([mandate(1, 1), mandate(2, 2)]))
})

const speaking = (said: Partial<Speaking> = {}): Speaking => ({
  id: 1,
  slug: 's',
  name: 'S',
  helixSide: 'political',
  publicBody: true,
  verified: true,
  from: now,
  until: null,
  office: { kind: 'elected', title: 'maire' },
  ...said,
})

test('an office is confirmed by a verified public body that says the same, and by nobody else', () => {
  const office = { kind: 'elected' as const, title: 'Maire' }
  assert.ok(confirmsOffice(office, [speaking()]))
  assert.ok(!confirmsOffice(office, []))
  assert.ok(!confirmsOffice(office, [speaking({ verified: false })]))
  assert.ok(!confirmsOffice(office, [speaking({ publicBody: false })]))
  assert.ok(!confirmsOffice(office, [speaking({ office: null })]))
  assert.ok(!confirmsOffice(office, [speaking({ office: { kind: 'official', title: 'maire' } })]))
})

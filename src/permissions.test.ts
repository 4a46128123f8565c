import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  actions,
  authorize,
  can,
  operator,
  visitor,
  type Action,
  type Actor,
} from './permissions.ts'
import { NotFound, SignInNeeded } from './platform/http/problems.ts'

const person = (grants: Actor['grants']): Actor => ({
  kind: 'person',
  personId: 1,
  pseudonym: 'p',
  grants,
})

const here = { reportId: 7 }
const actors = {
  visitor,
  contributor: person([]),
  rapporteur: person([{ role: 'rapporteur', reportId: 7 }]),
  'editor-in-chief': person([{ role: 'editor-in-chief', reportId: 7 }]),
  'editor of another report': person([{ role: 'editor-in-chief', reportId: 8 }]),
  operator,
}

/** Written out once more, by hand: who may do what. */
const expected: Record<Action, (keyof typeof actors)[]> = {
  'report.import': ['rapporteur', 'editor-in-chief', 'operator'],
  'consultation.import': ['operator'],
  'contribution.submit': [
    'contributor',
    'rapporteur',
    'editor-in-chief',
    'editor of another report',
  ],
  'contribution.support': [
    'contributor',
    'rapporteur',
    'editor-in-chief',
    'editor of another report',
  ],
  'contribution.revise': [],
  'contribution.withdraw': [],
  'contribution.withhold': ['rapporteur', 'editor-in-chief'],
  'calendar.keep': ['rapporteur', 'editor-in-chief', 'operator'],
  'workshop.open': ['rapporteur', 'editor-in-chief'],
  'contribution.answer': ['rapporteur', 'editor-in-chief'],
  'text.change': ['rapporteur', 'editor-in-chief'],
  'anchor.decide': ['rapporteur', 'editor-in-chief'],
  'edition.publish': ['editor-in-chief'],
  'role.grant': ['operator'],
  'demonstration.fill': ['operator'],
}

test('each action is open to whom it is meant for, and to nobody else', () => {
  for (const [action, allowed] of Object.entries(expected)) {
    for (const [name, actor] of Object.entries(actors)) {
      const may = can(actor, actionNamed(action), here)
      assert.equal(
        may,
        allowed.some((other) => other === name),
        `${name}: ${action}`,
      )
    }
  }
})

test('only its author revises and withdraws a contribution', () => {
  for (const action of ['contribution.revise', 'contribution.withdraw'] as const) {
    assert.ok(can(person([]), action, { ...here, authorId: 1 }))
    assert.ok(!can(person([]), action, { ...here, authorId: 2 }))
    assert.ok(!can(actors['editor-in-chief'], action, { ...here, authorId: 2 }))
    assert.ok(!can(visitor, action, { ...here, authorId: 1 }))
  }
})

test('every action of the table is expected here', () => {
  assert.deepEqual(Object.keys(expected), actions)
})

test('a visitor is asked to sign in; what another may not do is not found', () => {
  assert.throws(() => authorize(visitor, 'workshop.open', here), SignInNeeded)
  assert.throws(() => authorize(actors.contributor, 'workshop.open', here), NotFound)
  assert.equal(authorize(actors.rapporteur, 'workshop.open', here), 'rapporteur')
})

test('a granted role says nothing where no report is concerned', () => {
  assert.equal(can(actors.rapporteur, 'workshop.open', null), false)
})

function actionNamed(name: string): Action {
  const found = Object.keys(expected).find((action): action is Action => action === name)
  assert.ok(found)
  return found
}

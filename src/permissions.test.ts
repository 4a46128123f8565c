import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  actions,
  authorize,
  can,
  operator,
  organisationScope,
  reportScope,
  visitor,
  wholeSite,
  type Action,
  type Actor,
  type GrantedRole,
  type Scope,
} from './permissions.ts'
import { Banned, NotFound, SignInNeeded } from './platform/http/problems.ts'

const person = (grants: Actor['grants'], bans: Actor['bans'] = []): Actor => ({
  kind: 'person',
  personId: 1,
  pseudonym: 'p',
  grants,
  bans,
})
const banned = (scope: Scope = reportScope(7)) => person([], [{ id: 3, scope }])

const here = { reportId: 7, organisationId: 7 }
const holding = (role: GrantedRole, scope: Scope = reportScope(7)) => person([{ role, scope }])

const actors = {
  reader: visitor,
  contributor: person([]),
  'banned here': banned(),
  'banned from the site': banned(wholeSite),
  'banned elsewhere': banned(reportScope(8)),
  clerk: holding('clerk'),
  moderator: holding('moderator'),
  'moderator of the site': holding('moderator', wholeSite),
  rapporteur: holding('rapporteur'),
  'editor-in-chief': holding('editor-in-chief'),
  'editor of another report': holding('editor-in-chief', reportScope(8)),
  guarantor: holding('guarantor'),
  administrator: holding('administrator', wholeSite),
  representative: holding('representative', organisationScope(7)),
  'organisation-lead': holding('organisation-lead', organisationScope(7)),
  'lead of another organisation': holding('organisation-lead', organisationScope(8)),
  operator,
}

type Somebody = keyof typeof actors

const moderators: Somebody[] = ['moderator', 'moderator of the site']
const editors: Somebody[] = ['rapporteur', 'editor-in-chief']
/** Whoever may take part here. */
const signedIn: Somebody[] = [
  'contributor',
  'banned elsewhere',
  'clerk',
  ...moderators,
  ...editors,
  'editor of another report',
  'guarantor',
  'administrator',
  'representative',
  'organisation-lead',
  'lead of another organisation',
]

/** Written out once more, by hand: who may do what. */
const expected: Record<Action, Somebody[]> = {
  'report.import': [...editors, 'operator'],
  'consultation.import': ['operator'],
  'contribution.submit': signedIn,
  'contribution.support': signedIn,
  'support.withdraw': [...signedIn, 'banned here', 'banned from the site'],
  'contribution.revise': [],
  'contribution.withdraw': [],
  'contribution.read-pending': [...moderators, ...editors],
  'contribution.moderate': [...moderators, ...editors],
  'statement.read': [...moderators, ...editors, 'guarantor'],
  'warning.give': [...moderators, 'administrator'],
  'ban.set': [...moderators, 'administrator'],
  'ban.read': [...moderators, 'administrator', 'guarantor'],
  'ban.lift': [...moderators, 'administrator'],
  'ban.contest': [],
  'ban.decide-contest': [...moderators, 'administrator'],
  'opinion.publish': ['guarantor'],
  'record.read': ['guarantor'],
  'record.verify': ['guarantor'],
  'flag.decide': [...moderators, ...editors],
  'decision.contest': [],
  'appeal.decide': [...moderators, ...editors, 'guarantor', 'administrator'],
  'moderation.set': ['editor-in-chief'],
  'charter.keep': ['administrator'],
  'terms.accept': [...signedIn, 'banned here', 'banned from the site'],
  'subscription.keep': [...signedIn, 'banned here', 'banned from the site'],
  'terms.keep': ['administrator'],
  'legal-notice.keep': ['administrator'],
  'accessibility.keep': ['administrator'],
  'administration.open': ['administrator'],
  'calendar.keep': ['clerk', ...editors, 'operator'],
  'topic.keep': editors,
  'workshop.open': editors,
  'contribution.answer': editors,
  'group.keep': editors,
  'controversy.keep': editors,
  'text.change': editors,
  'anchor.decide': editors,
  'edition.publish': ['editor-in-chief'],
  'team.read': ['clerk', ...moderators, ...editors, 'guarantor', 'administrator'],
  'team.keep': ['editor-in-chief', 'administrator', 'operator'],
  'role.delegate': ['clerk', ...moderators, ...editors],
  'person.invite': [...editors, 'administrator'],
  'role.grant': ['administrator', 'operator'],
  'true-name.require': ['editor-in-chief'],
  'true-name.read': [...moderators, 'administrator'],
  'person.erase': ['administrator'],
  'organisation.create': signedIn,
  'organisation.join': signedIn,
  'organisation.leave': [...signedIn, 'banned here', 'banned from the site'],
  'organisation.keep': ['organisation-lead', 'administrator'],
  'organisation.prove': ['organisation-lead'],
  'organisation.verify': ['administrator', 'operator'],
  'organisation.speak': ['representative'],
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

test('only its author revises and withdraws a contribution, and contests what hides it', () => {
  for (const action of [
    'contribution.revise',
    'contribution.withdraw',
    'decision.contest',
  ] as const) {
    assert.ok(can(person([]), action, { ...here, authorId: 1 }))
    assert.ok(!can(person([]), action, { ...here, authorId: 2 }))
    assert.ok(!can(actors['editor-in-chief'], action, { ...here, authorId: 2 }))
    assert.ok(!can(visitor, action, { ...here, authorId: 1 }))
  }
})

test('whoever is banned reads, withdraws and contests, and takes part in nothing there', () => {
  for (const actor of [banned(), banned(wholeSite)]) {
    const own = { ...here, authorId: 1 }
    for (const action of [
      'contribution.withdraw',
      'contribution.read-pending',
      'decision.contest',
    ] as const)
      assert.ok(can(actor, action, own), action)
    assert.ok(can(actor, 'statement.read', own))
    assert.ok(can(actor, 'ban.contest', { concernedId: 1 }))
    assert.ok(!can(actor, 'ban.contest', { concernedId: 2 }))
    for (const action of ['contribution.submit', 'contribution.support'] as const)
      assert.throws(() => authorize(actor, action, here), Banned)
    assert.throws(() => authorize(actor, 'contribution.revise', own), Banned)
    assert.throws(() => authorize(actor, 'workshop.open', here), NotFound)
    assert.throws(() => authorize(actor, 'contribution.withdraw', here), NotFound)
  }
  assert.ok(can(banned(), 'organisation.create', null))
  assert.ok(!can(banned(wholeSite), 'organisation.create', null))
  assert.ok(can(banned(), 'contribution.submit', { reportId: 8 }))
})

test('whoever is banned from the whole site acts for no organisation; of a report, for their own', () => {
  const grants = [
    { role: 'organisation-lead' as const, scope: organisationScope(7) },
    { role: 'representative' as const, scope: organisationScope(7) },
  ]
  const shut = person(grants, [{ id: 3, scope: wholeSite }])
  const open = person(grants, [{ id: 3, scope: reportScope(7) }])
  const theirs = { organisationId: 7, memberId: 1 }
  for (const action of [
    'organisation.keep',
    'organisation.prove',
    'organisation.speak',
    'organisation.join',
  ] as const) {
    assert.throws(() => authorize(shut, action, theirs), Banned, action)
    assert.ok(can(open, action, theirs), action)
  }
})

test('the journal says of nobody that they are banned', () => {
  const own = { ...here, authorId: 1 }
  assert.equal(authorize(banned(), 'contribution.withdraw', own), 'author')
  assert.equal(authorize(banned(wholeSite), 'terms.accept', null), 'contributor')
})

test('a member of an organisation proves that it is theirs, and nobody who is none', () => {
  const theirs = { organisationId: 7, memberId: 1 }
  assert.ok(can(person([]), 'organisation.prove', theirs))
  assert.ok(!can(person([]), 'organisation.prove', { organisationId: 7, memberId: null }))
  assert.ok(!can(person([]), 'organisation.prove', { organisationId: 7, memberId: 2 }))
  assert.ok(!can(visitor, 'organisation.prove', { organisationId: 7, memberId: null }))
  assert.ok(!can(person([]), 'organisation.keep', theirs))
})

test('a role of a report says nothing of the organisation with its number, nor the other way round', () => {
  assert.ok(
    !can(holding('organisation-lead', organisationScope(7)), 'organisation.keep', { reportId: 7 }),
  )
  assert.ok(!can(actors['editor-in-chief'], 'edition.publish', { organisationId: 7 }))
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

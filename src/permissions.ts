import { Banned, NotAllowed, SignInNeeded } from './platform/http/problems.ts'

/** Roles that somebody is given, and what each may be given for. */
export const scopesOfRole = {
  clerk: ['report'],
  moderator: ['report', 'site'],
  rapporteur: ['report'],
  'editor-in-chief': ['report'],
  guarantor: ['report'],
  administrator: ['site'],
  representative: ['organisation'],
  'organisation-lead': ['organisation'],
} as const satisfies Record<string, readonly ScopeKind[]>

export type GrantedRole = keyof typeof scopesOfRole
export const grantedRoles = Object.keys(scopesOfRole).filter(isGrantedRole)

export function isGrantedRole(name: string): name is GrantedRole {
  return Object.hasOwn(scopesOfRole, name)
}

export type Role =
  | 'reader'
  | 'contributor'
  | 'author'
  | 'banned'
  | 'banned-author'
  | 'concerned'
  | 'member'
  | GrantedRole
  | 'operator'

/** What a role holds for: a report, an organisation, or the whole site with all that it has. */
export type Scope = { kind: 'site'; id: null } | { kind: 'report' | 'organisation'; id: number }
export type ScopeKind = Scope['kind']

export const wholeSite: Scope = { kind: 'site', id: null }
export const reportScope = (id: number): Scope => ({ kind: 'report', id })
export const organisationScope = (id: number): Scope => ({ kind: 'organisation', id })

/** A scope as its two columns have it. */
export function toScope(kind: string, id: number | null): Scope {
  if (id === null) return wholeSite
  return kind === 'organisation' ? organisationScope(id) : reportScope(id)
}

/** A role that somebody was given, and what it holds for. */
export type Grant = { role: GrantedRole; scope: Scope }

/** Where somebody may not take part for a time. */
export type BanInForce = { id: number; scope: Scope }

/** Whoever acts. `pseudonym` is all that the public journal ever learns of a person. */
export type Actor = {
  kind: 'visitor' | 'person' | 'operator'
  personId: number | null
  pseudonym: string
  grants: readonly Grant[]
  bans: readonly BanInForce[]
}

export const visitor: Actor = {
  kind: 'visitor',
  personId: null,
  pseudonym: 'visitor',
  grants: [],
  bans: [],
}

/** Whoever has the command line of the machine: may already do anything to the database. */
export const operator: Actor = {
  kind: 'operator',
  personId: null,
  pseudonym: 'operator',
  grants: [],
  bans: [],
}

const editorial = ['rapporteur', 'editor-in-chief'] as const
const team = ['clerk', 'moderator', ...editorial] as const

/**
 * Who may do what. This table is the whole policy: nothing else grants anything.
 * What is published is open to everybody, `reader`s, and needs no rule. `contributor` is anybody signed in, `author` whoever wrote the thing, `member`
 * whoever is of its organisation, `concerned` whoever was decided on; granted roles hold for the report or the
 * organisation that the thing belongs to, or for the whole site. Whoever is banned there is no `contributor` but `banned`,
 * and of what they wrote the `banned-author`; whoever is banned from the whole site acts for no organisation either.
 */
const rules = {
  'report.import': ['operator', ...editorial],
  'consultation.import': ['operator'],
  'contribution.submit': ['contributor'],
  'contribution.support': ['contributor'],
  'support.withdraw': ['contributor', 'banned'],
  'contribution.revise': ['author'],
  'contribution.withdraw': ['author', 'banned-author'],
  'contribution.read-pending': ['author', 'banned-author', 'moderator', ...editorial],
  'contribution.moderate': ['moderator', ...editorial],
  'statement.read': ['author', 'banned-author', 'moderator', ...editorial, 'guarantor'],
  'warning.give': ['moderator', 'administrator'],
  'ban.set': ['moderator', 'administrator'],
  'ban.read': ['moderator', 'administrator', 'guarantor'],
  'ban.lift': ['moderator', 'administrator'],
  'ban.contest': ['concerned'],
  'ban.decide-contest': ['moderator', 'administrator'],
  'opinion.publish': ['guarantor'],
  'record.read': ['guarantor'],
  'record.verify': ['guarantor'],
  'flag.decide': ['moderator', ...editorial],
  'decision.contest': ['author', 'banned-author'],
  'appeal.decide': ['moderator', ...editorial, 'guarantor', 'administrator'],
  'moderation.set': ['editor-in-chief'],
  'charter.keep': ['administrator'],
  'terms.accept': ['contributor', 'banned'],
  'subscription.keep': ['contributor', 'banned'],
  'terms.keep': ['administrator'],
  'legal-notice.keep': ['administrator'],
  'accessibility.keep': ['administrator'],
  'administration.open': ['administrator'],
  'calendar.keep': ['operator', 'clerk', ...editorial],
  'topic.keep': [...editorial],
  'workshop.open': [...editorial],
  'contribution.answer': [...editorial],
  'group.keep': [...editorial],
  'controversy.keep': [...editorial],
  'text.change': [...editorial],
  'anchor.decide': [...editorial],
  'edition.publish': ['editor-in-chief'],
  'team.read': ['administrator', 'guarantor', ...team],
  'team.keep': ['operator', 'administrator', 'editor-in-chief'],
  'role.delegate': [...team],
  'person.invite': ['administrator', ...editorial],
  'role.grant': ['operator', 'administrator'],
  'true-name.require': ['editor-in-chief'],
  'true-name.read': ['moderator', 'administrator'],
  'person.erase': ['administrator'],
  'organisation.create': ['contributor'],
  'organisation.join': ['contributor'],
  'organisation.leave': ['contributor', 'banned'],
  'organisation.keep': ['organisation-lead', 'administrator'],
  'organisation.prove': ['organisation-lead', 'member'],
  'organisation.verify': ['operator', 'administrator'],
  'organisation.speak': ['representative'],
  'demonstration.fill': ['operator'],
} satisfies Record<string, readonly Role[]>

export type Action = keyof typeof rules
export const actions = Object.keys(rules).filter(isAction)

function isAction(name: string): name is Action {
  return Object.hasOwn(rules, name)
}

/** To whom the table opens it. */
export function rolesFor(action: Action): readonly Role[] {
  return rules[action]
}

/** What is acted on; null for what belongs to the site alone. */
export type Thing = {
  reportId?: number
  organisationId?: number
  authorId?: number
  /** Whoever asks, where they are a member of the organisation. */
  memberId?: number | null
  /** Whoever was decided on. */
  concernedId?: number
}

/** The role in which the actor may do it, or null: what the journal says of the act. */
export function roleFor(actor: Actor, action: Action, thing: Thing | null): Role | null {
  const allowed: readonly Role[] = rules[action]
  return rolesOf(actor, thing).find((role) => allowed.includes(role)) ?? null
}

export function can(actor: Actor, action: Action, thing: Thing | null): boolean {
  return roleFor(actor, action, thing) !== null
}

/**
 * The role that the journal says; a visitor is asked to sign in, whoever may not because they are banned there is told
 * so, and what another may not do is not found.
 */
export function authorize(actor: Actor, action: Action, thing: Thing | null): Role {
  const role = roleFor(actor, action, thing)
  if (role) return unbanned(role)
  if (actor.kind === 'visitor') throw new SignInNeeded()
  const ban = banBehind(actor, action, thing)
  if (ban) throw new Banned(ban.id)
  throw new NotAllowed(action, actor.pseudonym)
}

/** Beside the pseudonym of an act it would say publicly who is banned. */
function unbanned(role: Role): Role {
  if (role === 'banned') return 'contributor'
  return role === 'banned-author' ? 'author' : role
}

/** The ban without which the actor might do it; undefined where none keeps them from it. */
export function banBehind(
  actor: Actor,
  action: Action,
  thing: Thing | null,
): BanInForce | undefined {
  const otherwise = { ...actor, bans: [] }
  return can(actor, action, thing) || !can(otherwise, action, thing)
    ? undefined
    : actor.bans.find(({ scope }) => holdsFor(scope, thing))
}

/** All roles that somebody has where it comes to that thing, the narrowest first. */
export function rolesOf(actor: Actor, thing: Thing | null): Role[] {
  if (actor.kind === 'visitor') return ['reader']
  if (actor.kind === 'operator') return ['operator']
  const banned = actor.bans.some(({ scope }) => holdsFor(scope, thing))
  const everywhere = actor.bans.some(({ scope }) => scope.kind === 'site')
  const granted = actor.grants
    .filter(({ scope }) => holdsFor(scope, thing))
    .filter(({ scope }) => !everywhere || scope.kind !== 'organisation')
  return [
    ...granted.map((grant) => grant.role),
    ...ownRoles(actor, thing, banned),
    banned ? 'banned' : 'contributor',
    'reader',
  ]
}

/** What somebody is to the thing itself. */
function ownRoles({ personId }: Actor, thing: Thing | null, banned: boolean): Role[] {
  if (thing === null || personId === null) return []
  const roles: Role[] = []
  if (thing.authorId === personId) roles.push(banned ? 'banned-author' : 'author')
  if (thing.memberId === personId && !banned) roles.push('member')
  if (thing.concernedId === personId) roles.push('concerned')
  return roles
}

function holdsFor(scope: Scope, thing: Thing | null): boolean {
  if (scope.kind === 'site') return true
  return scope.id === (scope.kind === 'report' ? thing?.reportId : thing?.organisationId)
}

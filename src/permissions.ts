import { NotFound, SignInNeeded } from './platform/http/problems.ts'

/** Roles that somebody is given, and what each may be given for. */
export const scopesOfRole = {
  clerk: ['report'],
  moderator: ['report', 'site'],
  rapporteur: ['report'],
  'editor-in-chief': ['report'],
  guarantor: ['report'],
  administrator: ['site'],
} as const satisfies Record<string, readonly ScopeKind[]>

export type GrantedRole = keyof typeof scopesOfRole
export type Role = 'reader' | 'contributor' | 'author' | GrantedRole | 'operator'

/** What a role holds for: a report, or the whole site with all that it has. */
export type Scope = { kind: 'site'; id: null } | { kind: 'report'; id: number }
export type ScopeKind = Scope['kind']

export const wholeSite: Scope = { kind: 'site', id: null }
export const reportScope = (id: number): Scope => ({ kind: 'report', id })

/** A role that somebody was given, and what it holds for. */
export type Grant = { role: GrantedRole; scope: Scope }

/** Whoever acts. `pseudonym` is all that the public journal ever learns of a person. */
export type Actor = {
  kind: 'visitor' | 'person' | 'operator'
  personId: number | null
  pseudonym: string
  grants: readonly Grant[]
}

export const visitor: Actor = { kind: 'visitor', personId: null, pseudonym: 'visitor', grants: [] }

/** Whoever has the command line of the machine: may already do anything to the database. */
export const operator: Actor = {
  kind: 'operator',
  personId: null,
  pseudonym: 'operator',
  grants: [],
}

const editorial = ['rapporteur', 'editor-in-chief'] as const
const team = ['clerk', 'moderator', ...editorial] as const

/**
 * Who may do what. This table is the whole policy: nothing else grants anything.
 * `reader` is anybody, `contributor` anybody signed in, `author` whoever wrote the thing; granted roles hold
 * for the report that the thing belongs to, or for the whole site.
 */
const rules = {
  'report.read': ['reader'],
  'report.import': ['operator', ...editorial],
  'consultation.import': ['operator'],
  'contribution.submit': ['contributor'],
  'contribution.support': ['contributor'],
  'contribution.revise': ['author'],
  'contribution.withdraw': ['author'],
  'contribution.read-pending': ['author', 'moderator', ...editorial],
  'contribution.moderate': ['moderator', ...editorial],
  'statement.read': ['author', 'moderator', ...editorial, 'guarantor'],
  'moderation.set': ['editor-in-chief'],
  'charter.keep': ['administrator'],
  'calendar.keep': ['operator', 'clerk', ...editorial],
  'workshop.open': editorial,
  'contribution.answer': editorial,
  'text.change': editorial,
  'anchor.decide': editorial,
  'edition.publish': ['editor-in-chief'],
  'team.read': ['administrator', 'guarantor', ...team],
  'team.keep': ['operator', 'administrator', 'editor-in-chief'],
  'role.delegate': team,
  'role.grant': ['operator', 'administrator'],
  'demonstration.fill': ['operator'],
} satisfies Record<string, readonly Role[]>

export type Action = keyof typeof rules
export const actions = Object.keys(rules)

/** What is acted on; null for what belongs to the site alone. */
type Thing = { reportId?: number; authorId?: number }

/** The role in which the actor may do it, or null: what the journal says of the act. */
export function roleFor(actor: Actor, action: Action, thing: Thing | null): Role | null {
  const allowed: readonly Role[] = rules[action]
  return rolesOf(actor, thing).find((role) => allowed.includes(role)) ?? null
}

export function can(actor: Actor, action: Action, thing: Thing | null): boolean {
  return roleFor(actor, action, thing) !== null
}

/** As `roleFor`, but a visitor is asked to sign in, and what another may not do is not found. */
export function authorize(actor: Actor, action: Action, thing: Thing | null): Role {
  const role = roleFor(actor, action, thing)
  if (role) return role
  if (actor.kind === 'visitor') throw new SignInNeeded()
  throw new NotFound(`${action} is not for ${actor.kind} ${actor.pseudonym}`)
}

function rolesOf(actor: Actor, thing: Thing | null): Role[] {
  if (actor.kind === 'visitor') return ['reader']
  if (actor.kind === 'operator') return ['operator']
  const granted = actor.grants.filter(({ scope }) => holdsFor(scope, thing))
  const own = thing?.authorId !== undefined && thing.authorId === actor.personId
  return [
    ...granted.map((grant) => grant.role),
    ...(own ? ['author' as const] : []),
    'contributor',
    'reader',
  ]
}

function holdsFor(scope: Scope, thing: Thing | null): boolean {
  return scope.kind === 'site' || scope.id === thing?.reportId
}

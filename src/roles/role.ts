import {
  can,
  grantedRoles,
  scopesOfRole,
  type Action,
  type Actor,
  type GrantedRole,
  type Scope,
  type ScopeKind,
} from '../permissions.ts'
import { isSameScope, thingOf } from './domain.ts'

/** Those whom a report's editor-in-chief chooses; the others are given by administrators. */
const teamRoles: ReadonlySet<GrantedRole> = new Set(['clerk', 'moderator', 'rapporteur'])

/** What one must be allowed to do, to give that role for such a thing or to end it. */
export function grantingAction(role: GrantedRole, kind: ScopeKind): Action {
  return kind === 'report' && teamRoles.has(role) ? 'team.keep' : 'role.grant'
}

export function isGivenFor(role: GrantedRole, kind: ScopeKind): boolean {
  const kinds: readonly ScopeKind[] = scopesOfRole[role]
  return kinds.includes(kind)
}

/** Roles that the actor may give for that scope and end there. */
export function rolesToGive(actor: Actor, scope: Scope): GrantedRole[] {
  return grantedRoles.filter((role) => isGivenFor(role, scope.kind) && mayKeep(actor, role, scope))
}

export function mayKeep(actor: Actor, role: GrantedRole, scope: Scope): boolean {
  return can(actor, grantingAction(role, scope.kind), thingOf(scope))
}

/** A role that somebody has or had, as its row says it. */
export type HeldGrant = {
  id: number
  personId: number
  role: GrantedRole
  scope: Scope
  from: Date
  until: Date | null
  /** The grant of which this is a delegation, which ends no earlier. */
  delegatedFrom: number | null
}

export function isInForce({ from, until }: HeldGrant, now: Date): boolean {
  return from <= now && (until === null || until > now)
}

/** Whether that person may give the role on for a time: what was delegated to them they may not. */
export function mayDelegate(actor: Actor, grant: HeldGrant, now: Date): boolean {
  return (
    grant.personId === actor.personId &&
    grant.delegatedFrom === null &&
    isInForce(grant, now) &&
    actor.grants.some((own) => own.role === grant.role && isSameScope(own.scope, grant.scope)) &&
    can(actor, 'role.delegate', thingOf(grant.scope))
  )
}

import { scopesOfRole, type Action, type GrantedRole, type ScopeKind } from '../permissions.ts'

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

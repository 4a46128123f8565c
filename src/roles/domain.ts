import { reportScope, wholeSite, type Scope, type Thing } from '../permissions.ts'

/** What a role is given for. */
export type Domain = {
  scope: Scope
  /** What the journal calls it. */
  object: string
}

export const siteDomain: Domain = { scope: wholeSite, object: 'site' }

export function reportDomain({ id, slug }: { id: number; slug: string }): Domain {
  return { scope: reportScope(id), object: `report/${slug}` }
}

/** What somebody must be allowed to act on, to keep the roles of that scope. */
export function thingOf(scope: Scope): Thing | null {
  if (scope.kind === 'report') return { reportId: scope.id }
  return scope.kind === 'organisation' ? { organisationId: scope.id } : null
}

/**
 * Whether what holds for the one reaches into the other, so that nobody has a role where they are banned. Mandates of
 * organisations are none of a report.
 */
export function overlap(one: Scope, other: Scope): boolean {
  if (one.kind === 'organisation' || other.kind === 'organisation') return false
  return one.kind === 'site' || other.kind === 'site' || isSameScope(one, other)
}

export function isSameScope(one: Scope, other: Scope): boolean {
  return one.kind === other.kind && one.id === other.id
}

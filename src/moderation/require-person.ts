import type { Actor } from '../permissions.ts'
import { SignInNeeded } from '../platform/http/problems.ts'

/** Whoever decides is somebody. */
export function requirePerson({ personId }: Actor): number {
  if (personId === null) throw new SignInNeeded()
  return personId
}

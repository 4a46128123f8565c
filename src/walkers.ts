import type { Action } from './permissions.ts'

/** Whom a test sends to every route: one of each role, and whoever has a role elsewhere. */
export const walkers = [
  'reader',
  'contributor',
  'clerk',
  'moderator',
  'moderator of the site',
  'rapporteur',
  'editor-in-chief',
  'editor of another report',
  'guarantor',
  'administrator',
] as const
export type Walker = (typeof walkers)[number]

/** To whom a route is open, and the rule of `permissions.ts` that says so; null where none has to. */
export type RouteAccess = {
  who: readonly Walker[]
  action: Action | null
}

/** The same for each of these routes. */
export function rows(who: readonly Walker[], action: Action | null, routes: readonly string[]) {
  return routes.map((route): [string, RouteAccess] => [route, { who, action }])
}

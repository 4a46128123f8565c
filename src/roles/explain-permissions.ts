import {
  actions,
  banBehind,
  roleFor,
  rolesFor,
  type Action,
  type Actor,
  type Role,
  type Thing,
} from '../permissions.ts'

/** Whether somebody may do something; if so, in which role, if not, why not. */
export type Explained = {
  action: Action
  role: Role | null
  why: 'sign-in' | 'operator' | 'banned' | 'own' | 'role'
  openTo: readonly Role[]
}

/** Every action of the table, as it is for whoever acts on that thing; null for the whole site. */
export function explainPermissions(actor: Actor, thing: Thing | null): Explained[] {
  return actions.map((action) => {
    const openTo = rolesFor(action)
    return {
      action,
      role: roleFor(actor, action, thing),
      why: whyNot(actor, action, thing),
      openTo,
    }
  })
}

const ofOwn: ReadonlySet<Role> = new Set(['author', 'banned-author', 'concerned'])

function whyNot(actor: Actor, action: Action, thing: Thing | null): Explained['why'] {
  const openTo = rolesFor(action)
  if (openTo.every((role) => role === 'operator')) return 'operator'
  if (actor.kind === 'visitor') return 'sign-in'
  if (banBehind(actor, action, thing)) return 'banned'
  return openTo.every((role) => ofOwn.has(role)) ? 'own' : 'role'
}

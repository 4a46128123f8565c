import { operator } from '../src/permissions.ts'
import { grantRole, siteDomain } from '../src/roles/index.ts'
import type { Somebody } from './take-part.ts'
import type { World } from './world.ts'

type Where = Pick<World, 'db' | 'person'>

/** Somebody of that name who administers the site. */
export async function makeAdministrator(world: Where, name = 'Ada'): Promise<Somebody> {
  const personId = (await world.person({ name })).actor.personId ?? 0
  const given = { personId, role: 'administrator', domain: siteDomain } as const
  await grantRole(world.db, operator, given, new Date())
  return world.person({ name })
}

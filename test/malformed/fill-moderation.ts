import assert from 'node:assert/strict'
import { operator } from '../../src/permissions.ts'
import { grantRole, siteDomain } from '../../src/roles/index.ts'
import { workshop } from '../change-by-hand.ts'
import { setMode } from '../moderate.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'

/** Something that waits for a moderator, something withheld, and Ada, who keeps the charter. */
export async function fillModeration(
  world: World,
): Promise<(readonly ['Camille' | 'Salomé' | 'Ada', string])[]> {
  const { personId } = (await world.person({ name: 'Ada' })).actor
  const granting = { personId: personId ?? 0, role: 'administrator' as const, domain: siteDomain }
  await grantRole(world.db, operator, granting, new Date())
  const salome = await world.person({ name: 'Salomé' })
  assert.equal((await setMode(world, salome, 'before')).status, 303)
  const waiting = await publish(world, salome, { edition: '2', body: 'Une remarque qui attend.' })
  assert.equal((await setMode(world, salome, 'after')).status, 303)
  const decision = await world.db
    .selectFrom('moderation_decision')
    .select(['id', 'contribution_number as number'])
    .where('outcome', '=', 'withheld')
    .where('decided_by', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  return [
    ['Camille', `${workshop}/moderation`],
    ['Camille', `/fr/workshop/contributions/${waiting}/moderation`],
    ['Salomé', `${workshop}/moderation/setting`],
    ['Camille', `/fr/contributions/${decision.number}/decisions/${decision.id}`],
    ['Ada', '/fr/workshop/charter'],
  ]
}

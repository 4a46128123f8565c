import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { operator } from '../src/permissions.ts'
import { endGrant } from '../src/roles/end-grant.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { textOf } from './sign-in-world.ts'
import { openWorld, type World } from './world.ts'

let world: World
let salome: { cookie: string }
let nour: { cookie: string }

before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  nour = await world.person({ name: 'Nour' })
})
after(() => world.close())

test('everybody sees what they may do and why not', async () => {
  const signedOut = await textOf(world.get('/fr/permissions?report=petite-loi'))
  assert.match(signedOut, /Publier une édition<\/th><td>Connectez-vous d’abord/)
  const own = await textOf(world.get('/fr/permissions?report=petite-loi', salome))
  assert.match(own, /Publier une édition<\/th><td>Oui.: rédaction en chef/)
  const reader = await textOf(world.get('/fr/permissions?report=petite-loi', nour))
  assert.match(reader, /Publier une édition<\/th><td>Pas avec vos rôles/)
  assert.doesNotMatch(reader, /<th scope="row">[a-z]+[._]/, 'every action has a name')
})

test('a role that was given in this very millisecond ends', async () => {
  const { actor } = await world.person({ name: 'Brève' })
  const personId = actor.personId ?? 0
  const [now, role] = [new Date(), 'clerk' as const]
  const domain = reportDomain(world.report)
  assert.equal(await grantRole(world.db, operator, { personId, role, domain }, now), 'given')
  const held = () =>
    world.db
      .selectFrom('role_grant')
      .select(['id', 'until_at as until'])
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  const { id } = await held()
  assert.deepEqual(await endGrant(world.db, operator, id, now), { ok: true })
  assert.ok((await held()).until)
})

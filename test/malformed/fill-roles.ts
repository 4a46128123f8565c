import assert from 'node:assert/strict'
import { linkIn, type SignInWorld } from '../sign-in-world.ts'
import { inviteTo, team } from '../invite.ts'

type Page = readonly [as: 'visitor' | 'Camille' | 'Salomé' | 'Administration', path: string]

/** Teams with roles to end and invitations that wait, of a report and of the site. */
export async function fillRoles(world: SignInWorld): Promise<Page[]> {
  const salome = await world.person({ name: 'Salomé' })
  const renaud = await world.person({ name: 'Administration' })
  const camille = await world.person({ name: 'Camille' })
  const claire = await world.person({ name: 'Claire', role: 'clerk' })
  const links: string[] = []
  // Each works once.
  for (let at = 0; at < 8; at += 1) {
    const email = `invitee-${at}@example.org`
    assert.equal((await inviteTo(world, { email }, salome)).status, 303)
    links.push(linkIn((await world.mailsTo(email)).at(-1)?.text ?? '') ?? '')
  }
  const other = {
    address: '/fr/admin/team',
    email: 'autre@example.org',
    fields: { role: 'administrator' },
  }
  assert.equal((await inviteTo(world, other, renaud)).status, 303)
  const [own, ofClaire, ofRenaud] = await Promise.all(
    [camille, claire, renaud].map(({ actor }) => findGrant(world, actor.personId ?? 0)),
  )
  return [
    ...links.map((link): Page => ['visitor', link]),
    ['visitor', '/fr/permissions?report=petite-loi'],
    ['Salomé', team],
    ['Salomé', `${team}/${ofClaire}/end`],
    ['Administration', '/fr/admin/team'],
    ['Administration', `/fr/admin/team/${ofRenaud}/end`],
    ['Camille', `/fr/account/roles/${own}/delegation`],
    ['Camille', `/fr/account/roles/${own}/end`],
  ]
}

/** The first role that somebody has outside organisations. */
async function findGrant({ db }: SignInWorld, personId: number): Promise<number> {
  const { id } = await db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('scope_kind', '<>', 'organisation')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Without the roles that a request has ended, later ones would find nothing. */
export async function giveRolesBack({ db }: SignInWorld): Promise<void> {
  await db.updateTable('role_grant').set({ until_at: null }).where('end_noted', '=', true).execute()
}

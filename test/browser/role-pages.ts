import type { Page } from 'playwright-core'
import { ensurePerson } from '../../src/people/index.ts'
import { grantRole, siteDomain } from '../../src/roles/index.ts'
import { operator } from '../../src/permissions.ts'
import { inviteTo } from '../invite.ts'
import { linkIn, readMails } from '../sign-in-world.ts'
import type { World } from '../world.ts'
import { expectRefusal, openDetails, sendNothing } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'

const team = `/workshop${report}/team`
const LONG = 'une-adresse-tres-longue-qui-ne-se-coupe-pas-nulle-part@un-domaine-long.example.org'

/** Teams, invitations and one's own roles. */
export async function describeRolePages(world: World, { salome, nour }: People): Promise<Pages> {
  const renaud = await world.person({
    name: 'Renaud, qui administre tout le site depuis longtemps',
  })
  const personId = renaud.actor.personId ?? 0
  await grantRole(
    world.db,
    operator,
    { personId, role: 'administrator', domain: siteDomain },
    new Date(),
  )
  const clerk = await world.person({ name: 'Claire Secrétaire', role: 'clerk' })
  const former = await world.person({ name: 'Ancien', role: 'moderator' })
  const [ofClerk, ofFormer, ofRenaud] = await Promise.all(
    [clerk, former, renaud].map(({ actor }) => findGrant(world, actor.personId ?? 0)),
  )
  await world.post(`/fr${team}/${ofFormer}/end`, [], salome)
  const open = await invite(world, LONG, salome)
  await ensurePerson(
    world.db,
    {
      provider: 'email',
      subject: 'connue@example.org',
      displayName: 'Connue',
      helixSide: 'citizen',
      organisation: null,
      locale: 'fr',
    },
    new Date(),
  )
  const known = await invite(world, 'connue@example.org', salome)
  const taken = await invite(world, 'reprise@example.org', salome)
  const { id } = await world.db
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', 'reprise@example.org')
    .executeTakeFirstOrThrow()
  await world.post(`/fr${team}/invitations/${id}/withdrawal`, [], salome)
  return {
    '/workshop/reports/:slug/team': [
      { name: 'team', path: team, as: salome, act: openDetails },
      { name: 'team, invited just now', path: `${team}?done=invited`, as: salome },
      { name: 'team, invitation refused', path: team, as: salome, act: inviteNobody },
      { name: 'team, seen by its clerk', path: team, as: clerk },
    ],
    '/workshop/reports/:slug/team/:grant/end': [
      { name: 'end of a role', path: `${team}/${ofClerk}/end`, as: salome },
      {
        name: 'end of a role that has ended',
        path: `${team}/${ofFormer}/end`,
        as: salome,
        act: sendNothing,
      },
    ],
    '/admin/team': [{ name: 'team of the site', path: '/admin/team', as: renaud }],
    '/admin/team/:grant/end': [
      {
        name: 'end of the last administrator',
        path: `/admin/team/${ofRenaud}/end`,
        as: renaud,
        act: sendNothing,
      },
    ],
    '/account/roles/:grant/delegation': [
      { name: 'lending a role', path: `/account/roles/${ofClerk}/delegation`, as: clerk },
      {
        name: 'lending a role, refused',
        path: `/account/roles/${ofClerk}/delegation`,
        as: clerk,
        act: inviteNobody,
      },
    ],
    '/account/roles/:grant/end': [
      { name: 'giving a role back', path: `/account/roles/${ofClerk}/end`, as: clerk },
    ],
    '/account': [{ name: 'account with a role', path: '/account', as: clerk }],
    '/invitations/:token': [
      { name: 'invitation of a newcomer', path: open },
      { name: 'invitation of somebody known', path: known },
      { name: 'invitation of somebody signed in', path: open, as: nour },
      { name: 'invitation taken back', path: taken },
      { name: 'invitation that never was', path: '/invitations/nothing' },
    ],
    '/permissions': [
      { name: 'permissions, signed out', path: '/permissions?report=petite-loi' },
      { name: 'permissions of an editor', path: '/permissions', as: salome },
      { name: 'permissions, lent just now', path: '/permissions?done=role-lent', as: clerk },
    ],
  }
}

async function findGrant(world: World, personId: number): Promise<number> {
  const { id } = await world.db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return id
}

export async function invite(world: World, email: string, as: { cookie: string }): Promise<string> {
  const fields = { until: '31/12/2090', message: 'Un mot pour vous.' }
  await inviteTo(world, { email, fields }, as)
  const path = linkIn((await readMails(world, email)).at(-1)?.text ?? '')
  return (path ?? '').slice('/fr'.length)
}

async function inviteNobody(page: Page): Promise<void> {
  await page.locator('#email').fill('personne')
  const form = page.locator('main form.stacked')
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button').click()
  await expectRefusal(page)
}

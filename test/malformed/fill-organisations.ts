import assert from 'node:assert/strict'
import { join, make, mandate, memberIdOf, send } from '../organisation-world.ts'
import { linkIn, type SignInWorld } from '../sign-in-world.ts'
import { nourWorksAt } from './fill-ways-in.ts'
import { makeAdministrator } from '../make-administrator.ts'

type Page = readonly [
  as: 'visitor' | 'Nour' | 'Camille' | 'Salomé' | 'Administration',
  path: string,
]

/** Organisations with members, mandates, a hand-over that waits and links that prove an address. */
export async function fillOrganisations(world: SignInWorld): Promise<Page[]> {
  const lead = await world.person({ name: 'Nour' })
  const member = await world.person({ name: 'Camille' })
  const asking = await world.person({ name: 'Iris' })
  await makeAdministrator(world, 'Administration')
  const slug = await make(world, lead, { mailDomain: 'essai.example', siret: nourWorksAt })
  const id = await join(world, slug, { lead, who: member })
  assert.equal((await mandate(world, { slug, id }, {}, lead)).status, 303)
  await send(world, { slug, path: 'membership' }, {}, asking)
  const email = 'nour@essai.example'
  await send(world, { slug, path: 'verification' }, { email }, lead)
  const link = linkIn((await world.mailsTo(email)).at(-1)?.text ?? '') ?? ''

  const handed = await make(world, lead, { name: 'Passée' })
  const successor = String(await memberIdOf(world, handed, lead))
  const plan = `hand-over?successor=${successor}&from=2098-01-01&until=`
  const shown = await (await world.get(`/fr/organisations/${handed}/${plan}`, lead)).text()
  const mark = /name="mark" value="([^"]*)"/.exec(shown)?.[1] ?? ''
  const typed = { successor, from: '2098-01-01', until: '', mark }
  const path = 'hand-over/confirmation'
  assert.equal((await send(world, { slug: handed, path }, typed, lead)).status, 303)

  // Whoever leads alone and has a member is not removed, and no page here leads to that member.
  const lasting = await make(world, lead, { name: 'Qui dure' })
  await join(world, lasting, { lead, who: asking })
  const lastingLead = await memberIdOf(world, lasting, lead)

  const here = `/fr/organisations/${slug}`
  const kept = [
    '/fr/organisation',
    here,
    `${here}/description`,
    `${here}/members`,
    `/fr/organisations/${lasting}/members/${lastingLead}`,
    `${here}/members/${id}`,
    `${here}/verification`,
    link,
    `${here}/hand-over?successor=${id}&from=2098-01-01&until=2099-01-01`,
    `/fr/organisations/${handed}/hand-over`,
  ]
  return [
    ['visitor', '/fr/organisations?name=ville&page=1'],
    ['visitor', here],
    ...kept.map((address): Page => ['Nour', address]),
    ['Camille', here],
    ['Salomé', here],
    ['Administration', `${here}/verification`],
    ['Salomé', '/fr/workshop/reports/petite-loi/true-names'],
  ]
}

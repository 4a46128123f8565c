import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { operator, reportScope } from '../src/permissions.ts'
import { grantRole, reportDomain, saveGrant, siteDomain } from '../src/roles/index.ts'
import { dayIn, send, setOn, whoSpoke } from './ban-people.ts'
import { invitationForm, team } from './invite.ts'
import { keepText } from './keep-terms.ts'
import { makeAdministrator } from './make-administrator.ts'
import { make, send as sendTo } from './organisation-world.ts'
import { linkIn, openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, statusOf, textOf, type Somebody } from './take-part.ts'
import { makeOtherReport } from './world.ts'

let world: SignInWorld
let maud: Somebody
let mona: Somebody
let salome: Somebody
let ada: Somebody
before(async () => {
  world = await openSignInWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  mona = await world.person({ name: 'Mona', role: 'moderator' })
  salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  ada = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const somebody = () => whoSpoke(world)

/** What they said just now, and the site they are kept out of. */
async function banFromSite(as: Somebody): Promise<number> {
  return setOn(world, ada, await publish(world, as), { scope: 'site' })
}

test('whoever is banned is given no role there until it is over, and is told so where they accept one', async () => {
  const email = 'invited@example.org'
  const invited = { ...salome, ...(await world.enter(email, 'Qui est invitée')) }
  const id = await setOn(world, maud, await publish(world, invited))
  const form = invitationForm(email, { role: 'moderator' })
  assert.equal((await world.post(`${team}/invitations`, form, salome)).status, 303)
  const path = linkIn((await world.mailsTo(email)).at(-1)?.text ?? '') ?? ''
  const refused = await world.post(path, [], invited)
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /jusqu’au [^<]+ compris[^]*une fois la suspension finie/)
  assert.equal(await statusOf(world.get(`/fr/workshop/bans/${id}`, invited)), 404)
  assert.equal((await send(world, mona, `/workshop/bans/${id}/lift`)).status, 303)
  assert.equal((await world.post(path, [], invited)).status, 303, 'the invitation was kept')
  assert.equal(await statusOf(world.get(`/fr/workshop/bans/${id}`, invited)), 200)
})

test('a role is refused where a ban reaches, and given elsewhere', async () => {
  const other = await makeOtherReport(world.db)
  const give = (as: Somebody, role: 'moderator' | 'administrator', where: 'here' | 'there') => {
    const domain =
      role === 'administrator' ? siteDomain : reportDomain(where === 'here' ? world.report : other)
    const given = { personId: as.actor.personId ?? 0, role, domain }
    return grantRole(world.db, operator, given, new Date())
  }
  const nour = await somebody()
  await setOn(world, maud, nour.number)
  assert.equal(await give(nour, 'moderator', 'here'), 'banned')
  assert.equal(await give(nour, 'administrator', 'here'), 'banned')
  assert.equal(await give(nour, 'moderator', 'there'), 'given')
  const iris = await somebody()
  await banFromSite(iris)
  assert.equal(await give(iris, 'moderator', 'there'), 'banned')
})

test('nobody lifts, replaces or decides on their own ban, whatever role they have', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  assert.equal((await send(world, nour, `/account/bans/${id}/contestation`)).status, 303)
  // As one who had a role before this was refused.
  await saveGrant(world.db, {
    personId: nour.actor.personId ?? 0,
    role: 'moderator',
    scope: reportScope(world.report.id),
    from: new Date(),
    until: null,
    by: null,
    delegatedFrom: null,
  })
  const page = await textOf(world.get(`/fr/workshop/bans/${id}`, nour))
  assert.doesNotMatch(page, /workshop\/bans\/\d+\/(?:lift|outcome)"/)
  for (const path of ['lift', 'outcome']) {
    const fields = { outcome: 'ended', reason: 'Je me rends la parole.' }
    const refused = await send(world, nour, `/workshop/bans/${id}/${path}`, fields)
    assert.equal(refused.status, 422, path)
    assert.match(await refused.text(), /Il s’agit de vous[^]*readonly[^>]*>Je me rends/)
  }
  await assert.rejects(
    world.db
      .updateTable('ban')
      .set({ ended_at: new Date(), end_kind: 'prolonged', ended_by: nour.actor.personId })
      .where('id', '=', id)
      .execute(),
    /ban_check|violates check constraint/,
  )
  await world.db
    .deleteFrom('role_grant')
    .where('person_id', '=', nour.actor.personId ?? 0)
    .execute()
})

test('whoever is banned from the whole site keeps no organisation and speaks for none; of a report, goes on', async () => {
  const lead = await somebody()
  const slug = await make(world, lead, { name: 'Ville de la Suspension' })
  const id = await setOn(world, ada, lead.number)
  const changed = { name: 'Un nom injurieux', side: 'political', revision: '1' }
  const there = `/fr/organisations/${slug}`
  assert.equal(await statusOf(world.get(`${there}/description`, lead)), 200)
  const site = await setOn(world, ada, lead.number, { scope: 'site', until: dayIn(40) })
  const refused = await sendTo(world, { slug, path: 'description' }, changed, lead)
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /compris[^]*Un nom injurieux/)
  for (const path of ['/description', '/members', '/hand-over', '/verification'])
    assert.equal(await statusOf(world.get(there + path, lead)), 403, path)
  const page = await textOf(world.get(there, lead))
  assert.doesNotMatch(page, /\/description"/)
  assert.match(page, /Ville de la Suspension/)
  for (const one of [id, site]) await send(world, ada, `/workshop/bans/${one}/lift`)
  assert.equal(await statusOf(world.get(`${there}/description`, lead)), 200)
})

test('whoever is banned accepts new terms, and does what is theirs to do; the journal says of nobody that they are banned', async () => {
  const nour = await somebody()
  await banFromSite(nour)
  await keepText(world.db, ada.actor, 'Un texte nouveau.')
  const accepted = await world.post('/fr/terms/consents', [['terms', '2']], nour)
  assert.equal(accepted.status, 303, await accepted.text())
  const own = await world.db
    .selectFrom('contribution')
    .select('number')
    .where('author_id', '=', nour.actor.personId)
    .executeTakeFirstOrThrow()
  const withdrawn = await world.post(`/fr/contributions/${own.number}/withdrawal`, [], nour)
  assert.equal(withdrawn.status, 303)
  const entries = await world.db
    .selectFrom('journal_entry')
    .select(['action', 'actor_role as role'])
    .where('actor', '=', nour.actor.pseudonym)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    new Map(entries.map(({ action, role }) => [action, role])),
    new Map([
      ['contribution.published', 'contributor'],
      ['terms.accepted', 'contributor'],
      ['contribution.withdrawn', 'author'],
    ]),
  )
})

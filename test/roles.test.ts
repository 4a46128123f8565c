import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { forgetInvitations, grantRole, noteEnds, siteDomain } from '../src/roles/index.ts'
import { operator } from '../src/permissions.ts'
import { invitationForm, inviteTo, team, type InvitationFields } from './invite.ts'
import { cookieOf, linkIn, openSignInWorld, textOf, type SignInWorld } from './sign-in-world.ts'
import type { Somebody } from './take-part.ts'
import { makeOutsider } from './world.ts'

let world: SignInWorld
let salome: Somebody
let nour: Awaited<ReturnType<SignInWorld['person']>>

before(async () => {
  world = await openSignInWorld()
  salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  nour = await world.person({ name: 'Nour' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const invite = (email: string, fields: InvitationFields = {}, as = salome) =>
  inviteTo(world, { email, fields }, as)

async function linkTo(email: string): Promise<string> {
  const path = linkIn((await world.mailsTo(email)).at(-1)?.text ?? '')
  assert.ok(path, 'the mail holds a link')
  return path
}

const newcomer = (name: string): [string, string][] => [
  ['name', name],
  ['side', 'political'],
  ['terms', '1'],
]

async function actionsNamed(action: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('journal_entry')
    .select('payload')
    .where('action', '=', action)
    .orderBy('id')
    .execute()
  return rows.map(({ payload }) => payload ?? '')
}

test('somebody invited in their language opens an account and has the role, once', async () => {
  const sent = await invite('abena@example.org', { locale: 'en', message: 'Come and write.' })
  assert.equal(sent.headers.get('Location'), `${team}?done=invited`)
  const [mail] = await world.mailsTo('abena@example.org')
  assert.match(
    mail?.text ?? '',
    /Salomé invites you to be rapporteur of the report[^]*Come and write/,
  )
  const path = await linkTo('abena@example.org')
  assert.match(path, /^\/en\//)
  for (const _ of [1, 2]) assert.match(await textOf(world.get(path)), /Come and write\./)
  const nameless = await world.post(path, [])
  assert.equal(nameless.status, 422)
  const accepted = await world.post(path, newcomer('Abena'))
  assert.equal(accepted.headers.get('Location'), '/en/permissions?done=accepted&report=petite-loi')
  const abena = cookieOf(accepted)
  assert.equal((await world.get('/fr/workshop/reports/petite-loi', abena)).status, 200)
  const again = await world.post(path, newcomer('Other'))
  assert.equal(again.status, 404)
  assert.match(await textOf(again), /works only once/)
  assert.equal((await world.post(path, [], abena)).status, 303, 'who accepted goes on')
  assert.match(await textOf(world.get(team, salome)), /Abena[^]*rapporteur ou rapporteuse/)
  assert.ok(!(await actionsNamed('role.granted')).join('').includes('abena'))
})

test('whose address has an account signs in to it first: the link alone opens no account', async () => {
  const known = await world.enter('known@example.org', 'Connue')
  assert.equal((await invite('known@example.org')).status, 303)
  const path = await linkTo('known@example.org')
  const back = `/fr/account/sign-in?return=${encodeURIComponent(path)}`
  const shown = await textOf(world.get(path))
  assert.ok(shown.includes(back))
  assert.doesNotMatch(shown, /<button type="submit">Accepter/)
  const pressed = await world.post(path, newcomer('Une autre'))
  assert.equal(pressed.headers.get('Location'), back)
  assert.equal(pressed.headers.get('Set-Cookie'), null)
  assert.equal((await world.post(path, [], known)).status, 303)
  assert.equal((await world.get('/fr/workshop/reports/petite-loi', known)).status, 200)
})

test('what is wrong with an invitation is said by its field, and what was typed stays', async () => {
  const cases: [string, InvitationFields, RegExp][] = [
    ['', {}, /Écrivez l’adresse électronique/],
    ['abena', {}, /est incomplète/],
    ['b@example.org', { locale: 'xx' }, /la langue du message/],
    ['b@example.org', { role: 'editor-in-chief' }, /que vous pouvez donner/],
    ['b@example.org', { role: 'administrator' }, /que vous pouvez donner/],
    ['b@example.org', { until: '31/02/2030' }, /Ce jour n’existe pas/],
    ['b@example.org', { until: '01/01/2020' }, /Ce jour est passé/],
    ['b@example.org', { message: 'x'.repeat(2001) }, /dépasse 2.000\s*caractères/],
  ]
  for (const [email, fields, said] of cases) {
    const refused = await invite(email, { message: 'ce que j’ai tapé', ...fields })
    assert.equal(refused.status, 422)
    const page = await textOf(refused)
    assert.match(page, said)
    if (!fields.message) assert.match(page, /ce que j’ai tapé/)
  }
  assert.deepEqual(await world.mailsTo('b@example.org'), [])
  const signedOut = await world.post(`${team}/invitations`, invitationForm('b@example.org'))
  assert.equal(signedOut.status, 422)
  assert.doesNotMatch(await textOf(signedOut), /Abena/)
})

test('whoever leads another report, or none, invites nobody and sees no team', async () => {
  const outsider = await makeOutsider(world)
  for (const somebody of [outsider, nour]) {
    assert.equal((await world.get(team, somebody)).status, 404)
    assert.equal((await invite('c@example.org', {}, somebody)).status, 404)
    assert.equal((await world.get('/fr/admin/team', somebody)).status, 404)
  }
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  assert.equal((await invite('c@example.org', { role: '' }, camille)).status, 303)
  assert.equal(
    (await invite('c@example.org', {}, camille)).status,
    422,
    'a rapporteur gives no role',
  )
})

test('an invitation that was taken back, or whose inviter lost the right, gives nothing', async () => {
  await invite('dora@example.org')
  const path = await linkTo('dora@example.org')
  const page = await textOf(world.get(team, salome))
  const [, id] = /invitations\/(\d+)\/withdrawal/.exec(page) ?? []
  const withdrawal = `${team}/invitations/${id}/withdrawal`
  assert.equal((await world.post(withdrawal, [], nour)).status, 404)
  const taken = await world.post(withdrawal, [], salome)
  assert.equal(taken.headers.get('Location'), `${team}?done=withdrawn`)
  assert.match(await textOf(world.post(path, newcomer('Dora'))), /Salomé l’a retirée/)

  const chief = await world.person({ name: 'Ève', role: 'editor-in-chief' })
  await invite('emil@example.org', {}, chief)
  await endRole(chief.actor.personId ?? 0)
  const late = await world.post(await linkTo('emil@example.org'), newcomer('Emil'))
  assert.equal(late.status, 404)
  assert.match(await textOf(late), /Ève ne peut plus donner ce rôle/)
})

async function endRole(personId: number): Promise<void> {
  const { id } = await grantOf(personId)
  assert.equal((await world.post(`${team}/${id}/end`, [], await administrator())).status, 303)
}

async function grantOf(personId: number) {
  return world.db
    .selectFrom('role_grant')
    .select(['id', 'role', 'until_at as until'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
}

let somebody: Promise<{ cookie: string; actor: { personId: number | null } }> | null = null

function administrator() {
  somebody ??= makeAdministrator()
  return somebody
}

async function makeAdministrator() {
  const renaud = await world.person({ name: 'Renaud' })
  const personId = renaud.actor.personId ?? 0
  await grantRole(
    world.db,
    operator,
    { personId, role: 'administrator', domain: siteDomain },
    new Date(),
  )
  return renaud
}

test('a role is lent until a day, ends with the role that was lent, and cannot be lent on', async () => {
  const fatou = await world.person({ name: 'Fatou', role: 'rapporteur' })
  const { id } = await grantOf(fatou.actor.personId ?? 0)
  const lending = `/fr/account/roles/${id}/delegation`
  const colleague = await world.person({ name: 'Gaspard', role: 'rapporteur' })
  for (const other of [nour, colleague]) {
    assert.equal((await world.get(lending, other)).status, 404, 'nobody lends the role of another')
  }
  assert.match(
    await textOf(world.post(lending, invitationForm('guy@example.org'), fatou)),
    /Dites jusqu’à quel jour/,
  )
  const tooLate = invitationForm('guy@example.org', { until: '31/12/2090' })
  assert.match(await textOf(world.post(lending, tooLate, fatou)), /Ce jour est trop tardif/)
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  assert.equal(
    (await world.post(lending, invitationForm('guy@example.org', { until }), fatou)).status,
    303,
  )
  const guy = cookieOf(await world.post(await linkTo('guy@example.org'), newcomer('Guy')))
  assert.equal((await world.get('/fr/workshop/reports/petite-loi', guy)).status, 200)
  const lent = await world.db
    .selectFrom('role_grant')
    .select(['id', 'until_at as until'])
    .where('delegated_from', '=', id)
    .executeTakeFirstOrThrow()
  assert.ok(lent.until)
  assert.equal((await world.get(`/fr/account/roles/${lent.id}/delegation`, guy)).status, 404)
  assert.match(await textOf(world.get(`/fr/account/roles/${id}/end`, fatou)), /tout de suite/)
  assert.equal((await world.post(`/fr/account/roles/${id}/end`, [], nour)).status, 404)
  assert.equal((await world.post(`/fr/account/roles/${id}/end`, [], fatou)).status, 303)
  assert.equal((await world.get('/fr/workshop/reports/petite-loi', guy)).status, 404)
  assert.equal((await actionsNamed('role.ended')).length >= 2, true)
})

test('a role that ends by itself is noted in the journal once', async () => {
  const past = new Date(Date.now() - 60_000)
  const earlier = new Date(Date.now() - 3_600_000)
  const personId = nour.actor.personId ?? 0
  const given = { personId, role: 'moderator' as const, domain: siteDomain, until: past }
  assert.equal(await grantRole(world.db, operator, given, earlier), 'given')
  const before = (await actionsNamed('role.ended')).length
  for (const _ of [1, 2]) await noteEnds(world.db, new Date())
  const noted = (await actionsNamed('role.ended')).slice(before)
  assert.equal(noted.length, 1)
  assert.ok(noted[0]?.includes(past.toISOString()))
})

test('the last administrator stays, and a role ended in two tabs ends once', async () => {
  const renaud = await administrator()
  const { id } = await grantOf(renaud.actor.personId ?? 0)
  const last = await world.post(`/fr/admin/team/${id}/end`, [], renaud)
  assert.equal(last.status, 422)
  assert.match(await textOf(last), /seule personne qui administre/)
  const clerk = await world.person({ name: 'Claire', role: 'clerk' })
  const grant = await grantOf(clerk.actor.personId ?? 0)
  const before = (await actionsNamed('role.ended')).length
  const tabs = await Promise.all(
    [1, 2].map(() => world.post(`${team}/${grant.id}/end`, [], salome)),
  )
  assert.deepEqual(new Set(tabs.map(({ status }) => status)), new Set([303, 422]))
  assert.equal((await actionsNamed('role.ended')).length, before + 1)
  assert.equal((await world.post(`/fr/admin/team/${grant.id}/end`, [], renaud)).status, 404)
})

test('whoever is alone at the head of a report does not simply go', async () => {
  const { id } = await grantOf(salome.actor.personId ?? 0)
  const alone = await world.post(`/fr/account/roles/${id}/end`, [], salome)
  assert.equal(alone.status, 422)
  assert.match(await textOf(alone), /Personne d’autre n’est à la rédaction en chef/)
})

test('no address gets more than three invitations that wait, and old ones are forgotten', async () => {
  for (const _ of [1, 2, 3]) assert.equal((await invite('full@example.org')).status, 303)
  const fourth = await invite('full@example.org')
  assert.match(await textOf(fourth), /3 invitations attendent déjà/)
  const later = new Date(Date.now() + 45 * 86_400_000)
  await forgetInvitations(world.db, later)
  const left = await world.db
    .selectFrom('invitation')
    .select('email')
    .where('email', 'is not', null)
    .execute()
  assert.deepEqual(left, [])
})

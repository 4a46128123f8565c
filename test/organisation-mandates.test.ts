import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fillIn, join, lastMandate, make, mandate, memberIdOf, send } from './organisation-world.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'
import { makeAdministrator } from './make-administrator.ts'

let world: World
let lead: Somebody
let member: Somebody
let other: Somebody
let slug: string
let id: number

before(async () => {
  world = await openWorld()
  lead = await world.person({ name: 'Teresa' })
  member = await world.person({ name: 'Ousmane' })
  other = await world.person({ name: 'Salomé' })
  slug = await make(world, lead)
  await make(world, other, { name: 'Une autre' })
  id = await join(world, slug, { lead, who: member })
})
after(() => world.close())

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
const mandatesOf = async (who: Somebody) => {
  const rows = await world.db
    .selectFrom('role_grant')
    .select(['id', 'role', 'from_at as from', 'until_at as until'])
    .where('scope_kind', '=', 'organisation')
    .where('person_id', '=', who.actor.personId ?? 0)
    .orderBy('id')
    .execute()
  return rows
}
const account = () => world.db.selectFrom('role_grant').selectAll().orderBy('id').execute()

test('whoever asks to be a member waits for a lead; asking twice is asking once', async () => {
  const asking = await world.person({ name: 'Nour' })
  for (let n = 0; n < 2; n += 1) {
    assert.equal(await statusOf(send(world, { slug, path: 'membership' }, {}, asking)), 303)
  }
  assert.match(
    await textOf(world.get(`/fr/organisations/${slug}/members`, lead)),
    /1 personne demande à être membre/,
  )
  const asked = await memberIdOf(world, slug, asking)
  assert.equal(await statusOf(mandate(world, { slug, id: asked }, {}, lead)), 404)
  const declined = send(world, { slug, path: `members/${asked}/removal` }, {}, lead)
  assert.equal(await statusOf(declined), 303)
  await assert.rejects(memberIdOf(world, slug, asking))
})

test('a visitor who asks is asked to sign in first', async () => {
  const sent = await send(world, { slug, path: 'membership' })
  assert.match(sent.headers.get('Location') ?? '', /sign-in\?return=%2Ffr%2Forganisations/)
})

test('the lead of another organisation, a member and a stranger keep nothing of it', async () => {
  const stranger = await world.person({ name: 'Iris' })
  const before = await account()
  for (const as of [other, member, stranger]) {
    assert.equal(await statusOf(world.get(`/fr/organisations/${slug}/members`, as)), 404)
    assert.equal(await statusOf(world.get(`/fr/organisations/${slug}/members/${id}`, as)), 404)
    assert.equal(await statusOf(world.get(`/fr/organisations/${slug}/hand-over`, as)), 404)
    assert.equal(await statusOf(mandate(world, { slug, id }, {}, as)), 404)
    for (const path of [
      `members/${id}/removal`,
      `members/${id}/acceptance`,
      `members/${id}/office`,
      'hand-over/confirmation',
      'hand-over/end',
    ]) {
      assert.equal(await statusOf(send(world, { slug, path }, {}, as)), 404, path)
    }
  }
  assert.deepEqual(await account(), before)
})

test('a lead of one organisation names no member of another', async () => {
  assert.equal(await statusOf(mandate(world, { slug: 'une-autre', id }, {}, other)), 404)
})

test('a mandate is given for a time, shown to everybody, and in the journal by the pseudonym', async () => {
  const given = await mandate(world, { slug, id }, { until: inDays(900) }, lead)
  assert.equal(given.status, 303)
  const page = await textOf(world.get(`/fr/organisations/${slug}`))
  assert.match(page, /<bdi>Ousmane<\/bdi> · mandat du/)
  const { payload } = await world.db
    .selectFrom('journal_entry')
    .select('payload')
    .where('object', '=', `organisation/${slug}`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(payload), new RegExp(member.actor.pseudonym))
  assert.doesNotMatch(JSON.stringify(payload), /Ousmane/)
})

test('a second one within its time is refused, with what was typed', async () => {
  const twice = await mandate(world, { slug, id }, { from: inDays(10), until: inDays(20) }, lead)
  const page = await twice.text()
  assert.equal(twice.status, 422)
  assert.match(page, /a déjà un tel mandat/)
  assert.match(page, new RegExp(`value="${inDays(10)}"`))
})

test('a mandate that goes on is ended now; one ahead is taken back; one over is left', async () => {
  const { id: grant } = await lastMandate(world, slug)
  const path = `members/${id}/mandates/${grant}/end`
  const foreign = send(world, { slug, path: `members/${id}/mandates/999999/end` }, {}, lead)
  assert.equal(await statusOf(foreign), 404)
  const [leading] = await mandatesOf(lead)
  const of = { slug, path: `members/${id}/mandates/${leading?.id}/end` }
  assert.equal(await statusOf(send(world, of, {}, lead)), 404)
  assert.equal(await statusOf(send(world, { slug, path }, {}, lead)), 303)
  const over = await send(world, { slug, path }, {}, lead)
  assert.match(over.headers.get('Location') ?? '', /refused=over-already/)
  assert.equal(await statusOf(mandate(world, { slug, id }, { from: inDays(1) }, lead)), 303)
  const ahead = await lastMandate(world, slug)
  const back = { slug, path: `members/${id}/mandates/${ahead.id}/end` }
  assert.equal(await statusOf(send(world, back, {}, lead)), 303)
  assert.equal((await mandatesOf(member)).length, 1)
})

test('whoever is alone in an organisation may leave it; whoever asked to join is no successor', async () => {
  const alone = await make(world, lead, { name: 'Toute seule' })
  assert.equal((await send(world, { slug: alone, path: 'membership' }, {}, member)).status, 303)
  const left = await send(world, { slug: alone, path: 'membership/end' }, {}, lead)
  assert.doesNotMatch(left.headers.get('Location') ?? '', /refused/)
  const page = await textOf(world.get(`/fr/organisations/${alone}`))
  assert.match(page, /Toute seule/)
})

test('somebody keeps the organisation always; an administrator may end that, too', async () => {
  const leadId = await memberIdOf(world, slug, lead)
  const [own] = await mandatesOf(lead)
  const path = `members/${leadId}/mandates/${own?.id}/end`
  const ended = await send(world, { slug, path }, {}, lead)
  assert.match(ended.headers.get('Location') ?? '', /refused=last-lead/)
  for (const leaving of ['membership/end', `members/${leadId}/removal`]) {
    const left = await send(world, { slug, path: leaving }, {}, lead)
    assert.match(left.headers.get('Location') ?? '', /refused=last-lead/)
  }
  const third = await make(world, lead, { name: 'Sans personne' })
  const admin = await makeAdministrator(world, 'Administration')
  const there = `members/${await memberIdOf(world, third, lead)}/removal`
  const removed = await send(world, { slug: third, path: there }, {}, admin)
  assert.match(removed.headers.get('Location') ?? '', /done=removed/)
})

test('whoever is parted with has no mandate any more', async () => {
  const leaving = await world.person({ name: 'Yann' })
  const there = await join(world, slug, { lead, who: leaving })
  assert.equal(await statusOf(mandate(world, { slug, id: there }, {}, lead)), 303)
  assert.equal(await statusOf(send(world, { slug, path: 'membership/end' }, {}, leaving)), 303)
  const [had] = await mandatesOf(leaving)
  assert.ok(had?.until && had.until <= new Date())
})

test('an office is what the organisation says of a member', async () => {
  const path = `members/${id}/office`
  const untitled = await send(world, { slug, path }, { office: 'elected' }, lead)
  assert.equal(untitled.status, 422)
  const titled = { office: 'elected', officeTitle: 'Maire' }
  assert.equal(await statusOf(send(world, { slug, path }, titled, lead)), 303)
})

test('a hand-over is shown, confirmed as it was shown, and undone until its day', async () => {
  assert.equal(await statusOf(mandate(world, { slug, id }, {}, lead)), 303)
  const before = await account()
  const page = `/fr/organisations/${slug}/hand-over`
  const typed = { successor: String(id), from: inDays(30), until: inDays(2000) }
  const shown = await world.get(`${page}?${new URLSearchParams(typed).toString()}`, lead)
  const plan = await shown.text()
  assert.equal(shown.status, 200)
  assert.match(plan, /2 mandats prennent fin/)
  assert.deepEqual(await account(), before)

  const mark = /name="mark" value="([^"]*)"/.exec(plan)?.[1] ?? ''
  const confirmed = { ...typed, mark }
  const forged = world.post(`${page}/confirmation`, Object.entries({ ...typed, mark: 'x' }), lead)
  const other = await forged
  assert.equal(other.status, 422)
  assert.match(await other.text(), /ont changé depuis/)
  assert.deepEqual(await account(), before)

  const [one, two] = await Promise.all([
    world.post(`${page}/confirmation`, Object.entries(confirmed), lead),
    world.post(`${page}/confirmation`, Object.entries(confirmed), lead),
  ])
  assert.equal(one.status + two.status, 303 + 422)
  const third = await world.get(`${page}?${new URLSearchParams(typed).toString()}`, lead)
  assert.equal(third.status, 422)
  const handed = await mandatesOf(member)
  assert.equal(handed.length, 4)
  const [leading] = await mandatesOf(lead)
  assert.equal(leading?.until?.getTime(), handed.at(-1)?.from.getTime())

  const promised = handed.at(-1)?.id ?? 0
  const taken = { slug, path: `members/${id}/mandates/${promised}/end` }
  const back = await send(world, taken, {}, lead)
  assert.match(back.headers.get('Location') ?? '', /refused=in-hand-over/)

  assert.equal(await statusOf(world.post(`${page}/end`, [], lead)), 303)
  assert.deepEqual(await account(), before)
  const again = await world.post(`${page}/end`, [], lead)
  assert.equal(again.status, 422)
})

test('from its day on a hand-over cannot be undone, and the successor keeps the organisation', async () => {
  const page = `/fr/organisations/${slug}/hand-over`
  const typed = { successor: String(id), from: inDays(2), until: '' }
  const plan = await textOf(world.get(`${page}?${new URLSearchParams(typed).toString()}`, lead))
  const mark = /name="mark" value="([^"]*)"/.exec(plan)?.[1] ?? ''
  const sent = world.post(`${page}/confirmation`, Object.entries({ ...typed, mark }), lead)
  assert.equal(await statusOf(sent), 303)
  // Three days pass.
  const past = new Date(Date.now() - 1000)
  const { at } = await world.db
    .selectFrom('hand_over')
    .select('at')
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  await world.db
    .updateTable('hand_over')
    .set({ at: past, planned_at: new Date(0) })
    .where('undone_at', 'is', null)
    .execute()
  await world.db
    .updateTable('role_grant')
    .set({ from_at: new Date(0) })
    .where('until_at', '=', at)
    .execute()
  await world.db
    .updateTable('role_grant')
    .set({ until_at: past })
    .where('until_at', '=', at)
    .execute()
  await world.db
    .updateTable('role_grant')
    .set({ from_at: past })
    .where('from_at', '=', at)
    .execute()
  assert.equal(await statusOf(world.post(`${page}/end`, [], lead)), 404)
  const late = await world.post(`${page}/end`, [], member)
  assert.equal(late.status, 422)
  const description = `/fr/organisations/${slug}/description`
  const changed = { name: 'Ville d’Essai', side: 'political', publicBody: 'yes', territory: 'Ici' }
  const saved = fillIn(world, { page: description, to: description }, changed, member)
  assert.equal(await statusOf(saved), 303)
})

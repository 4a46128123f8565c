import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { forgetProofs } from '../src/organisations/index.ts'
import { fillIn, join, make, send } from './organisation-world.ts'
import { linkIn, openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let lead: Somebody
let member: Somebody
let other: Somebody
let slug: string

before(async () => {
  world = await openSignInWorld()
  lead = await world.person({ name: 'Teresa' })
  member = await world.person({ name: 'Ousmane' })
  other = await world.person({ name: 'Salomé' })
  slug = await make(world, lead, { mailDomain: 'essai.example' })
  await make(world, other, { name: 'Une autre', mailDomain: 'essai.example' })
  await join(world, slug, { lead, who: member })
})
after(() => world.close())

const ask = (email: string, as: Somebody = member) =>
  send(world, { slug, path: 'verification' }, { email }, as)
const linkTo = async (email: string) =>
  linkIn((await world.mailsTo(email)).at(-1)?.text ?? '') ?? ''
const isVerified = async () => {
  const found = await world.db
    .selectFrom('organisation')
    .select('verified_at as at')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return found.at !== null
}

test('a member asks for a link to an address at the domain, and to no other', async () => {
  for (const [email, problem] of [
    ['ousmane@evil-essai.example', /pas au domaine/],
    ['essai.example@evil.org', /pas au domaine/],
    ['ousmane', /pas complète/],
    ['', /Écrivez votre adresse/],
  ] as const) {
    const refused = await ask(email)
    assert.equal(refused.status, 422, email)
    assert.match(await refused.text(), problem)
  }
  assert.equal(await statusOf(ask('Ousmane@Essai.example')), 303)
  assert.match(await linkTo('ousmane@essai.example'), /^\/fr\/organisations\/.*\/verification\//)
})

test('somebody who is no member finds no way to verify it', async () => {
  for (const as of [other, await world.person({ name: 'Nour' })]) {
    assert.equal(await statusOf(ask('x@essai.example', as)), 404)
    assert.equal(await statusOf(world.get(`/fr/organisations/${slug}/verification`, as)), 404)
  }
})

test('a link works for whoever asked for it alone, by its button alone', async () => {
  const link = await linkTo('ousmane@essai.example')
  assert.equal(await statusOf(world.get(link, member)), 200)
  assert.equal(await statusOf(world.get(link, member)), 200)
  assert.equal(await isVerified(), false)
  // The lead is of it as well, and the link is not theirs.
  assert.match(await textOf(world.get(link, lead)), /pas pour ce compte/)
  assert.equal(await statusOf(world.post(link, [], lead)), 404)
  assert.equal(await statusOf(world.post(link, [], other)), 404)
  assert.equal(await statusOf(world.get(link)), 303)
  const elsewhere = link.replace(slug, 'une-autre')
  assert.equal(await statusOf(world.post(elsewhere, [], other)), 404)
  assert.equal(await isVerified(), false)
})

test('a domain that changed since makes a link worth nothing', async () => {
  const link = await linkTo('ousmane@essai.example')
  const page = `/fr/organisations/${slug}/description`
  const said = { name: 'Ville d’Essai', side: 'political', publicBody: 'yes' }
  const to = { page, to: page }
  assert.equal(
    await statusOf(fillIn(world, to, { ...said, mailDomain: 'autre.example' }, lead)),
    303,
  )
  const used = await world.post(link, [], member)
  assert.match(await used.text(), /domaine de l’organisation a changé/)
  assert.equal(
    await statusOf(fillIn(world, to, { ...said, mailDomain: 'essai.example' }, lead)),
    303,
  )
  assert.equal(await isVerified(), false)
})

test('a link that is over proves nothing', async () => {
  assert.equal(await statusOf(ask('tard@essai.example')), 303)
  await world.db
    .updateTable('organisation_proof')
    .set({ created_at: new Date(Date.now() - 7200_000), expires_at: new Date(Date.now() - 1) })
    .where('email', '=', 'tard@essai.example')
    .execute()
  const late = await world.post(await linkTo('tard@essai.example'), [], member)
  assert.match(await late.text(), /n’est plus valable/)
  assert.equal(await isVerified(), false)
})

test('the button verifies the organisation, once; the address is no way in and in no journal', async () => {
  const link = await linkTo('ousmane@essai.example')
  const [one, two] = await Promise.all([world.post(link, [], member), world.post(link, [], member)])
  assert.equal(one.status + two.status, 303 + 422)
  const page = await textOf(world.get(`/fr/organisations/${slug}`))
  assert.match(page, /@essai\.example/)
  assert.doesNotMatch(page, /ousmane@/i)
  const rows = await world.db.selectFrom('journal_entry').select(['payload', 'action']).execute()
  assert.ok(rows.some(({ action }) => action === 'organisation.verified'))
  assert.doesNotMatch(JSON.stringify(rows), /ousmane@/i)
  const ways = await world.db
    .selectFrom('identity')
    .select('subject')
    .where('subject', '=', 'ousmane@essai.example')
    .execute()
  assert.deepEqual(ways, [])
})

test('so many links are mailed in an hour, and not one more', async () => {
  const busy = await make(world, lead, { name: 'Pressée', mailDomain: 'pressee.example' })
  const send5 = (n: number) =>
    send(world, { slug: busy, path: 'verification' }, { email: `a${n}@pressee.example` }, lead)
  for (let n = 0; n < 5; n += 1) assert.equal(await statusOf(send5(n)), 303)
  const sixth = await send5(6)
  assert.equal(sixth.status, 422)
  assert.match(await sixth.text(), /déjà été demandés/)
})

test('addresses are forgotten a day after', async () => {
  const count = async () =>
    (await world.db.selectFrom('organisation_proof').selectAll().execute()).length
  const before = await count()
  await forgetProofs(world.db, new Date())
  assert.equal(await count(), before)
  await forgetProofs(world.db, new Date(Date.now() + 25 * 3600 * 1000))
  assert.equal(await count(), 0)
})

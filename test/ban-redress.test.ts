import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { ban, send, setOn, warn, whoSpoke } from './ban-people.ts'
import { askErasure, eraseBy, inDays } from './erase.ts'
import { makeAdministrator } from './make-administrator.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, reportPath, statusOf, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let maud: Somebody
let mona: Somebody
let mila: Somebody
before(async () => {
  world = await openSignInWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  mona = await world.person({ name: 'Mona', role: 'moderator' })
  mila = await world.person({ name: 'Mila', role: 'moderator' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const somebody = () => whoSpoke(world)
const contribute = (as: Somebody) => world.post(`${reportPath}/contributions`, formOf(), as)

/** Contested, then replaced by another moderator: both ids. */
async function replaced(as: Somebody & { number: number }): Promise<[number, number]> {
  const first = await setOn(world, maud, as.number)
  assert.equal((await send(world, as, `/account/bans/${first}/contestation`)).status, 303)
  return [first, await setOn(world, mona, as.number, { seen: String(first) })]
}

const settledAt = async (id: number) =>
  (
    await world.db
      .selectFrom('ban')
      .select('settled_at as at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).at

test('a contestation that is won ends the ban that replaced the contested one', async () => {
  const nour = await somebody()
  const [first, second] = await replaced(nour)
  const outcome = `/workshop/bans/${first}/outcome`
  const page = await textOf(world.get(`/fr/workshop/bans/${first}`, mila))
  assert.match(page, new RegExp(`En vigueur maintenant[^<]*<a href="/fr/workshop/bans/${second}"`))
  assert.match(page, /mettre fin dès maintenant à la suspension qui l’a remplacée/)
  for (const setter of [maud, mona]) {
    const refused = await send(world, setter, outcome, { outcome: 'ended', reason: 'À moi.' })
    assert.equal(refused.status, 422)
    assert.match(
      await refused.text(),
      /quelqu’un d’autre relit[^]*<textarea[^>]*readonly[^>]*>À moi/,
    )
  }
  assert.equal((await contribute(nour)).status, 403)
  assert.equal((await send(world, mila, outcome, { outcome: 'ended' })).status, 303)
  assert.equal((await contribute(nour)).status, 303)
  assert.match(await textOf(world.get(`/fr/workshop/bans/${second}`, maud)), /Annulée le/)
})

test('what the person is told by mail is so: whether they take part again, or what still holds', async () => {
  const email = 'told@example.org'
  const as = { ...(await somebody()), ...(await world.enter(email, 'Qui est informée')) }
  const number = await publish(world, as)
  const [first, second] = await replaced({ ...as, number })
  const last = async () => (await world.mailsTo(email)).at(-1)?.text ?? ''
  assert.equal((await contribute(as)).status, 403)
  assert.equal(
    (await send(world, mila, `/workshop/bans/${first}/outcome`, { outcome: 'upheld' })).status,
    303,
  )
  assert.match(await last(), /lui donne raison[^]*Une suspension est en vigueur dans/)
  await send(world, as, `/account/bans/${second}/contestation`)
  await send(world, mila, `/workshop/bans/${second}/lift`)
  assert.match(await last(), /Vous pouvez de nouveau participer[^]*contestation est close/)
  assert.doesNotMatch(await last(), /est en vigueur/)
  const ada = await makeAdministrator(world)
  const here = await setOn(world, ada, number)
  await setOn(world, ada, number, { scope: 'site' })
  await send(world, mila, `/workshop/bans/${here}/lift`)
  assert.match(await last(), /Une suspension est en vigueur sur tout le site/)
  assert.doesNotMatch(await last(), /de nouveau participer/)
})

test('lifting a ban closes what was said against it and what it replaced, and nobody decides on it then', async () => {
  const nour = await somebody()
  const [first, second] = await replaced(nour)
  const refused = await send(world, nour, `/workshop/bans/${second}/lift`)
  assert.equal(refused.status, 404)
  assert.equal((await send(world, mila, `/workshop/bans/${second}/lift`)).status, 303)
  assert.ok(await settledAt(first))
  const outcome = { outcome: 'upheld', reason: 'Trop tard pour cela.' }
  const late = await send(world, mila, `/workshop/bans/${first}/outcome`, outcome)
  assert.equal(late.status, 422)
  assert.match(await late.text(), /contestation est close[^]*readonly[^>]*>Trop tard pour cela/)
  const own = await textOf(world.get(`/fr/account/bans/${first}`, nour))
  assert.match(own, /Remplacée le [^<]+ par une autre\.[^]*Close le/)
  for (const moderator of ['Maud', 'Mona', 'Mila']) assert.ok(!own.includes(moderator), moderator)
  const list = await textOf(world.get('/fr/workshop/reports/petite-loi/bans', maud))
  assert.doesNotMatch(list, /Contestées/)
})

test('what is said against a ban that is lifted already is decided on, and the choice says what it means', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  await send(world, mona, `/workshop/bans/${id}/lift`)
  assert.equal((await send(world, nour, `/account/bans/${id}/contestation`)).status, 303)
  assert.equal(await settledAt(id), null)
  const page = await textOf(world.get(`/fr/workshop/bans/${id}`, mona))
  assert.match(page, /Donner tort à la décision/)
  const decided = await send(world, mona, `/workshop/bans/${id}/outcome`, { outcome: 'ended' })
  assert.equal(decided.status, 303)
})

test('a contested ban of an erased person waits no longer', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  await send(world, nour, `/account/bans/${id}/contestation`)
  assert.equal((await askErasure(world, nour)).status, 303)
  await eraseBy(world, inDays(60))
  assert.ok(await settledAt(id))
})

test('words that came too late are shown with what happened', async () => {
  const nour = await somebody()
  const id = await setOn(world, maud, nour.number)
  const own = `/account/bans/${id}/contestation`
  assert.equal((await send(world, nour, own, { reason: 'La première fois.' })).status, 303)
  assert.equal(
    (await send(world, nour, own, { reason: ' La première fois.' })).status,
    303,
    'again',
  )
  const other = await send(world, nour, own, { reason: 'Dans l’autre onglet.' })
  assert.equal(other.status, 422)
  assert.match(await other.text(), /déjà contesté[^]*readonly[^>]*>Dans l’autre onglet/)
  const outcome = `/workshop/bans/${id}/outcome`
  assert.equal((await send(world, mona, outcome, { outcome: 'upheld' })).status, 303)
  const second = await send(world, mila, outcome, { outcome: 'ended', reason: 'Mes raisons.' })
  assert.equal(second.status, 422)
  assert.match(await second.text(), /déjà décidé[^]*readonly[^>]*>Mes raisons/)
  const lift = `/workshop/bans/${id}/lift`
  assert.equal((await send(world, mona, lift)).status, 303)
  const lifted = await send(world, mila, lift, { reason: 'Je la lève aussi.' })
  assert.equal(lifted.status, 422)
  assert.match(await lifted.text(), /déjà pris fin[^]*readonly[^>]*>Je la lève aussi/)
})

test('a warning that is sent twice is given once; another of the same moment asks first', async () => {
  const nour = await somebody()
  for (const _ of [1, 2]) assert.equal((await warn(world, maud, nour.number)).status, 303)
  const count = async () =>
    (
      await world.db
        .selectFrom('warning')
        .select('id')
        .where('person_id', '=', nour.actor.personId)
        .execute()
    ).length
  assert.equal(await count(), 1)
  const meanwhile = await warn(world, mona, nour.number, { reason: 'Pas cela non plus.' })
  assert.equal(meanwhile.status, 422)
  const page = await meanwhile.text()
  assert.match(page, /Un avertissement a été donné depuis[^]*Pas cela non plus/)
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(page) ?? []
  const then = { reason: 'Pas cela non plus.', seen }
  assert.equal((await warn(world, mona, nour.number, then)).status, 303)
  assert.equal(await count(), 2)
})

test('the last day that the form names can be chosen, the one after it cannot', async () => {
  const nour = await somebody()
  const page = await textOf(world.get(`/fr/workshop/contributions/${nour.number}/ban`, maud))
  const named = /le (\d+)(?:er)?\s([a-zéû]+)\s(\d{4}) au plus tard/u
  const [, day = '', month = '', year = ''] = named.exec(page) ?? []
  const months =
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'
  const at = months.split(' ').indexOf(month)
  assert.ok(at >= 0, page)
  const on = (more: number) =>
    new Date(Date.UTC(Number(year), at, Number(day) + more, 12)).toISOString().slice(0, 10)
  const late = await ban(world, maud, nour.number, { until: on(1), step: 'look' })
  assert.equal(late.status, 422)
  assert.equal(await statusOf(ban(world, maud, nour.number, { until: on(0) })), 303)
})

test('the reasons say that the defence against spam had found what the ban rests on', async () => {
  const nour = await somebody()
  await world.db
    .insertInto('moderation_hold')
    .values({
      contribution_number: nour.number,
      ground: 'spam-defence',
      signs: ['links'],
      held_at: new Date(Date.now() - 1000),
      ended_at: new Date(),
    })
    .execute()
  const id = await setOn(world, maud, nour.number)
  const own = await textOf(world.get(`/fr/account/bans/${id}`, nour))
  assert.match(own, /que la défense automatique contre les messages indésirables avait retenue/)
  await world.db
    .deleteFrom('moderation_hold')
    .where('contribution_number', '=', nour.number)
    .execute()
  const without = await textOf(world.get(`/fr/account/bans/${id}`, nour))
  assert.match(without, /sans moyen automatisé\./)
})

test('of whoever cannot be banned the form does not say that they will be', async () => {
  const number = await publish(world, mila)
  const page = await textOf(world.get(`/fr/workshop/contributions/${number}/ban`, maud))
  assert.match(page, /a un rôle ici/)
  assert.doesNotMatch(page, /ne pourra plus/)
})

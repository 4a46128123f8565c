import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { locationOf, type Browsing } from './browsing.ts'
import {
  follow,
  goThrough,
  openAccountWith,
  openProvidersWorld,
  type ProvidersWorld,
} from './providers-world.ts'
import { textOf } from './sign-in-world.ts'

const own = '13002526500013'
const other = '73282932000074'

let world: ProvidersWorld
before(async () => {
  world = await openProvidersWorld()
})
after(() => world.close())

/** Somebody whom ProConnect let in, as of that establishment. */
async function enter(as: string, siret: string): Promise<Browsing> {
  const { proconnect } = world.providers
  proconnect.accounts.set(as, { given_name: as, usual_name: 'Dupont', siret })
  const me = world.browse()
  await openAccountWith(me, proconnect, { as })
  return me
}

/** Makes an organisation by its form, and returns where it is. */
async function make(me: Browsing, name: string, siret: string): Promise<string> {
  const form = await textOf(me.get('/fr/organisation'))
  const [, key = ''] = /name="key" value="([^"]+)"/.exec(form) ?? []
  const made = await me.post('/fr/organisations', [
    ['key', key],
    ['name', name],
    ['side', 'political'],
    ['publicBody', 'yes'],
    ['siret', siret],
  ])
  assert.equal(made.status, 303, await made.text())
  return locationOf(made).replace(/\?.*$/, '')
}

const waysOf = (me: Browsing, at: string) => textOf(me.get(`${at}/verification`))
const prove = (me: Browsing, at: string) => me.post(`${at}/verification/siret`)
const isVerified = async (at: string) => !/Non vérifiée/.test(await textOf(world.get(at)))

test('whoever ProConnect vouches for at its SIRET verifies the organisation, once, and everybody reads how', async () => {
  const me = await enter('ana', own)
  const at = await make(me, 'Ville d’Ana', own)
  assert.equal(await isVerified(at), false)
  assert.match(
    await waysOf(me, at),
    /ProConnect atteste que vous travaillez au SIRET 130\s025\s265\s00013/,
  )
  assert.equal(locationOf(await prove(me, at)), `${at}?done=verified`)
  assert.match(
    await textOf(world.get(at)),
    /atteste qu’un de ses membres y travaille, au SIRET 130/,
  )
  const again = await prove(me, at)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /déjà vérifiée/)
  await world.seal()
  assert.match(await textOf(world.get('/fr/journal')), /organisation/)
})

test('another SIRET, none, or a session that vouches for nothing verifies nothing, and it is said why', async () => {
  const me = await enter('bao', other)
  const at = await make(me, 'Ville de Bao', '13002526500054')
  assert.match(await waysOf(me, at), /au SIRET 732\s829\s320\s00074\s; l’organisation indique 130/)
  const elsewhere = await prove(me, at)
  assert.equal(elsewhere.status, 422)
  assert.match(await elsewhere.text(), /n’atteste pas que vous travaillez à ce SIRET/)

  const bare = await make(me, 'Sans SIRET', '')
  assert.match(await waysOf(me, bare), /Dites d’abord dans la description quel est son SIRET/)
  const refused = await prove(me, bare)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /n’a dit aucun SIRET/)
  assert.equal(await isVerified(at), false)
})

test('what a provider said to another session, perhaps long ago, does not vouch for this one', async () => {
  const me = await enter('chi', '13002526500039')
  const at = await make(me, 'Ville de Chi', '13002526500039')
  const { personId } = await world.db
    .selectFrom('identity')
    .select('person_id as personId')
    .where('subject', '=', 'chi')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('identity')
    .values({
      provider: 'email',
      subject: 'chi@example.org',
      person_id: personId,
      created_at: new Date(),
    })
    .execute()
  const byMail = world.browse()
  byMail.cookie = (await world.enter('chi@example.org', 'Chi')).cookie
  assert.match(await waysOf(byMail, at), /identifiez-vous par ce moyen/)
  assert.equal((await prove(byMail, at)).status, 422)
  assert.equal(await isVerified(at), false)

  const { proconnect } = world.providers
  await follow(byMail, await goThrough(byMail, proconnect, { as: 'chi' }))
  assert.equal((await prove(byMail, at)).status, 303)
})

test('somebody of the same SIRET who is no member cannot verify it', async () => {
  const me = await enter('dee', '13002526500047')
  const at = await make(me, 'Ville de Dee', '13002526500047')
  const stranger = await enter('eli', '13002526500047')
  assert.equal((await prove(stranger, at)).status, 404)
  assert.equal((await stranger.get(`${at}/verification`)).status, 404)
  assert.equal(await isVerified(at), false)
})

test('of two organisations that say one SIRET, the first to prove it has it', async () => {
  const me = await enter('fay', '13002526500021')
  const [one, two] = [
    await make(me, 'Un', '13002526500021'),
    await make(me, 'Deux', '13002526500021'),
  ]
  assert.equal((await prove(me, one)).status, 303)
  const late = await prove(me, two)
  assert.equal(late.status, 422)
  assert.match(await late.text(), /Une autre organisation vérifiée a déjà ce SIRET/)
})

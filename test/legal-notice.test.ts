import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'
import { say } from './tamper.ts'
import { makeAdministrator } from './make-administrator.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Somebody
before(async () => {
  world = await openWorld()
  admin = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual(say((await verifyRecord(world.db)).findings), [])
  await world.close()
})

const page = '/fr/legal-notice'
const form = '/fr/admin/legal-notice'
const said = {
  publisher: 'Réseau des villes',
  publisherAddress: '1, place de la République\n59000 Lille',
  publisherPhone: '+33 (0)1 71 21 01 70',
  director: 'Anne Dupré',
  host: 'Un hébergeur',
  hostAddress: '2, rue des Machines\n59000 Lille',
  hostPhone: '3600',
}
type Typed = { [field: string]: string }
const send = (typed: Typed, as: Somebody | undefined = admin, read = '0') =>
  world.post(form, Object.entries({ read, ...typed }), as)

test('while nothing is said, the page says plainly what is missing', async () => {
  const empty = await textOf(world.get(page))
  assert.match(empty, /Cette page est incomplète\. Il manque 7\schoses/)
  assert.match(empty, /Direction de la publication[^]*pas encore indiqué/)
})

test('a part of it can be said, each change is in the journal without what it says', async () => {
  const part = { publisher: said.publisher, director: said.director }
  assert.equal((await send(part)).headers.get('Location'), `${page}?done=kept`)
  assert.match(
    await textOf(world.get(page)),
    /Il manque 5\schoses[^]*Réseau des villes[^]*Anne Dupré/,
  )
  const stale = await send(said)
  assert.equal(stale.status, 422)
  const told = await stale.text()
  assert.match(told, /Quelqu’un a modifié[^]*Ada l’a fait le[^]*Un hébergeur/)
  assert.match(told, /href="\/fr\/admin\/legal-notice" target="_blank"/)
  const [, id = ''] = /name="read" value="(\d+)"/.exec(told) ?? []
  assert.equal((await send(said, admin, id)).status, 303, 'told, they may put theirs over it')
  const full = await textOf(world.get(page))
  assert.doesNotMatch(full, /incomplète/)
  assert.match(full, /href="tel:\+33171210170"/)
  assert.equal((await send(said, admin, 'x')).status, 303, 'the same again is nothing')
  const acts = await world.db
    .selectFrom('journal_entry')
    .select('payload')
    .where('action', '=', 'legal-notice.kept')
    .orderBy('id')
    .execute()
  assert.equal(acts.length, 2)
  assert.match(acts[0]?.payload ?? '', /"fields":\["publisher","director"\]/)
  assert.ok(acts.every(({ payload }) => !/Dupré|Lille|7121/.test(payload ?? '')))
  const rows = await world.db.selectFrom('legal_notice').select('id').execute()
  assert.equal(rows.length, 1, 'whom it named before is forgotten')
  await world.seal()
  const tx = await world.db.startTransaction().execute()
  await tx.deleteFrom('legal_notice').execute()
  const { findings } = await verifyRecord(tx)
  await tx.rollback().execute()
  assert.deepEqual(say(findings), ['notice legal-notice: gone'])
})

test('what is no number, no address or too long is refused by its field, and kept as typed', async () => {
  const refused: [Typed, RegExp][] = [
    [{ registration: '123 456 789' }, /ni les neuf chiffres/],
    [{ registration: '73282932000075' }, /ni les neuf chiffres/],
    [{ publisherPhone: 'appelez-moi' }, /n’est pas un numéro de téléphone/],
    [{ hostPhone: '123' }, /n’est pas un numéro de téléphone/],
    [{ hostPhone: '+12345678901234567' }, /n’est pas un numéro de téléphone/],
    [{ publisherEmail: 'pas une adresse' }, /n’est pas une adresse électronique/],
    [{ director: 'Deux\nlignes' }, /tenir sur une ligne/],
    [{ publisher: 'x'.repeat(201) }, /dépasse 200/],
    [{ hostAddress: 'x'.repeat(501) }, /dépasse 500/],
    [{ hostAddress: 'Rue\u202e euR' }, /sans caractères invisibles/],
  ]
  for (const [typed, told] of refused) {
    const [[field, value] = ['', '']] = Object.entries(typed)
    const answer = await send({ ...said, ...typed })
    assert.equal(answer.status, 422, value)
    const shown = await answer.text()
    assert.match(shown, told)
    assert.match(shown, new RegExp(`href="#${field}"`))
    assert.ok(shown.includes(value), 'what was typed is kept')
  }
  const newest = await world.db
    .selectFrom('legal_notice')
    .select((the) => the.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  const taken = { ...said, registration: '732 829 320', capital: '1 000 €' }
  assert.equal((await send(taken, admin, String(newest.id))).status, 303)
  assert.match(await textOf(world.get(page)), /732\s829\s320[^]*1 000 €/)
})

test('only administrators keep it, and a session that has ended loses nothing', async () => {
  for (const role of ['moderator', 'editor-in-chief', 'guarantor'] as const) {
    const other = await world.person({ name: `Un ${role}`, role })
    assert.equal(await statusOf(world.get(form, other)), 404)
    assert.equal((await send(said, other)).status, 404)
  }
  const gone = await world.post(form, Object.entries(said))
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /session a pris fin[^]*Anne Dupré/)
})

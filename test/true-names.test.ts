import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  formOf,
  publish,
  reportPath,
  statusOf,
  submitAt,
  textOf,
  type Somebody,
} from './take-part.ts'
import { makeOtherReport, openWorld, type World } from './world.ts'
import { makeAdministrator } from './make-administrator.ts'

let world: World
let chief: Somebody
let nour: Somebody

before(async () => {
  world = await openWorld()
  chief = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  nour = await world.person({ name: 'Nour' })
})
after(() => world.close())

const setting = '/fr/workshop/reports/petite-loi/true-names'
const ask = (asked: string, as?: Somebody) => world.post(setting, [['asked', asked]], as)
const say = (fields: object, as: Somebody = nour) =>
  world.post(`${reportPath}/contributions`, formOf({ ...fields }), as)
const secret = 'Nour Benali-Duprat'
const nameOf = async ({ actor }: Somebody) => {
  const found = await world.db
    .selectFrom('person')
    .select('true_name as name')
    .where('id', '=', actor.personId ?? 0)
    .executeTakeFirstOrThrow()
  return found.name
}
const acts = async () => {
  const rows = await world.db
    .selectFrom('journal_entry')
    .select('payload')
    .where('action', '=', 'report.true-names')
    .execute()
  return rows.length
}

test('the editor-in-chief alone has a report ask for true names, in the journal', async () => {
  for (const as of [nour, await world.person({ name: 'Camille', role: 'rapporteur' })]) {
    assert.equal(await statusOf(world.get(setting, as)), 404)
    assert.equal(await statusOf(ask('yes', as)), 404)
  }
  assert.equal(await statusOf(ask('yes')), 303)
  assert.equal(await acts(), 0)
  assert.equal(await statusOf(ask('perhaps', chief)), 422)
  assert.equal(await statusOf(ask('yes', chief)), 303)
  assert.equal(await statusOf(ask('yes', chief)), 303)
  assert.equal(await acts(), 1)
})

test('the form asks who has not said it, says who will see it, and publishes nothing without', async () => {
  const form = await textOf(world.get(`${reportPath}/contribution?kind=remark`, nour))
  assert.match(form, /name="trueName"/)
  assert.match(form, /la modération de ces rapports et l’administration du site/)
  const refused = await say({})
  const page = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(page, /id="trueName-problem"/)
  assert.match(page, /Une remarque\./)
  assert.equal(await statusOf(say({ trueName: '\u202e' })), 422)
  const past = await submitAt(world, nour.actor, new Date())
  assert.deepEqual(past, { ok: false, problems: ['no-true-name'] })
  assert.equal(await nameOf(nour), null)
})

test('a draft needs no true name and keeps none', async () => {
  const key = 'key-of-a-draft-with-a-name'
  assert.equal(await statusOf(say({ step: 'draft', key, trueName: secret })), 303)
  const { fields } = await world.db
    .selectFrom('draft')
    .select('fields')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify(fields), /Benali/)
})

test('once it is said it is asked no more, and readers never see it', async () => {
  const preview = await say({ step: 'preview', trueName: secret })
  assert.match(await preview.text(), new RegExp(`value="${secret}"`))
  const number = await publish(world, nour, { trueName: secret })
  assert.equal(await nameOf(nour), secret)
  const form = await textOf(world.get(`${reportPath}/contribution?kind=remark`, nour))
  assert.doesNotMatch(form, /name="trueName"/)
  await publish(world, nour)

  await world.seal()
  for (const path of [
    `/fr/contributions/${number}`,
    `${reportPath}/contributions`,
    `${reportPath}/editions/1.json`,
    '/fr/journal',
    `/fr/reports/petite-loi/search?words=Benali`,
  ]) {
    const page = await textOf(world.get(path))
    assert.doesNotMatch(page.replaceAll('words=Benali', ''), /Benali-Duprat/, path)
  }
  const kept = await world.db.selectFrom('journal_entry').select('payload').execute()
  assert.doesNotMatch(JSON.stringify(kept), /Benali/)
})

test('moderators of that report and administrators see it, and nobody else', async () => {
  const number = await publish(world, nour)
  const seen = async (as?: Somebody) =>
    (await textOf(world.get(`/fr/contributions/${number}`, as))).includes(secret)
  const moderator = await world.person({ name: 'Yann', role: 'moderator' })
  const other = await world.person({ name: 'Ines' })
  const { id } = await makeOtherReport(world.db)
  await world.db
    .insertInto('role_grant')
    .values({
      person_id: other.actor.personId ?? 0,
      role: 'moderator',
      scope_kind: 'report',
      scope_id: id,
      from_at: new Date(0),
      until_at: null,
    })
    .execute()
  assert.deepEqual(
    [await seen(moderator), await seen(await makeAdministrator(world, 'Administration'))],
    [true, true],
  )
  for (const as of [undefined, nour, chief, other]) assert.equal(await seen(as), false)

  assert.equal(await statusOf(ask('no', chief)), 303)
  assert.equal(await seen(moderator), false)
})

test('in the account it is said, changed and taken back', async () => {
  const path = '/fr/account/true-name'
  const save = (trueName: string, as?: Somebody) => world.post(path, [['trueName', trueName]], as)
  assert.match(await textOf(world.get('/fr/account', nour)), new RegExp(`value="${secret}"`))
  const refused = await save('a'.repeat(121), nour)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /dépasse 120/)
  assert.equal(await nameOf(nour), secret)
  assert.equal(await statusOf(save(' Autre Nom ', nour)), 303)
  assert.equal(await nameOf(nour), 'Autre Nom')
  assert.equal(await statusOf(save('', nour)), 303)
  assert.equal(await nameOf(nour), null)
  assert.match((await save('X')).headers.get('Location') ?? '', /sign-in/)
})

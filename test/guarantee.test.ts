import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { runVerification } from '../src/guarantee/index.ts'
import { endGrant } from '../src/roles/end-grant.ts'
import { setOn } from './ban-people.ts'
import { makeAdministrator } from './make-administrator.ts'
import { setMode, undo, withhold } from './moderate.ts'
import {
  newKey,
  publish,
  reportPath,
  statusOf,
  textOf,
  type Fields,
  type Somebody,
} from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let garance: Somebody
let nour: Somebody
const page = `${reportPath}/guarantee`
const record = '/fr/workshop/reports/petite-loi/guarantee'

before(async () => {
  world = await openWorld()
  garance = await world.person({ name: 'Garance Lebrun', role: 'guarantor' })
  nour = await world.person({ name: 'Nour' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const typed: Fields = {
  title: 'Avis sur la procédure',
  body: 'Tout a été **traité**.',
  lang: 'fr',
  edition: '1',
}

function write(fields: Fields, as?: Somebody, path = `${record}/opinions`): Promise<Response> {
  return world.post(path, Object.entries({ ...typed, key: newKey(), ...fields }), as)
}

async function written(fields: Fields = {}): Promise<number> {
  const sent = await write(fields, garance)
  assert.equal(sent.status, 303, await sent.text())
  return Number(/opinions\/(\d+)\?/.exec(sent.headers.get('Location') ?? '')?.[1])
}

test('who the guarantor is and what they say is read by everybody, unedited', async () => {
  assert.match(await textOf(world.get(page)), /Garance Lebrun[^]*Aucun avis n’est publié/)
  const id = await written()
  assert.match(await textOf(world.get(page)), /Avis sur la procédure[^]*sur l’édition 1/)
  const opinion = await textOf(world.get(`${page}/opinions/${id}`))
  assert.match(opinion, /Par [^]*Garance Lebrun[^]*<strong>traité<\/strong>/)
  assert.match(await textOf(world.get(`${reportPath}/editions/1`)), /Avis sur la procédure/)
  assert.match(await textOf(world.get(reportPath)), /Garantie, avec 1 avis/)
  assert.equal(await statusOf(world.get(`${page}/opinions/99`)), 404)
  assert.equal(await statusOf(world.get(`${page}/opinions/${id}?version=7`)), 404)
})

test('what is missing is said, with what was typed; the same form sent twice publishes once', async () => {
  const empty = await write({ title: ' ', body: '', edition: '9' }, garance)
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Écrivez un titre[^]*Écrivez votre avis[^]*n’existe pas/)
  assert.match(await textOf(write({ title: 'x'.repeat(201) }, garance)), /dépasse[^]*traité/)
  const key = newKey()
  const first = await write({ key }, garance)
  const second = await write({ key }, garance)
  assert.equal(second.headers.get('Location'), first.headers.get('Location'))
  const other = await write({ key, body: 'Des mots tout autres.' }, garance)
  assert.equal(other.status, 422)
  const kept = await other.text()
  assert.match(kept, /Une première version[^]*Corriger plutôt[^]*Des mots tout autres/)
  const [, fresh = ''] = /name="key" value="([^"]+)"/.exec(kept) ?? []
  const apart = await write({ key: fresh, body: 'Des mots tout autres.' }, garance)
  assert.equal(apart.status, 303)
  assert.notEqual(apart.headers.get('Location'), first.headers.get('Location'))
  assert.match(
    await textOf(write({ body: 'Des mots gardés.' })),
    /id="signed-out"[^]*Des mots gardés/,
  )
})

test('an opinion is corrected by a new version with its reason; those before stay, and nobody alters one', async () => {
  const id = await written({ edition: '' })
  const versions = `${record}/opinions/${id}/versions`
  const correct = (fields: Fields, as = garance) =>
    write({ body: 'Presque tout a été traité.', read: '1', ...fields }, as, versions)
  assert.equal((await correct({})).status, 422, 'no reason')
  assert.equal((await correct({ reason: 'Une erreur de ma part.' })).status, 303)
  assert.equal((await correct({ reason: 'Une erreur de ma part.' })).status, 303, 'sent twice')
  const other = await textOf(correct({ body: 'Autre chose.', reason: 'Encore.' }))
  assert.match(other, /id="changed-since"[^]*name="read" value="2"[^]*Autre chose\./)
  const same = await correct({ read: '2', reason: 'Rien.' })
  assert.match(await same.text(), /dit déjà cela/)
  const newest = await textOf(world.get(`${page}/opinions/${id}`))
  assert.match(newest, /Une erreur de ma part[^]*Presque tout/)
  const first = await textOf(world.get(`${page}/opinions/${id}?version=1`))
  assert.match(first, /pas la dernière version[^]*Tout a été/)
  const entries = await world.db
    .selectFrom('journal_entry')
    .select(['payload', 'actor_role as role'])
    .where('object', '=', `opinion/${id}`)
    .orderBy('id')
    .execute()
  assert.equal(entries.length, 2)
  for (const { payload, role } of entries) {
    const { sha256 = 'none' } = /"sha256":"(?<sha256>[^"]+)"/.exec(payload ?? '')?.groups ?? {}
    assert.ok(newest.includes(sha256))
    assert.equal(role, 'guarantor')
  }
  for (const table of ['opinion', 'opinion_version'] as const) {
    await assert.rejects(world.db.deleteFrom(table).execute(), /says what it said/)
  }
})

test('nobody but its guarantor writes or corrects: no editor, no moderator, no administrator, no other guarantor', async () => {
  const id = await written()
  const ada = await makeAdministrator(world)
  const others = [
    nour,
    ada,
    await world.person({ name: 'Salomé' }),
    await world.person({ name: 'Camille', role: 'rapporteur' }),
    await world.person({ name: 'Maud', role: 'moderator' }),
  ]
  const correction = { body: 'Tout va bien.', reason: 'Parce que.', read: '1' }
  const versions = `${record}/opinions/${id}/versions`
  for (const as of others) {
    assert.equal((await write({}, as)).status, 404)
    assert.equal((await write(correction, as, versions)).status, 404)
    for (const path of [record, `${record}/opinion`, `${record}/opinions/${id}`])
      assert.equal(await statusOf(world.get(path, as)), 404, path)
    assert.equal((await world.post(`${record}/verifications`, [], as)).status, 404)
  }
  const gaspard = await world.person({ name: 'Gaspard', role: 'guarantor' })
  assert.equal((await write(correction, gaspard, versions)).status, 404)
  assert.equal(await statusOf(world.get(`${record}/opinions/${id}`, gaspard)), 404)
  assert.equal(await statusOf(world.get(record, gaspard)), 200)
  const { id: grant } = await world.db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', gaspard.actor.personId ?? 0)
    .executeTakeFirstOrThrow()
  assert.ok((await endGrant(world.db, ada.actor, grant, new Date())).ok)
  assert.equal(await statusOf(world.get(record, gaspard)), 404)
  assert.match(await textOf(world.get(page)), /Gaspard<\/bdi>\s*du/)
})

test('the record says that everything is accounted for, and shows what was hidden, late, undone and withdrawn', async () => {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const salome = await world.person({ name: 'Salomé' })
  await setMode(world, salome, 'before', '5')
  const late = await publish(world, nour, { body: 'Qui attend.' })
  await setMode(world, salome, 'after', '5')
  await world.db
    .updateTable('moderation_hold')
    .set({ held_at: new Date(Date.now() - 9 * 24 * 3600 * 1000) })
    .where('contribution_number', '=', late)
    .execute()
  await publish(world, nour)
  const hidden = await publish(world, nour)
  await withhold(world, maud, hidden)
  const undone = await publish(world, nour)
  await withhold(world, maud, undone)
  await undo(world, maud, undone)
  const withdrawn = await publish(world, nour)
  await world.post(`/fr/contributions/${withdrawn}/withdrawal`, [], nour)
  await setOn(world, maud, hidden)
  const shown = (await textOf(world.get(record, garance)))
    .replaceAll(/<(?!a )[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  assert.match(shown, /Citoyennes, citoyens 5 2 1 1 1 En tout 5 2 1 1 1 Le compte est juste/)
  assert.match(shown, new RegExp(`/contributions/${hidden}/decisions/\\d+`))
  assert.match(shown, new RegExp(`n°\\s${undone}, décision annulée`))
  assert.match(shown, new RegExp(`délai promis[^]*n°\\s${late} attend depuis`))
  assert.match(shown, /1 suspension, dont 0 contestée/)
  assert.match(shown, new RegExp(`retirées[^]*n°\\s${withdrawn} ·`))
  // As the journal has it.
  const { at } = await world.db
    .selectFrom('journal_entry')
    .select('at')
    .where('action', '=', 'contribution.held')
    .where('object', '=', `contribution/${late}`)
    .executeTakeFirstOrThrow()
  await world.db
    .updateTable('moderation_hold')
    .set({ held_at: at })
    .where('contribution_number', '=', late)
    .execute()
})

test('the guarantor reaches the reasons of a decision that was undone, though its words wait again', async () => {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const salome = await world.person({ name: 'Salomé' })
  await setMode(world, salome, 'before', '5')
  const noe = await world.person({ name: 'Noé' })
  const number = await publish(world, noe, { body: 'Des mots qui attendent encore.' })
  await setMode(world, salome, 'after', '5')
  await withhold(world, maud, number, 'Un motif à relire.')
  await undo(world, maud, number)
  const shown = await textOf(world.get(record, garance))
  const links = [...shown.matchAll(/href="(\/fr\/contributions\/\d+[^"]*)"/g)]
  assert.ok(links.some(([, href = '']) => href.startsWith(`/fr/contributions/${number}/`)))
  for (const [, href = ''] of links)
    assert.equal(await statusOf(world.get(href, garance)), 200, href)
  const [, reasons = ''] = links.find(([, href = '']) => href.includes(`/${number}/`)) ?? []
  const statement = await textOf(world.get(reasons, garance))
  assert.match(statement, /Un motif à relire/)
  assert.doesNotMatch(statement, /attendent encore/)
  assert.doesNotMatch(statement, new RegExp(`href="/fr/contributions/${number}"`))
  assert.equal(await statusOf(world.get(reasons, await world.person({ name: 'Iris' }))), 404)
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, garance)), 404)
})

test('a verification is asked for one at a time, done by a job, published and in the journal', async () => {
  const ask = () => world.post(`${record}/verifications`, [], garance)
  assert.match(await textOf(world.get(page)), /n’a pas encore été vérifié/)
  assert.equal((await ask()).status, 303)
  const again = await ask()
  assert.equal(again.status, 422)
  assert.match(await again.text(), /déjà demandée[^]*en attente/)
  await world.seal()
  const { id: verificationId } = await world.db
    .selectFrom('record_verification')
    .select('id')
    .executeTakeFirstOrThrow()
  const context = { db: world.db, now: () => new Date() }
  await runVerification(context, { verificationId }, verifyRecord)
  await runVerification(context, { verificationId }, verifyRecord)
  const shown = await textOf(world.get(page))
  assert.match(shown, /rien n’est faux[^]*npx vivace verify --head \d+:[0-9a-f]{64}/)
  const entries = await world.db
    .selectFrom('journal_entry')
    .select('payload')
    .where('action', '=', 'record.verified')
    .execute()
  assert.equal(entries.length, 1, 'run twice, written once')
  assert.equal((await ask()).status, 303)
  const { id: next } = await world.db
    .selectFrom('record_verification')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const wrong = { kind: 'edition', object: 'edition/petite-loi/1', problem: 'altered' }
  const found = { entries: 3, waiting: 0, head: null, findings: [wrong] }
  await runVerification(context, { verificationId: next }, async () => found)
  assert.match(
    await textOf(world.get(page)),
    /un point ne va pas[^]*edition\/petite-loi\/1: altered/,
  )
})

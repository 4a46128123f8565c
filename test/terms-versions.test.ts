import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { offeredLocales } from '../src/platform/messages.ts'
import { findLastArticle } from '../src/terms/store.ts'
import { newestVersion, sendTerms, termsForm } from './keep-terms.ts'
import { makeAdministrator } from './make-administrator.ts'
import { readPage } from './malformed/read-page.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'
import { say } from './tamper.ts'
import { openWorld, type World } from './world.ts'

let world: World
let iris: Somebody
let admin: Somebody
before(async () => {
  world = await openWorld()
  iris = await world.person({ name: 'Iris' })
  admin = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual(say((await verifyRecord(world.db)).findings), [])
  await world.close()
})

test('administrators read the changes first, then publish; others find no such page', async () => {
  const form = await termsForm(world, { text: 'Un texte à relire.', step: 'preview' })
  for (const as of [iris, await world.person({ name: 'Éditrice', role: 'editor-in-chief' })]) {
    assert.equal(await statusOf(world.get('/fr/admin/terms', as)), 404)
    assert.equal(await statusOf(world.post('/fr/admin/terms', form, as)), 404)
  }
  const gone = await world.post('/fr/admin/terms', form)
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /session a pris fin[^]*Un texte à relire/)
  const version = await newestVersion(world)
  const preview = await textOf(world.post('/fr/admin/terms', form, admin))
  assert.match(preview, /Ce qui deviendrait la version[^]*Article 1, modifié[^]*value="keep"/)
  assert.equal(await newestVersion(world), version, 'nothing is published yet')
  const refused: [string, RegExp][] = [
    ['asks', /Choisissez si un nouvel accord/],
    ['summary.en', /Dites ce qui change dans chaque langue/],
    ['text.2.en', /article 2 doit avoir un titre et un texte/],
  ]
  for (const [left, told] of refused) {
    const half = form.filter(([name]) => name !== left)
    const answer = await world.post('/fr/admin/terms', half, admin)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), told)
  }
  const both = await Promise.all(
    [1, 2].map(() => world.post('/fr/admin/terms', [...form, ['step', 'keep']], admin)),
  )
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((one, two) => one - two),
    [303, 422],
  )
  const stale = await termsForm(world, { text: 'Trop tard.', read: 1 })
  assert.match(
    await textOf(world.post('/fr/admin/terms', stale, admin)),
    /publié une nouvelle version/,
  )
})

test('of two who make a version at once, the second is told by whom, and may put theirs over it', async () => {
  const stale = await termsForm(world, { text: 'Le texte de la seconde.', asks: 'mends' })
  const added = (await findLastArticle(world.db)) + 1
  const adding = (title: string): [string, string][] =>
    offeredLocales.flatMap((lang): [string, string][] => [
      [`title.${added}.${lang}`, title],
      [`text.${added}.${lang}`, `${title}, en entier.`],
    ])
  const first = [...(await termsForm(world, { text: 'Le texte du premier.', asks: 'mends' }))]
  const kept = await world.post('/fr/admin/terms', [...first, ...adding('Ajouté ici')], admin)
  assert.equal(kept.status, 303)
  for (const step of ['preview', 'keep']) {
    const late = [...stale, ...adding('Ajouté là'), ['step', step]] satisfies [string, string][]
    const refused = await world.post('/fr/admin/terms', late, admin)
    assert.equal(refused.status, 422)
    const told = await refused.text()
    assert.match(told, /Quelqu’un a publié une nouvelle version depuis/)
    assert.match(told, /Ada l’a fait le/)
    assert.match(told, /href="\/fr\/admin\/terms" target="_blank"/)
    const form = readPage(told).forms.find(({ action }) => action === '/fr/admin/terms')
    const again = new Map(form?.fields.map(({ name, value }) => [name, value]))
    assert.equal(again.get('text.1.fr'), 'Le texte de la seconde.')
    assert.equal(again.get(`title.${added}.fr`), 'Ajouté ici', 'theirs keeps its number')
    assert.equal(again.get(`title.${added + 1}.fr`), 'Ajouté là')
    if (step === 'keep') {
      assert.equal(
        (await world.post('/fr/admin/terms', [...again.set('step', 'keep')], admin)).status,
        303,
      )
    }
  }
  const terms = await textOf(world.get('/fr/terms'))
  assert.match(terms, /Le texte de la seconde[^]*Ajouté ici[^]*Ajouté là/)
})

test('every version can be read, and compared with any other', async () => {
  const newest = await newestVersion(world)
  assert.match(
    await textOf(world.get('/fr/terms/versions/1')),
    /Il existe une version plus récente/,
  )
  assert.match(await textOf(world.get('/en/terms/versions/1')), /This text is a starting point/)
  const compared = await textOf(world.get(`/fr/terms/comparison?from=1&to=${newest}`))
  assert.match(compared, /Article 1, modifié[^]*<del[^]*<ins/)
  assert.match(await textOf(world.get('/fr/terms/comparison?from=2&to=2')), /disent la même chose/)
  for (const path of [
    '/fr/terms/versions/99',
    '/fr/terms/versions/x',
    '/fr/terms/comparison?from=99',
  ]) {
    assert.equal(await statusOf(world.get(path)), 404, path)
  }
})

test('no version is rewritten, and a consent that nobody gave is found', async () => {
  await sendTerms(world, admin, { text: 'Ce que Jamais accepte.' })
  await assert.rejects(
    world.db.updateTable('terms_text').set({ text: 'x' }).execute(),
    /says what it said/,
  )
  await assert.rejects(world.db.deleteFrom('terms_summary').execute(), /says what it said/)
  await world.seal()
  const { personId, pseudonym } = (await world.person({ name: 'Jamais' })).actor
  await world.seal()
  const forged = await world.db.startTransaction().execute()
  await forged
    .insertInto('terms_consent')
    .values({ person_id: personId ?? 0, version: 1, accepted_at: new Date() })
    .execute()
  const { findings } = await verifyRecord(forged)
  await forged.rollback().execute()
  assert.deepEqual(say(findings), [`terms terms/1/${pseudonym}: not-in-journal`])
})

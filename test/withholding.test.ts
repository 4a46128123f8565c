import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { findContribution } from '../src/contributions/index.ts'
import { moderate, release as releaseAs, withhold as withholdAs } from './moderate.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { newKey, publish, reportPath, statusOf, textOf, type Somebody } from './take-part.ts'
import { makeOutsider } from './world.ts'

let world: SignInWorld
let nour: Somebody
let camille: Somebody
let salome: Somebody
let passage = ''
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  salome = await world.person({ name: 'Salomé' })
  passage = `${reportPath}/passages/${(await world.blockWith('Chaque commune publie')).id}`
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const withhold = (number: number, reason?: string, as = camille) =>
  withholdAs(world, as, number, reason)
const release = (number: number, as = camille) => releaseAs(world, as, number)
const page = (number: number, as?: Somebody) => textOf(world.get(`/fr/contributions/${number}`, as))
const stateOf = async (number: number) => (await findContribution(world.db, number))?.state

test('words that are withheld are shown to nobody and nowhere, and the reason to everybody', async () => {
  const words = { sentence: '2', wording: 'Des mots injurieux.', body: 'Une raison injurieuse.' }
  const number = await publish(world, nour, { path: `${passage}/amendments`, ...words })
  const root = await publish(world, nour, { path: `${passage}/contributions`, body: 'Sage.' })
  const reply = await publish(world, nour, {
    path: `/fr/contributions/${root}/replies`,
    body: 'Une réponse injurieuse.',
  })
  await world.post(
    `/fr/contributions/${number}/revisions`,
    Object.entries({
      revision: '1',
      step: 'publish',
      key: newKey(),
      wording: 'Des mots plus injurieux.',
      body: 'Car injurieux.',
    }),
    nour,
  )
  const answered = await world.post(
    '/fr/workshop/reports/petite-loi/answers',
    [
      ['c', String(number)],
      ['revision', `${number}.2`],
      ['decision', 'declined'],
      ['reason', 'Non.'],
    ],
    camille,
  )
  assert.equal(answered.status, 303, 'answered before it is withheld')
  await publishEdition(
    world.db,
    salome.actor,
    { report: world.report, unansweredConfirmed: true, seen: null },
    new Date(),
  )
  for (const one of [number, reply]) assert.equal((await withhold(one)).status, 303)
  await world.seal()
  const hidden = [`/fr/contributions/${number}`, `/fr/contributions/${reply}`]
  const paths = [
    ...hidden,
    ...hidden.map((path) => `${path}/revisions`),
    ...hidden.map((path) => `${path}/revision`),
    ...hidden.map((path) => `${path}/receipt`),
    ...hidden.map((path) => path.replace('/fr/', '/fr/workshop/') + '/answer'),
    ...hidden.map((path) => path.replace('/fr/', '/fr/workshop/') + '/moderation'),
    `/fr/contributions/${root}`,
    '/fr',
    '/fr/account',
    '/fr/journal',
    reportPath,
    passage,
    `${passage}?edition=1`,
    `${reportPath}/contributions`,
    `${reportPath}/contributions?order=supported&kind=amendment`,
    `${reportPath}/editions/2`,
    `${reportPath}/editions/2/changes`,
    '/fr/workshop/reports/petite-loi',
  ]
  for (const as of [undefined, nour, camille, salome]) {
    for (const path of paths) {
      const shown = await textOf(world.get(path, as))
      // Editors read it again where they may show it to everybody, and nowhere else.
      const readAgain = path.endsWith('/moderation') && (as === camille || as === salome)
      const holds = readAgain ? assert.match : assert.doesNotMatch
      holds(shown, /injurieu/, `${path} for ${as?.actor.pseudonym}`)
    }
    assert.match(await page(number, as), /Raison\s:[^]*Elle insulte quelqu’un\./u)
  }
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}/revisions`)), 404)
  assert.match(await page(root), /Masquée par la modération/)
})

test('before an amendment is withheld or shown again, the editor reads the words that it proposes', async () => {
  const said = { sentence: '1', wording: 'Des mots à juger.', body: 'Une raison.' }
  const number = await publish(world, nour, { path: `${passage}/amendments`, ...said })
  const form = `/fr/workshop/contributions/${number}/moderation`
  const before = await textOf(world.get(form, camille))
  assert.match(before, /Modérer l’amendement[^]*Des mots à juger\.[^]*Une raison\./)
  await withhold(number, 'Une règle.\nUne autre.')
  const again = await textOf(world.get(form, camille))
  assert.match(again, /Décision de Camille\.[^]*Une autre\.[^]*La rendre de nouveau publique/)
  assert.match(again, /Des mots à juger\.[^]*Une raison\./)
  assert.equal((await release(number)).status, 303)
  assert.match(await page(number), /Des mots à juger\./)
})

test('the list says how many of its contributions can no longer be read, which the report does not count', async () => {
  const { id } = await world.blockWith('Les services publics parlent')
  const path = `${reportPath}/passages/${id}/contributions`
  const list = () => textOf(world.get(`${reportPath}/contributions?passage=${id}`))
  const [first] = [
    await publish(world, nour, { path, body: 'Une.' }),
    await publish(world, nour, { path, body: 'Deux.' }),
  ]
  assert.match(await list(), /2 contributions, sans compter les réponses entre lecteurs\s*</)
  await withhold(first)
  assert.match(await list(), /2 contributions, [^<(]*\(dont une retirée ou masquée\)/)
})

test('only editors of that report withhold and release', async () => {
  const number = await publish(world, nour, { body: 'Ailleurs.' })
  const elsewhere = await makeOutsider(world)
  const form = `/fr/workshop/contributions/${number}/moderation`
  for (const as of [nour, elsewhere]) {
    assert.equal(await statusOf(world.get(form, as)), 404)
    assert.equal((await withhold(number, 'Parce que.', as)).status, 404)
  }
  assert.equal(await stateOf(number), 'published')
  assert.equal((await withhold(number, 'Parce que.', salome)).status, 303)
  for (const as of [nour, elsewhere]) assert.equal((await release(number, as)).status, 404)
  assert.equal(await stateOf(number), 'withheld')
})

test('without a reason that can be read nothing is withheld', async () => {
  const number = await publish(world, nour, { body: 'Encore publique.' })
  for (const [reason, sentence] of [
    [' \n', /Donnez la raison/],
    ['\u200B\u2060', /Donnez la raison/],
    ['x'.repeat(4001), /dépasse 4\s000 caractères/u],
  ] as const) {
    const refused = await withhold(number, reason)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), sentence)
  }
  const typed = { choice: 'withheld', reason: 'Tapé sans session.' }
  const gone = await moderate(world, undefined, number, typed)
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /session a pris fin[^]*Tapé sans session\./)
  assert.equal(await stateOf(number), 'published')
})

test('two editors at once withhold it once', async () => {
  const number = await publish(world, nour, { body: 'Deux fois.' })
  const sent = await Promise.all([withhold(number), withhold(number, 'Autre raison.', salome)])
  assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303, 422]))
  const released = await Promise.all([release(number), release(number, salome)])
  assert.deepEqual(new Set(released.map(({ status }) => status)), new Set([303, 422]))
  assert.equal(await stateOf(number), 'published')
})

test('the author is told why, and told again when it is released; the trace stays', async () => {
  const { cookie } = await world.enter('ines@example.org', 'Inès')
  const sent = await world.post(
    `${reportPath}/contributions`,
    Object.entries({
      kind: 'remark',
      edition: '1',
      body: 'De bonne foi.',
      key: newKey(),
      step: 'publish',
    }),
    { cookie },
  )
  const number = Number(/\d+/.exec(sent.headers.get('Location') ?? '')?.[0])
  await withhold(number, 'Un malentendu.')
  const mails = await world.mailsTo('ines@example.org')
  const first = mails.at(-1)
  assert.match(first?.subject ?? '', /est masquée/)
  assert.match(
    first?.text ?? '',
    new RegExp(`Un malentendu\\.[^]*http://vivace\\.test/fr/contributions/${number}/decisions/`),
  )
  await release(number)
  const after = await world.mailsTo('ines@example.org')
  assert.equal(after.length, mails.length + 1)
  assert.match(after.at(-1)?.subject ?? '', /de nouveau publique/)
  const shown = await page(number)
  assert.match(shown, /De bonne foi\./)
  assert.match(
    shown,
    /Rendue publique par la modération[^]*Masquée par la modération[^]*Décision de Camille\.[^]*Un malentendu\./,
  )
  await world.seal()
  const acts = await world.db
    .selectFrom('journal_entry')
    .select(['action', 'payload'])
    .where('object', '=', `contribution/${number}`)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    acts.map(({ action }) => action),
    ['contribution.published', 'contribution.withheld', 'contribution.released'],
  )
  assert.doesNotMatch(acts.map(({ payload }) => payload).join(' '), /malentendu|bonne foi/)
})

test('what its author withdrew stays withdrawn when it is withheld and released', async () => {
  const number = await publish(world, nour, { body: 'Retirée d’abord.' })
  await world.post(`/fr/contributions/${number}/withdrawal`, [], nour)
  await withhold(number)
  assert.doesNotMatch(await page(number), /Retirée d’abord/)
  await world.post(`/fr/contributions/${number}/withdrawal`, [], nour)
  assert.equal(await stateOf(number), 'withheld')
  await release(number)
  assert.equal(await stateOf(number), 'withdrawn')
})

test('nobody withdraws or answers what is withheld', async () => {
  const number = await publish(world, nour, { body: 'Retenue.' })
  await withhold(number)
  const sent = await world.post(`/fr/contributions/${number}/withdrawal`, [], nour)
  assert.match(sent.headers.get('Location') ?? '', /refused=not-published/)
  const answered = await world.post(
    '/fr/workshop/reports/petite-loi/answers',
    [
      ['c', String(number)],
      ['revision', `${number}.1`],
      ['decision', 'noted'],
      ['reason', 'Noté.'],
    ],
    camille,
  )
  assert.equal(answered.status, 422)
  assert.doesNotMatch(await answered.text(), /Retenue\./)
})

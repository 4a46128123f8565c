import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution, holdForModeration } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import { moderate, release, setMode, undo, withhold } from './moderate.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import {
  formOf,
  numberIn,
  publish,
  reportPath,
  statusOf,
  textOf,
  type Somebody,
} from './take-part.ts'
import { makeOutsider } from './world.ts'

let world: SignInWorld
let nour: Somebody
let iris: Somebody
let maud: Somebody
let salome: Somebody
let camille: Somebody
let passage = ''
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  salome = await world.person({ name: 'Salomé' })
  passage = `${reportPath}/passages/${(await world.blockWith('Chaque commune publie')).id}`
  assert.equal((await setMode(world, salome, 'before', '5')).status, 303)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const queuePath = '/fr/workshop/reports/petite-loi/moderation'
const page = (number: number, as?: Somebody) => textOf(world.get(`/fr/contributions/${number}`, as))
const stateOf = async (number: number) => (await findContribution(world.db, number))?.state
const actsOn = async (number: number) => {
  const acts = await world.db
    .selectFrom('journal_entry')
    .select(['action', 'payload', 'actor'])
    .where('object', '=', `contribution/${number}`)
    .orderBy('id')
    .execute()
  return acts.map(({ action }) => action)
}

test('what waits for a moderator has its number, entry and receipt, and is nobody else’s to read', async () => {
  const words = { sentence: '2', wording: 'Des mots à lire.', body: 'Une raison à lire.' }
  const number = await publish(world, nour, { path: `${passage}/amendments`, ...words })
  const remark = await publish(world, nour, { path: `${passage}/contributions`, body: 'À lire.' })
  assert.equal(await stateOf(number), 'pending')
  await world.seal()
  assert.match(await textOf(world.get(`/fr/contributions/${number}/receipt`, nour)), /C’est reçu/)
  assert.deepEqual(await actsOn(number), ['contribution.received', 'contribution.held'])

  const own = await page(number, nour)
  assert.match(own, /Elle attend d’être lue[^]*décision sous 5 jours/)
  assert.match(own, /Des mots à lire\./)
  const paths = [number, remark].flatMap((one) =>
    ['', '/revisions', '/reply'].map((rest) => `/fr/contributions/${one}${rest}`),
  )
  for (const path of paths) {
    assert.equal(await statusOf(world.get(path, iris)), 404, path)
    assert.equal(await statusOf(world.get(path)), 303, path)
  }
  const shown = [
    '/fr',
    reportPath,
    passage,
    `${passage}?edition=1`,
    `${reportPath}/contributions`,
    `${reportPath}/contributions?order=supported&kind=amendment&waiting=1`,
    `${reportPath}/search?q=lire`,
    `${reportPath}/editions/1`,
    `${reportPath}/editions/1.md`,
    `${reportPath}/whole`,
    '/fr/journal',
    '/fr/workshop/reports/petite-loi',
    '/fr/workshop/reports/petite-loi/anchors',
  ]
  for (const as of [undefined, iris, salome]) {
    for (const path of shown)
      assert.doesNotMatch(await textOf(world.get(path, as)), /à lire\./i, path)
  }
  const list = await textOf(world.get(`${reportPath}/contributions`))
  assert.doesNotMatch(list, /ou masquée/)
  assert.doesNotMatch(list, /En attente d’être lue/)
  for (const as of [maud, camille]) assert.match(await page(number, as), /Des mots à lire\./)
})

test('nobody supports, answers or replies to what waits', async () => {
  const number = await publish(world, nour, { body: 'Seule.' })
  for (const path of ['support', 'replies']) {
    const sent = await world.post(`/fr/contributions/${number}/${path}`, formOf(), iris)
    assert.equal(sent.status, 404, path)
  }
  const reply = await world.post(`/fr/contributions/${number}/replies`, formOf(), nour)
  assert.equal(reply.status, 422)
  const answer: [string, string][] = [
    ['c', String(number)],
    ['revision', `${number}.1`],
    ['decision', 'noted'],
    ['reason', 'Noté.'],
  ]
  const answered = await world.post('/fr/workshop/reports/petite-loi/answers', answer, camille)
  assert.equal(answered.status, 422)
  assert.doesNotMatch(await answered.text(), /Seule\./)
})

test('a moderator publishes it, the author is told, and it stands where it was written', async () => {
  const { cookie } = await world.enter('ines@example.org', 'Inès')
  const sent = await world.post(`${passage}/contributions`, formOf({ body: 'Bien dit.' }), {
    cookie,
  })
  const number = numberIn(sent)
  const queue = await textOf(world.get(queuePath, maud))
  assert.match(queue, /Bien dit\./)
  assert.equal((await release(world, maud, number)).status, 303)
  assert.equal(await stateOf(number), 'published')
  assert.match(await textOf(world.get(passage)), /Bien dit\./)
  assert.match(await page(number), /Lue par la modération et publiée[^]*Décision de Maud/)
  assert.match((await world.mailsTo('ines@example.org')).at(-1)?.subject ?? '', /est publiée/)
  assert.doesNotMatch(await textOf(world.get(queuePath, maud)), /Bien dit\./)
})

test('what is refused was never public, and its trace is', async () => {
  const number = await publish(world, nour, { body: 'Une grossièreté.' })
  assert.equal((await moderate(world, maud, number, { choice: 'withheld' })).status, 422)
  assert.equal((await withhold(world, maud, number, 'Grossier.')).status, 303)
  for (const as of [undefined, iris]) {
    const shown = await page(number, as)
    assert.match(shown, /Masquée par la modération[^]*Grossier\./)
    assert.doesNotMatch(shown, /grossièreté/)
  }
  assert.equal((await undo(world, maud, number)).status, 303)
  assert.equal(await stateOf(number), 'pending')
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, iris)), 404)
  assert.match(await textOf(world.get(queuePath, maud)), /grossièreté/)
})

test('of two who decide at the same moment one decides, and the other is told', async () => {
  const number = await publish(world, nour, { body: 'Disputée.' })
  // Both have read it before either decides.
  const read = { read: '1', seen: '0', reason: 'Hors sujet.', ground: '4' }
  const sent = await Promise.all([
    moderate(world, maud, number, { ...read, choice: 'published' }),
    moderate(world, camille, number, { ...read, choice: 'withheld' }),
  ])
  assert.deepEqual(
    sent.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 422],
  )
  const refused = sent.find(({ status }) => status === 422)
  assert.match((await refused?.text()) ?? '', /Quelqu’un a pris une décision/)
  const rows = await world.db
    .selectFrom('moderation_decision')
    .select('id')
    .where('contribution_number', '=', number)
    .execute()
  assert.equal(rows.length, 1)
})

test('what its author changed meanwhile is read again before it is decided on', async () => {
  const number = await publish(world, nour, { body: 'Première version.' })
  const form = formOf({ revision: '1', body: 'Deuxième version.' })
  assert.equal((await world.post(`/fr/contributions/${number}/revisions`, form, nour)).status, 303)
  const late = await moderate(world, maud, number, { choice: 'published', read: '1' })
  assert.equal(late.status, 422)
  assert.match(await late.text(), /a été modifiée depuis[^]*Deuxième version\./)
  assert.equal((await release(world, maud, number)).status, 303)

  const again = formOf({ revision: '2', body: 'Troisième version.' })
  assert.equal((await world.post(`/fr/contributions/${number}/revisions`, again, nour)).status, 303)
  assert.equal(await stateOf(number), 'pending', 'what is changed is read first, too')
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, iris)), 404)
  assert.equal((await undo(world, maud, number)).status, 422)
  assert.equal((await release(world, maud, number)).status, 303)
  assert.match(await page(number), /Troisième version\./)
  const history = (as?: Somebody) => textOf(world.get(`/fr/contributions/${number}/revisions`, as))
  assert.match(await history(iris), /Deuxième[^]*Troisième/)
  assert.doesNotMatch(await history(iris), /Première/, 'nobody had decided on it')
  assert.match(await history(nour), /Première/)
})

test('what its author takes back before a decision is never public and waits for nobody', async () => {
  const number = await publish(world, nour, { body: 'Reprise aussitôt.' })
  assert.equal((await world.post(`/fr/contributions/${number}/withdrawal`, [], nour)).status, 303)
  assert.equal(await stateOf(number), 'pending')
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, iris)), 404)
  assert.match(await page(number, nour), /retirée/i)
  assert.doesNotMatch(await textOf(world.get(queuePath, maud)), /Reprise aussitôt/)
  assert.equal((await release(world, maud, number)).status, 422)
})

test('only moderators and editors of that report read and decide, and nobody on their own words', async () => {
  const number = await publish(world, nour, { body: 'Gardée.' })
  const outsider = await makeOutsider(world)
  for (const as of [iris, nour, outsider]) {
    assert.equal((await release(world, as, number)).status, 404)
    assert.equal(await statusOf(world.get(queuePath, as)), 404)
  }
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, outsider)), 404)
  const own = await publish(world, maud, { body: 'De la modératrice.' })
  const refused = await release(world, maud, own)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Cette contribution est la vôtre/)
  const typed = { choice: 'withheld', reason: 'Tapé sans session.' }
  const gone = await moderate(world, undefined, number, typed)
  assert.equal(gone.status, 422)
  const shown = await gone.text()
  assert.match(shown, /session a pris fin[^]*Tapé sans session\./)
  assert.doesNotMatch(shown, /Gardée\./)
})

test('only the editor-in-chief sets the mode, which the journal has', async () => {
  for (const as of [nour, maud, camille]) {
    assert.equal((await setMode(world, as, 'after')).status, 404)
    assert.equal(await statusOf(world.get(`${queuePath}/setting`, as)), 404)
  }
  for (const days of ['0', '61', 'x', '']) {
    assert.equal((await setMode(world, salome, 'before', days)).status, 422, days)
  }
  assert.equal((await setMode(world, salome, '')).status, 422)
  assert.equal((await setMode(world, salome, 'before', '5')).status, 303)
  const acts = await world.db
    .selectFrom('journal_entry')
    .select('payload')
    .where('action', '=', 'moderation.set')
    .execute()
  assert.equal(acts.length, 1, 'what is so already is not written down again')
  assert.match(acts[0]?.payload ?? '', /"days":5,"mode":"before"/)
})

test('a defence against spam holds back what would be public at once', async () => {
  assert.equal((await setMode(world, salome, 'after')).status, 303)
  const number = await publish(world, iris, { body: 'Achetez ceci.' })
  assert.equal(await stateOf(number), 'published')
  const held = { number, ground: 'spam-defence' as const, signs: ['links'] }
  await inTransaction(world.db, (tx) => holdForModeration(tx, held, new Date()))
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}`, nour)), 404)
  assert.match(await textOf(world.get(queuePath, maud)), /Achetez ceci[^]*retenue par la défense/)
  assert.equal((await release(world, maud, number)).status, 303)
  assert.equal(await stateOf(number), 'published')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import {
  countRows,
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
let nour: Somebody
let camille: Somebody
let passage = ''
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  passage = `${reportPath}/passages/${(await world.blockWith('Chaque commune publie')).id}`
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const page = (number: number, as?: Somebody) => textOf(world.get(`/fr/contributions/${number}`, as))

type Revision = { number: number; read: number; as?: Somebody | undefined }
const revise = ({ number, read, as }: Revision, fields: Fields) =>
  world.post(
    `/fr/contributions/${number}/revisions`,
    Object.entries({ revision: String(read), step: 'publish', key: newKey(), ...fields }),
    as,
  )
const own = (number: number, read: number) => ({ number, read, as: nour })

type Answering = { number: number; read: number; decision: string }
const answer = ({ number, read, decision }: Answering) =>
  world.post(
    '/fr/workshop/reports/petite-loi/answers',
    [
      ['c', String(number)],
      ['revision', `${number}.${read}`],
      ['decision', decision],
      ['reason', 'Voici pourquoi.'],
    ],
    camille,
  )

const amend = (wording: string) =>
  publish(world, nour, {
    path: `${passage}/amendments`,
    sentence: '2',
    wording,
    body: 'Parce que.',
  })

/** All that an answer can change, but what it answers. */
async function workingText() {
  const { db } = world
  return {
    text: await db.selectFrom('working_block').selectAll().orderBy('block_id').execute(),
    changes: await db.selectFrom('change').selectAll().orderBy('id').execute(),
    settled: await db
      .selectFrom('contribution')
      .select(['number', 'settled_at'])
      .orderBy('number')
      .execute(),
    answers: await db.selectFrom('answer').selectAll().orderBy('id').execute(),
  }
}

test('the newest version is shown, and the history keeps every one', async () => {
  const number = await publish(world, nour, { body: 'La première version.' })
  assert.equal((await revise(own(number, 1), { body: 'La deuxième version.' })).status, 303)
  assert.equal((await revise(own(number, 2), { body: 'Une troisième version.' })).status, 303)
  const shown = await page(number)
  assert.match(shown, /Une troisième version\./)
  assert.match(shown, /Modifiée le/)
  assert.doesNotMatch(shown, /première/)
  const history = await textOf(world.get(`/fr/contributions/${number}/revisions`))
  assert.match(history, /La première version\./)
  assert.match(history, /<del>[^]*première[^]*<ins>[^]*deuxième[^]*<del>[^]*<ins>[^]*troisième/)
})

test('the history shows what was typed as its readers see it', async () => {
  const number = await publish(world, nour, { body: 'Un **essai**.\n\n- ceci' })
  assert.equal((await revise(own(number, 1), { body: 'Un *essai*.\n\n- ceci' })).status, 303)
  assert.equal((await revise(own(number, 2), { body: 'Un *essai*.\n\n- cela' })).status, 303)
  const history = await textOf(world.get(`/fr/contributions/${number}/revisions`))
  assert.match(history, /<strong>essai<\/strong>[^]*<li>ceci<\/li>[^]*<em>essai<\/em>/)
  assert.match(history, /Un essai\. [^]*<del>[^]*ceci[^]*<ins>[^]*cela/)
  assert.doesNotMatch(history, /\*\*|\*essai|- ce/)
})

test('a revision is looked at first, and one that may not be published says why', async () => {
  const number = await publish(world, nour, {
    kind: 'source',
    title: 'Le titre',
    link: 'https://a.test',
  })
  const fields = { title: 'Un autre titre', link: 'https://a.test', body: 'Pourquoi.' }
  const looked = await revise(own(number, 1), { ...fields, step: 'preview' })
  assert.equal(looked.status, 200)
  assert.match(await looked.text(), /Ce qui sera publié[^]*Un autre titre/)
  assert.match(await page(number), /Le titre/)
  const refused = await revise(own(number, 1), { ...fields, link: 'javascript:alert(1)' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /ne peut pas être lue[^]*javascript:alert\(1\)/)
  const same = { title: 'Le titre', link: 'https://a.test', body: 'Une remarque.' }
  assert.match(await textOf(revise(own(number, 1), same)), /Rien n’a changé/)
})

test('of two windows the second sees both versions, and can then go on', async () => {
  const number = await publish(world, nour, { body: 'Au départ.' })
  assert.equal((await revise(own(number, 1), { body: 'De la première fenêtre.' })).status, 303)
  const second = await revise(own(number, 1), { body: 'De la seconde fenêtre.' })
  assert.equal(second.status, 422)
  const shown = await second.text()
  assert.match(shown, /Ce qui est publié maintenant[^]*De la première fenêtre\./)
  assert.match(shown, />De la seconde fenêtre\.<\/textarea>/)
  assert.match(shown, /name="revision" value="2"/)
  assert.equal((await revise(own(number, 2), { body: 'De la seconde fenêtre.' })).status, 303)
  assert.match(await page(number), /De la seconde fenêtre\./)
})

test('the same words sent twice, or from two windows, are one revision', async () => {
  const number = await publish(world, nour, { body: 'Avant.' })
  const before = await countRows(world, 'revision')
  const send = () => revise(own(number, 1), { body: 'Après.' })
  const sent = await Promise.all([send(), send(), send()])
  assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303]))
  assert.equal(await countRows(world, 'revision'), before + 1)
})

test('nobody revises what is another’s, and a visitor keeps what they typed', async () => {
  const number = await publish(world, nour, { body: 'De Nour.' })
  for (const as of [await world.person({ name: 'Yann' }), camille]) {
    assert.equal(await statusOf(world.get(`/fr/contributions/${number}/revision`, as)), 404)
    assert.equal((await revise({ number, read: 1, as }, { body: 'D’un autre.' })).status, 404)
  }
  const sent = await revise({ number, read: 1 }, { body: 'Tapé sans session.' })
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /session a pris fin[^]*Tapé sans session\./)
  assert.match(await page(number), /De Nour\./)
})

test('what the editors have answered stays as they judged it', async () => {
  const number = await publish(world, nour, { body: 'Jugée ainsi.' })
  assert.equal((await answer({ number, read: 1, decision: 'noted' })).status, 303)
  const refused = await revise(own(number, 1), { body: 'Trop tard.' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /La rédaction a répondu[^]*Trop tard\./)
  assert.match(await page(number), /Jugée ainsi\./)
  assert.doesNotMatch(await page(number, nour), /\/revision"/)
})

test('an answer to an earlier version is refused, and changes nothing', async () => {
  const number = await amend('Elle la met à jour chaque mois.')
  const wording = 'Elle ne la met jamais à jour.'
  assert.equal((await revise(own(number, 1), { wording, body: 'Parce que.' })).status, 303)
  const before = await workingText()
  for (const decision of ['accepted', 'declined']) {
    const refused = await answer({ number, read: 1, decision })
    assert.equal(refused.status, 422)
    const shown = await refused.text()
    assert.match(shown, /son texte a été modifié depuis/)
    assert.match(shown, new RegExp(`name="revision" value="${number}.2"`))
    assert.match(shown, />Voici pourquoi\.<\/textarea>/)
  }
  assert.deepEqual(await workingText(), before)
  assert.equal((await answer({ number, read: 2, decision: 'accepted' })).status, 303)
  assert.match((await world.blockWith('Chaque commune publie')).text, /ne la met jamais à jour/)
})

test('an answer that is refused for its reason changes nothing either', async () => {
  const number = await amend('Elle la met à jour deux fois.')
  const before = await workingText()
  const changed = await answer({ number, read: 1, decision: 'accepted' })
  assert.equal(changed.status, 422)
  assert.match(await changed.text(), /ont changé depuis/)
  assert.deepEqual(await workingText(), before)
})

test('an author and an editor at once: one of them is refused, and nothing is mixed', async () => {
  const number = await publish(world, nour, { body: 'Au même moment.' })
  const [answered, revised] = await Promise.all([
    answer({ number, read: 1, decision: 'noted' }),
    revise(own(number, 1), { body: 'Autrement.' }),
  ])
  assert.deepEqual(new Set([answered.status, revised.status]), new Set([303, 422]))
})

test('withdrawing asks first, happens once, and leaves number and words', async () => {
  const number = await publish(world, nour, { body: 'Je la retire.' })
  const address = `/fr/contributions/${number}/withdrawal`
  const queue = () => textOf(world.get('/fr/workshop/reports/petite-loi', camille))
  const waiting = async () => Number(/(\d+) contributions? atten/.exec(await queue())?.[1])
  const before = await waiting()
  assert.match(await textOf(world.get(address, nour)), /On ne peut pas revenir en arrière/)
  assert.equal(await statusOf(world.get(address, camille)), 404)
  assert.equal(await statusOf(world.post(address, [], camille)), 404)

  const entries = await countRows(world, 'journal_entry')
  await Promise.all([1, 2, 3].map(() => world.post(address, [], nour)))
  assert.equal(await countRows(world, 'journal_entry'), entries + 1)
  const shown = await page(number)
  assert.match(
    shown,
    /Retirée le [^<]* par la personne qui l’a écrite[^]*<details>[^]*Je la retire\.[^]*<\/details>/,
  )
  assert.match(shown, new RegExp(`Remarque n°\\s${number}`, 'u'))
  assert.equal(await waiting(), before - 1)
  assert.doesNotMatch(await queue(), /Je la retire/)
  const list = await textOf(world.get(`${reportPath}/contributions`))
  assert.doesNotMatch(list, /Je la retire/)
  const late = await revise(own(number, 1), { body: 'Je me ravise.' })
  assert.equal(late.status, 422)
  assert.match(await late.text(), /n’est plus publique[^]*Je me ravise\./)
})

test('what is withdrawn while an editor answers it is not answered', async () => {
  // Nour has written so often that it may be too much for an hour.
  const lou = await world.person({ name: 'Lou' })
  const number = await publish(world, lou, { body: 'Retirée entre-temps.' })
  await world.post(`/fr/contributions/${number}/withdrawal`, [], lou)
  const before = await workingText()
  const refused = await answer({ number, read: 1, decision: 'noted' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /il n’y a plus à y répondre[^]*Voici pourquoi/)
  assert.deepEqual(await workingText(), before)
  const form = `/fr/workshop/contributions/${number}/answer`
  assert.equal(await statusOf(world.get(form, camille)), 303)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { draftLimit } from '../src/contributions/keep-draft.ts'
import { verifyRecord } from '../src/editions/index.ts'
import {
  countRows,
  formOf,
  newKey,
  reportPath,
  statusOf,
  submitAt,
  textOf,
  type Fields,
  type Somebody,
} from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let yann: Somebody
let passage = ''
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  yann = await world.person({ name: 'Yann' })
  passage = `${reportPath}/passages/${(await world.blockWith('Chaque commune publie')).id}`
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const account = (as: Somebody) => textOf(world.get('/fr/account', as))
const keep = (fields: Fields, as = nour, path = `${passage}/contributions`) =>
  world.post(path, formOf({ step: 'draft', ...fields }), as)

const everything: Fields = {
  kind: 'local-success',
  title: 'Le titre du brouillon',
  place: 'Saint-Dié',
  link: 'pas encore une adresse',
  body: 'Le corps du brouillon',
  words: 'la liste',
  occurrence: '1',
  sentence: '2',
  lang: 'oc',
}

test('a draft is found again in the account, with everything that was typed', async () => {
  const kept = await keep({ key: 'a-draft-to-go-on-1', ...everything })
  assert.equal(kept.status, 303)
  const address = kept.headers.get('Location') ?? ''
  const link = /href="([^"]*draft=a-draft-to-go-on-1[^"]*)"/.exec(await account(nour))?.[1] ?? ''
  for (const path of [address, link.replaceAll('&amp;', '&')]) {
    const shown = await textOf(world.get(path, nour))
    for (const typed of ['title', 'place', 'link', 'body', 'words']) {
      assert.ok(shown.includes(everything[typed] ?? ''), `${path}: ${typed}`)
    }
    assert.match(shown, /value="2" checked/, path)
    assert.match(shown, /<option value="oc" selected/, path)
    assert.match(shown, /value="a-draft-to-go-on-1"/, path)
    assert.match(shown, /Gardé comme brouillon/, path)
  }
})

test('a draft of an amendment keeps its sentences and its wording', async () => {
  const form = { key: 'an-amendment-draft', sentence: '2', wording: 'Autrement dit.', body: 'Car.' }
  await keep(form, nour, `${passage}/amendments`)
  const link = /href="([^"]*amendment\?draft=[^"]*)"/.exec(await account(nour))?.[1] ?? ''
  const shown = await textOf(world.get(link.replaceAll('&amp;', '&'), nour))
  assert.match(shown, />Autrement dit\.<\/textarea>/)
  assert.match(shown, />Car\.<\/textarea>/)
  assert.match(shown, /name="sentence" value="2"/)
})

test('looking at it before it is published keeps it, and publishing it leaves no draft', async () => {
  const key = newKey()
  const form = (step: string) => formOf({ key, step, body: 'Relue puis publiée.' })
  const looked = await world.post(`${passage}/contributions`, form('preview'), nour)
  assert.equal(looked.status, 200)
  assert.match(await looked.text(), /Ce qui sera publié[^]*Relue puis publiée\./)
  assert.match(await account(nour), /Relue puis publiée\./)
  const before = await countRows(world, 'draft')
  const sent = await world.post(`${passage}/contributions`, form('publish'), nour)
  assert.equal(sent.status, 303)
  assert.equal(await countRows(world, 'draft'), before - 1)
  await keep({ key, body: 'Gardée trop tard.' })
  assert.equal(await countRows(world, 'draft'), before - 1, 'what was published is no draft again')
})

test('nobody else sees a draft, opens it, changes it or deletes it', async () => {
  const key = 'a-draft-of-ones-own'
  await keep({ key, body: 'Rien que pour moi.' })
  const secret = /Rien que pour moi/
  const form = `${passage}/contribution?kind=remark&draft=${key}`
  assert.match(await textOf(world.get(form, nour)), secret)
  assert.doesNotMatch(await textOf(world.get(form, yann)), secret)
  assert.doesNotMatch(await account(yann), secret)
  await world.post('/fr/account/drafts/end', [['key', key]], yann)
  await keep({ key, body: 'De Yann, sous la même clé.' }, yann)
  assert.match(await textOf(world.get(form, nour)), secret)
  const paths = ['', '/contributions', `/passages/${passage.split('/').at(-1)}`]
  for (const path of [...paths.map((path) => `${reportPath}${path}`), '/fr', '/fr/journal'])
    assert.doesNotMatch(await textOf(world.get(path)), secret, path)
  assert.equal(await statusOf(world.get(form)), 303)
})

test('a draft is deleted by whoever wrote it', async () => {
  const key = 'a-draft-to-delete'
  await keep({ key, body: 'À supprimer.' })
  const sent = await world.post('/fr/account/drafts/end', [['key', key]], nour)
  assert.equal(sent.status, 303)
  assert.doesNotMatch(await account(nour), /À supprimer/)
})

test('fifty drafts are kept and no more, also when they come at once', async () => {
  const lou = await world.person({ name: 'Lou' })
  const sent = await Promise.all(
    Array.from({ length: draftLimit + 5 }, (_, at) => keep({ body: `Brouillon ${at}.` }, lou)),
  )
  const refused = sent.filter(({ status }) => status === 422)
  assert.equal(refused.length, 5)
  const [one] = refused
  assert.match((await one?.text()) ?? '', /déjà 50 brouillons[^]*Brouillon \d+\./)
})

test('the twenty-first in an hour waits as a draft, and can be published when the hour is over', async () => {
  const lise = await world.person({ name: 'Lise' })
  const start = new Date(Date.now() - 10 * 60_000)
  const key = newKey()
  for (let nth = 0; nth < 20; nth += 1) {
    const at = new Date(start.getTime() + nth * 1000)
    assert.equal((await submitAt(world, lise.actor, at)).ok, true)
  }
  const entries = await countRows(world, 'journal_entry')
  const sent = await world.post(
    `${reportPath}/contributions`,
    formOf({ key, body: 'La vingt et unième.' }),
    lise,
  )
  assert.equal(sent.status, 429)
  assert.match(await sent.text(), /20 contributions en une heure[^]*Gardé comme brouillon/)
  assert.equal(await countRows(world, 'journal_entry'), entries)
  assert.match(await account(lise), /La vingt et unième\./)

  const hour = 3_600_000
  const early = await submitAt(world, lise.actor, new Date(start.getTime() + hour - 1))
  assert.deepEqual(early, {
    ok: false,
    problems: ['too-many'],
    notBefore: new Date(start.getTime() + hour),
  })
  const later = new Date(start.getTime() + hour)
  assert.equal((await submitAt(world, lise.actor, later, { idempotencyKey: key })).ok, true)
  assert.doesNotMatch(await account(lise), /La vingt et unième\./)
})

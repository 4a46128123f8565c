import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { grantRole, siteDomain } from '../src/roles/index.ts'
import { operator } from '../src/permissions.ts'
import { moderate, release, undo, withhold } from './moderate.ts'
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

let world: SignInWorld
let nour: Somebody
let iris: Somebody
let maud: Somebody
let garance: Somebody
let admin: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  garance = await world.person({ name: 'Garance', role: 'guarantor' })
  const { actor } = await world.person({ name: 'Ada' })
  const given = {
    personId: actor.personId ?? 0,
    role: 'administrator' as const,
    domain: siteDomain,
  }
  await grantRole(world.db, operator, given, new Date())
  admin = await world.person({ name: 'Ada' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const page = (number: number, as?: Somebody) => textOf(world.get(`/fr/contributions/${number}`, as))
const body = 'Une phrase sage. Une phrase injurieuse, vraiment. **Et la fin.**'
const cut = (number: number, fields: { [name: string]: string }, as = maud) =>
  moderate(world, as, number, { choice: 'cut', ground: '1', reason: 'Insulte.', ...fields })

test('words are cut for everybody, marked with the rule, and read whole by those who may', async () => {
  const number = await publish(world, nour, { body })
  const sentence = `17-${body.indexOf(' **')}`
  assert.equal((await cut(number, { sentence })).status, 303)
  const path = [`/fr/contributions/${number}`, `${reportPath}/contributions`, '/fr', reportPath]
  for (const one of [...path, `${reportPath}/search?q=injurieuse`, '/fr/journal']) {
    assert.doesNotMatch(await textOf(world.get(one)), /injurieuse, /, one)
  }
  assert.match(await page(number), /sage\.[^]*\[…\] coupé par la modération, règle 1[^]*Et la fin/)
  assert.match(await textOf(world.get(`/en/contributions/${number}`)), /cut by moderation, rule 1/)
  for (const as of [nour, maud, garance])
    assert.match(await page(number, as), /injurieuse, vraiment/)
  assert.doesNotMatch(await page(number, iris), /injurieuse/)
  const history = `/fr/contributions/${number}/revisions`
  assert.doesNotMatch(await textOf(world.get(history, iris)), /injurieuse/)
  assert.equal((await findContribution(world.db, number))?.content.body, body, 'kept as it was')

  assert.equal((await undo(world, maud, number)).status, 303)
  assert.match(await page(number), /injurieuse, vraiment/)
})

test('what is cut is found by the words that are left, and never by those that were cut', async () => {
  // Of two UTF-16 units each, as offsets count them.
  const body = `Un ${'😀'.repeat(20)} début paisible. Puis un chamboulement. La fin 😀 sereine.`
  const number = await publish(world, nour, { body })
  const isFoundBy = async (word: string) => {
    const results = await textOf(world.get(`${reportPath}/search?q=${encodeURIComponent(word)}`))
    return results.includes(`/contributions/${number}"`)
  }
  assert.ok(await isFoundBy('chamboulement'))
  await cut(number, { words: 'chamboulement' })
  assert.ok(!(await isFoundBy('chamboulement')))
  for (const left of ['paisible', 'sereine']) assert.ok(await isFoundBy(left), left)
  const results = await textOf(world.get(`${reportPath}/search?q=paisible`))
  assert.doesNotMatch(results, /chamboulement|\\\[/)

  await undo(world, maud, number)
  assert.ok(await isFoundBy('chamboulement'))
})

test('words that stand in several places are cut in each, and a bracket that somebody typed is no mark', async () => {
  const number = await publish(world, nour, { body: 'C’est un sot. […] Encore un sot ici.' })
  assert.equal((await cut(number, { words: 'un sot' })).status, 303)
  const shown = await page(number)
  assert.equal(shown.match(/coupé par la modération/g)?.length, 2)
  assert.doesNotMatch(shown, /un sot/i)
})

test('a cut that names nothing, all, or what is not there is refused, and what was typed stays', async () => {
  const number = await publish(world, nour, { body: 'Une seule phrase.' })
  for (const [fields, sentence] of [
    [{}, /Cochez les phrases à couper/],
    [{ sentence: '0-3' }, /Cochez les phrases à couper/],
    [{ words: 'ailleurs' }, /ne figurent pas dans le texte[^]*ailleurs/],
    [{ words: 'Une seule phrase.' }, /C’est tout le texte/],
  ] as const) {
    const refused = await cut(number, fields)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), sentence)
  }
})

test('a new version of what was cut is read by a moderator first', async () => {
  const number = await publish(world, nour, { body: 'Bien. Mal.' })
  assert.equal((await cut(number, { words: 'Mal.' })).status, 303)
  const form = formOf({ revision: '1', body: 'Bien. Encore mal.' })
  assert.equal((await world.post(`/fr/contributions/${number}/revisions`, form, nour)).status, 303)
  assert.equal((await findContribution(world.db, number))?.state, 'pending')
  assert.equal((await release(world, maud, number)).status, 303)
  assert.match(await page(number), /Bien\. Encore mal\./)
  assert.doesNotMatch(
    await textOf(world.get(`/fr/contributions/${number}/revisions`)),
    /Bien\. Mal/,
  )
})

test('what is cut, withheld and shown again is cut as it was', async () => {
  const number = await publish(world, nour, { body: 'Du bon. Du laid.' })
  await cut(number, { words: 'Du laid.' })
  assert.equal((await withhold(world, maud, number)).status, 303)
  assert.doesNotMatch(await page(number), /Du bon/)
  assert.equal((await undo(world, maud, number)).status, 303)
  assert.match(await page(number), /Du bon[^]*coupé par la modération/)
  assert.doesNotMatch(await page(number), /Du laid/)
})

test('nothing is hidden without a rule of the charter or a provision of a law', async () => {
  const number = await publish(world, nour, { body: 'Sans raison.' })
  for (const [ground, law, sentence] of [
    ['', '', /Choisissez la règle ou la loi/],
    ['99', '', /Choisissez la règle ou la loi/],
    ['law', ' ', /quelle disposition de quelle loi/],
    ['law', 'x'.repeat(301), /dépasse 300 caractères/],
  ] as const) {
    const refused = await moderate(world, maud, number, {
      choice: 'withheld',
      reason: 'Parce que.',
      ground,
      law,
    })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), sentence)
  }
  const fields = {
    choice: 'withheld',
    reason: 'Diffamation.',
    ground: 'law',
    law: 'Loi de 1881, art. 29',
  }
  assert.equal((await moderate(world, maud, number, fields)).status, 303)
  assert.match(await page(number), /Loi de 1881, art\. 29\.[^]*Diffamation\./)
})

test('the author has a statement of reasons, on a page and by mail, in their language', async () => {
  const { cookie } = await world.enter('ines@example.org', 'Inès')
  const sent = await world.post(`${reportPath}/contributions`, formOf({ body: 'À revoir.' }), {
    cookie,
  })
  const number = numberIn(sent)
  await withhold(world, maud, number, 'Elle nomme une voisine.')
  const mail = (await world.mailsTo('ines@example.org')).at(-1)
  for (const said of [
    /a masqué/,
    /Étendue et durée/,
    /règle 1 de la charte de modération, version 1/,
    /Elle nomme une voisine\./,
    /sans moyen automatisé/,
    /Si vous n’êtes pas d’accord/,
  ]) {
    assert.match(mail?.text ?? '', said)
  }
  const [, path = ''] =
    /http:\/\/vivace\.test(\/fr\/contributions\/\d+\/decisions\/\d+)$/m.exec(mail?.text ?? '') ?? []
  for (const as of [{ cookie }, maud, garance]) {
    assert.match(await textOf(world.get(path, as)), /Exposé des motifs[^]*Elle nomme une voisine\./)
  }
  assert.equal(await statusOf(world.get(path, iris)), 404)
  assert.equal(await statusOf(world.get(path)), 303)
})

test('administrators make new versions of the charter, and decisions rest on the version that held', async () => {
  const number = await publish(world, nour, { body: 'Avant.' })
  await withhold(world, maud, number)
  const form: [string, string][] = [['read', '1']]
  for (const rule of [1, 2]) {
    for (const lang of ['fr', 'en']) {
      form.push([`title.${rule}.${lang}`, `Titre ${rule} ${lang}`])
      form.push([`text.${rule}.${lang}`, `Texte ${rule} ${lang}`])
    }
  }
  const keep = (as: Somebody | undefined, sent = form) =>
    world.post('/fr/workshop/charter', sent, as)
  for (const as of [nour, maud, garance]) {
    assert.equal((await keep(as)).status, 404)
    assert.equal(await statusOf(world.get('/fr/workshop/charter', as)), 404)
  }
  const gone = await keep(undefined)
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /session a pris fin[^]*Titre 1 fr/)
  const half = form.filter(([name]) => name !== 'text.2.en')
  assert.match(await textOf(keep(admin, half)), /règle 2 doit avoir un titre et un texte/)
  const made = await Promise.all([keep(admin), keep(admin)])
  assert.deepEqual(
    made.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 422],
  )
  const stale = form.map(([name, value]): [string, string] => [
    name,
    name === 'text.1.fr' ? 'Autre texte' : value,
  ])
  const told = await textOf(keep(admin, stale))
  assert.match(told, /a fait une nouvelle version[^]*Ada l’a fait le[^]*Autre texte/)
  assert.match(told, /name="read" value="2"/, 'sent again, it goes over the other')
  assert.match(await textOf(world.get('/fr/charter')), /Version 2[^]*Titre 1 fr/)
  assert.match(await textOf(world.get('/en/charter')), /Titre 1 en/)
  const old = await textOf(world.get('/fr/charter/versions/1'))
  assert.match(old, /Il existe une version plus récente[^]*Respecter les personnes/)
  assert.match(await page(number), /charter\/versions\/1#rule-1/)
  const later = await publish(world, nour, { body: 'Après.' })
  await withhold(world, maud, later)
  assert.match(await page(later), /charter\/versions\/2#rule-1/)
  for (const path of ['/fr/charter/versions/3', '/fr/charter/versions/x']) {
    assert.equal(await statusOf(world.get(path)), 404)
  }
})

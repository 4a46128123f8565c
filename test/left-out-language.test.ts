import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { findCharter } from '../src/moderation/index.ts'
import { newestVersion, termsForm } from './keep-terms.ts'
import { makeAdministrator } from './make-administrator.ts'
import { textOf, type Somebody } from './take-part.ts'
import { say } from './tamper.ts'
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

type Fields = [string, string][]

/** Without what is written in that language. */
const without = (lang: string, fields: Fields) =>
  fields.filter(([name]) => !name.endsWith(`.${lang}`))

async function charterForm(): Promise<Fields> {
  const charter = await findCharter(world.db, 'newest')
  assert.ok(charter)
  const rules = charter.rules.flatMap(({ number, texts }) =>
    [...texts].flatMap(([lang, { title, text }]): Fields => [
      [`title.${number}.${lang}`, `${title} (${charter.version + 1})`],
      [`text.${number}.${lang}`, text],
    ]),
  )
  return [['read', String(charter.version)], ...rules]
}

test('the texts that come with the program are in every language of the site', async () => {
  assert.match(await textOf(world.get('/es/charter')), /1\. Respetar a las personas/)
  assert.match(await textOf(world.get('/es/terms')), /1\. Este texto es un punto de partida/)
})

test('a charter and terms can be kept without a language; who reads it is given another, and told so', async () => {
  const charter = without('es', await charterForm())
  const half: Fields = [...charter, ['title.1.es', 'Solo un título']]
  const refused = await world.post('/es/workshop/charter', half, admin)
  assert.equal(refused.status, 422)
  const told = await refused.text()
  assert.match(told, /La regla 1 debe tener un título y un texto/)
  assert.match(told, /value="Solo un título"/)
  assert.equal((await world.post('/es/workshop/charter', charter, admin)).status, 303)

  const terms = without('es', await termsForm(world, { text: 'Un texte français.' }))
  const preview = await world.post('/es/admin/terms', [...terms, ['step', 'preview']], admin)
  assert.match(await preview.text(), /ya no están escritas en español[^]*aquí figura en francés/)
  assert.equal((await world.post('/es/admin/terms', terms, admin)).status, 303)

  for (const path of ['/es/charter', '/es/terms']) {
    const page = await textOf(world.get(path))
    assert.match(page, /no está escrito en su idioma: aquí figura en francés/, path)
    assert.match(page, /<section aria-labelledby="(rule|article)-1" lang="fr"/, path)
  }
  const french = await textOf(world.get('/fr/terms'))
  assert.doesNotMatch(french, /pas écrit dans votre langue/)
})

test('a summary is asked for in the languages of the articles, and may be said in others', async () => {
  const form = await termsForm(world, { text: 'Encore un texte.' })
  const refused = await world.post('/es/admin/terms', without('es', without('en', form)), admin)
  assert.equal(refused.status, 303, 'the articles are in French only, and so is the summary')
  const again = await termsForm(world, { text: 'Un texte de plus.' })
  const silent = again.filter(([name]) => !name.startsWith('summary.') || name === 'summary.es')
  const page = await world.post('/es/admin/terms', silent, admin)
  assert.equal(page.status, 422)
  assert.match(await page.text(), /href="#summary-fr"/)
  assert.equal((await world.post('/es/admin/terms', again, admin)).status, 303)
  assert.match(await textOf(world.get('/es/terms')), /El primer artículo dice otra cosa/)
})

test('a language that is written anew is said to be, and compared with nothing', async () => {
  const bare = without('es', await termsForm(world, { text: 'Sans espagnol.', asks: 'mends' }))
  assert.equal((await world.post('/fr/admin/terms', bare, admin)).status, 303)
  const form = await termsForm(world, { text: 'Sans espagnol.', asks: 'mends' })
  const spanish = form
    .filter(([name]) => /^(title|text)\..*\.fr$/.test(name))
    .map(([name, value]): [string, string] => [name.replace('.fr', '.es'), `${value} (es)`])
  assert.equal((await world.post('/fr/admin/terms', [...form, ...spanish], admin)).status, 303)
  const newest = await newestVersion(world)
  const compared = (lang: string) =>
    textOf(world.get(`/${lang}/terms/comparison?from=${newest - 1}&to=${newest}`))
  for (const lang of ['es', 'fr']) {
    const page = await compared(lang)
    assert.match(
      page,
      /están escritas desde ahora también en español|désormais écrites aussi en espagnol/,
    )
    assert.doesNotMatch(page, /<ins|<del|dicen lo mismo|disent la même chose/)
  }
})

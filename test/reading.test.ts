import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world.ts'
import { newKey } from './take-part.ts'

const report = '/fr/reports/petite-loi'
const workshop = '/fr/workshop'

let world: World
let nour: { cookie: string }

/** Two editions: an amendment changed the second, and another waited for its answer. */
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  const salome = await world.person({ name: 'Salomé' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  await amend('2', '1', 'Elle la met à jour chaque trimestre.')
  await amend('3', '1', 'La liste est affichée.')
  const answer: [string, string][] = [
    ['c', '1'],
    ['revision', '1.1'],
    ['decision', 'accepted'],
    ['reason', 'C’est le bon rythme.'],
  ]
  await world.post(`${workshop}/reports/petite-loi/answers`, answer, camille)
  await world.post(`${workshop}/reports/petite-loi/editions`, [['unanswered', 'confirmed']], salome)
  await world.seal()
})
after(() => world.close())

test('the home page says of each report by whom it is, and which edition it is in', async () => {
  await world.db.updateTable('report').set({ authors: 'La mission' }).execute()
  const home = await textOf('/fr')
  assert.ok(home.includes(`<h2><a href="${report}"`))
  assert.match(home, /<p>Par La mission<\/p><p class="fine">Édition 2, \d[^<]*<\/p>/)
})

test('a passage can be read as it stood in an edition, and cited so', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const passage = `${report}/passages/${block.id}`
  const old = await textOf(`${passage}?edition=1`)
  assert.match(old, /Elle la met à jour chaque année\. La liste/)
  assert.match(old, /Vous lisez l’édition 1/)
  assert.ok(old.includes(`href="${passage}"`), 'the latest is a link away')
  assert.ok(old.includes(`/p/${block.id}?edition=1`), 'the address to cite names the edition')
  assert.ok(old.includes('/editions/1/part/'), 'reading on stays in the edition')
  const latest = await textOf(passage)
  assert.doesNotMatch(latest, /Vous lisez l’édition/)
  assert.ok(latest.includes(`/p/${block.id}?edition=2`))
  assert.equal((await world.get(`${passage}?edition=99`)).status, 404)
  assert.equal((await world.get(`${passage}?edition=x`)).status, 404)

  const part = await world.blockWith('Clarté des services publics')
  const inOld = `${report}/editions/1/part/${part.id}`
  assert.ok((await textOf(inOld)).includes(`href="${passage}?edition=1"`))
  const contribution = await textOf('/fr/contributions/1')
  assert.ok(contribution.includes(`href="${passage}?edition=1"`))
})

test('a proposition is a page of its own, by its number, with what has been said of any of its passages', async () => {
  const page = await textOf(`${report}/propositions/1`)
  assert.match(page, /Chaque commune publie/)
  assert.match(page, /2 contributions sur cette proposition/)
  assert.ok(page.includes(`href="${report}/propositions/2"`), 'the next is a step away')
  const front = await textOf(report)
  assert.ok(front.includes(`href="${report}/propositions/1"`))
  for (const number of ['99', '1er', '0', '%00', 'x'.repeat(500)]) {
    assert.equal((await world.get(`${report}/propositions/${number}`)).status, 404, number)
  }
})

test('an address that ends with a slash leads to the one without, and never away', async () => {
  assert.deepEqual(await led('/fr/'), { status: 301, to: '/fr' })
  assert.deepEqual(await led(`${report}/whole/?a=b`), {
    status: 301,
    to: `${report}/whole?a=b`,
  })
  for (const path of ['//evil.example/', '/%5Cevil.example/', '/%09/evil.example/']) {
    const { to } = await led(path)
    assert.ok(to === null || /^\/(?![/\\\t])/.test(to), `${path} leads to ${to}`)
  }
})

test('an article leads to the articles around it, and back up to its part and its report', async () => {
  const part = await idOf('Clarté des services publics')
  const two = await idOf('Article 2 -')
  const page = await textOf(partOf(two))
  assert.ok(page.includes(`<a rel="prev" href="${report}/propositions/1"`))
  assert.ok(
    page.includes(`<a rel="next" href="${report}/propositions/3"`),
    'past the end of the part',
  )
  assert.deepEqual(breadcrumbOf(page), [report, partOf(part)])

  const passage = await idOf('Les services publics parlent')
  const above = breadcrumbOf(await textOf(`${report}/passages/${passage}`))
  assert.deepEqual(above, [report, partOf(part), partOf(two)])
})

test('sentences are counted as they stood in the edition that was read', async () => {
  const { sentences } = await world.blockWith('Chaque commune publie')
  const renamed = sentences[1]?.n ?? 0
  assert.ok(renamed > 3, 'the sentence that the amendment put in has a new number')
  const sent = await amend(String(renamed), '2', 'Elle la revoit.')
  const page = await textOf((sent.headers.get('Location') ?? '').replace('/receipt', ''))
  assert.match(page, /Sur la phrase 2 du passage, dans l’édition 2\./)
  assert.match(await textOf('/fr/contributions/1'), /Elle a changé la phrase 2 de ce passage/)
})

test('an edition says what waited for an answer, and who answered the rest', async () => {
  const edition = `${report}/editions/2`
  for (const address of [edition, `${edition}/changes`]) {
    const page = await textOf(address)
    assert.match(page, /1 contribution attendait encore une réponse/)
    assert.match(page, /href="\/fr\/contributions\/2"/)
  }
  assert.match(await textOf(`${edition}/changes`), /Camille, le \d/)
  const front = await textOf(report)
  assert.ok(
    front.includes(`href="${edition}/changes"`),
    'the front page leads to what changed last',
  )
})

test('anybody can compute the journal’s hashes again from what its page shows', async () => {
  const page = await textOf('/fr/journal')
  const shown = [...page.matchAll(/<code[^>]*>([^<]*)<\/code>/g)].map(([, text = '']) =>
    text.replaceAll('&quot;', '"'),
  )
  const [seal = '', payload = '', salt = '', payloadHash = '', previous = '', sealed = ''] = shown
  assert.equal(sha256(Buffer.from(salt, 'hex'), payload), payloadHash)
  assert.equal(sha256(sealed), seal)
  assert.ok(sealed.includes(`"payload":"${payloadHash}"`))
  assert.ok(sealed.includes(`"previous":"${previous}"`))
  assert.equal(shown[6], previous, 'the seal of the entry before, next on the page')
  assert.match(page, /<a href="\/fr\/reports\/petite-loi\/editions\/2">Édition 2 de petite-loi</)
  assert.match(page, /<a href="\/fr\/contributions\/1">Contribution n°\s1</)
  assert.match(page, /<a href="\/fr\/reports\/petite-loi">Texte de petite-loi</)
})

async function led(path: string): Promise<{ status: number; to: string | null }> {
  const { status, headers } = await world.get(path)
  return { status, to: headers.get('Location') }
}

async function amend(sentence: string, edition: string, wording: string): Promise<Response> {
  const { id } = await world.blockWith('Chaque commune publie')
  const form = { sentence, edition, wording, body: 'Une raison.', key: newKey(), step: 'publish' }
  return world.post(`${report}/passages/${id}/amendments`, Object.entries(form), nour)
}

async function idOf(words: string): Promise<string> {
  return (await world.blockWith(words)).id
}

function partOf(id: string): string {
  return `${report}/part/${id}`
}

function breadcrumbOf(page: string): string[] {
  const nav = /<nav class="breadcrumb".*?<\/nav>/s.exec(page)?.[0] ?? ''
  return [...nav.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
}

function sha256(...parts: (string | Buffer)[]): string {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)))
  return createHash('sha256').update(bytes).digest('hex')
}

async function textOf(path: string): Promise<string> {
  return (await world.get(path)).text()
}

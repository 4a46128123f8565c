import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { openWorld, type World } from './world.ts'
import { newKey } from './take-part.ts'

let world: World
before(async () => (world = await openWorld()))
after(() => world.close())

const amendmentForm = (key: string, changes: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    sentence: '2',
    edition: '1',
    wording: 'Elle la met à jour chaque trimestre.',
    body: 'Une année est trop longue.',
    key,
    step: 'publish',
    ...changes,
  })

test('an accepted amendment changes the next edition, which names it as the cause', async () => {
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const salome = await world.person({ name: 'Salomé' })
  const block = await world.blockWith('Chaque commune publie')
  const passage = `/fr/reports/petite-loi/passages/${block.id}`

  const submitted = await world.post(`${passage}/amendments`, amendmentForm(newKey()), nour)
  assert.equal(submitted.status, 303)
  const receipt = submitted.headers.get('Location') ?? ''
  assert.match(receipt, /^\/fr\/contributions\/\d+\/receipt$/)
  const contribution = receipt.replace('/receipt', '')
  const number = contribution.split('/').at(-1) ?? ''

  const answered = await world.post(
    '/fr/workshop/reports/petite-loi/answers',
    [
      ['c', number],
      ['revision', `${number}.1`],
      ['decision', 'accepted'],
      ['reason', 'Le trimestre est le bon rythme.'],
    ],
    camille,
  )
  assert.equal(answered.status, 303)
  assert.match(await textOf(world.get(contribution)), /dans le texte de travail/)
  assert.doesNotMatch(
    await textOf(world.get(passage)),
    /chaque trimestre\.<\/p>/,
    'readers see editions only',
  )

  const published = await world.post('/fr/workshop/reports/petite-loi/editions', [], salome)
  assert.equal(
    published.headers.get('Location'),
    '/fr/reports/petite-loi/editions/2?done=published',
  )

  const changes = await textOf(world.get('/fr/reports/petite-loi/editions/2/changes'))
  assert.match(changes, /<del>.*année.*<\/del>/)
  assert.match(changes, /<ins>.*trimestre.*<\/ins>/)
  assert.ok(changes.includes(`href="${contribution}"`), 'the changes page names the amendment')
  assert.match(changes, /Le trimestre est le bon rythme/)
  assert.match(
    await textOf(world.get(contribution)),
    /Elle a changé la phrase 2 de ce passage dans l’édition 2\./,
  )
  assert.match(await textOf(world.get(passage)), /Elle la met à jour chaque trimestre\./)

  await world.seal()
  const { findings, editions, contributions } = await verifyRecord(world.db)
  assert.deepEqual(
    { findings, editions, contributions },
    { findings: [], editions: 2, contributions: 1 },
  )
})

test('the same form sent twice at once is one contribution', async () => {
  const { cookie } = await world.person({ name: 'Yann' })
  const block = await world.blockWith('Toute demande reçoit')
  const address = `/fr/reports/petite-loi/passages/${block.id}/amendments`
  const form = amendmentForm(newKey(), { wording: 'Le délai est d’un mois.' })
  const sent = await Promise.all([1, 2, 3].map(() => world.post(address, form, { cookie })))
  assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303]))
  assert.equal(new Set(sent.map(({ headers }) => headers.get('Location'))).size, 1)
})

test('a refused amendment says why by the field and keeps what was typed', async () => {
  const nour = await world.person({ name: 'Nour' })
  const block = await world.blockWith('Toute demande reçoit')
  const address = `/fr/reports/petite-loi/passages/${block.id}/amendments`
  const form = amendmentForm(newKey(), {
    wording: 'Le délai est de trois mois.',
    body: ' ',
  })
  const refused = await world.post(address, form, nour)
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /Votre rédaction est celle du rapport/)
  assert.match(page, /Écrivez ce que vous voulez dire/)
  assert.match(page, />Le délai est de trois mois\.<\/textarea>/)
})

test('two editors who answer the same contribution do not overwrite each other', async () => {
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille' })
  const salome = await world.person({ name: 'Salomé' })
  const block = await world.blockWith('Les services publics parlent')
  const form = amendmentForm(newKey(), {
    sentence: '1',
    wording: 'Ils sont clairs.',
    edition: '1',
  })
  const sent = await world.post(
    `/fr/reports/petite-loi/passages/${block.id}/amendments`,
    form,
    nour,
  )
  const number = /\d+/.exec(sent.headers.get('Location') ?? '')?.[0] ?? ''
  const answer = (decision: string, as: { cookie: string }) =>
    world.post(
      '/fr/workshop/reports/petite-loi/answers',
      [
        ['c', number],
        ['revision', `${number}.1`],
        ['decision', decision],
        ['reason', `Raison de ${decision}.`],
      ],
      as,
    )
  const outcomes = await Promise.all([answer('accepted', camille), answer('declined', salome)])
  assert.deepEqual(new Set(outcomes.map(({ status }) => status)), new Set([303, 422]))
})

test('an edition is not published over unanswered contributions without saying so', async () => {
  const salome = await world.person({ name: 'Salomé' })
  const refused = await world.post('/fr/workshop/reports/petite-loi/editions', [], salome)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Des contributions attendent une réponse/)
})

test('a visitor who wants to contribute is asked to sign in and comes back', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const form = `/fr/reports/petite-loi/passages/${block.id}/amendment`
  const asked = await world.get(form)
  assert.equal(asked.status, 303)
  assert.equal(
    asked.headers.get('Location'),
    `/fr/account/sign-in?return=${encodeURIComponent(form)}`,
  )
})

test('what one may not see is not found, and nobody acts without the role', async () => {
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille' })
  const workshop = '/fr/workshop/reports/petite-loi'
  assert.equal((await world.get(workshop, nour)).status, 404)
  assert.equal((await world.get(`${workshop}/publication`, nour)).status, 404)
  assert.equal((await world.post(`${workshop}/editions`, [], nour)).status, 404)
  assert.equal((await world.post(`${workshop}/editions`, [], camille)).status, 404)
})

test('a form from another site is refused', async () => {
  const salome = await world.person({ name: 'Salomé' })
  const response = await world.app.request(
    'http://vivace.test/fr/workshop/reports/petite-loi/editions',
    {
      method: 'POST',
      headers: {
        Cookie: salome.cookie,
        Origin: 'https://elsewhere.example',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    },
  )
  assert.equal(response.status, 403)
})

test('the addresses to cite lead to the page in the reader’s language', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const cited = async (language: string) => {
    const response = await world.app.request(`http://vivace.test/p/${block.id}`, {
      headers: { 'Accept-Language': language },
    })
    return response.headers.get('Location')
  }
  assert.equal(await cited('en-GB, fr;q=0.5'), `/en/reports/petite-loi/passages/${block.id}`)
  assert.equal(await cited('fr'), `/fr/reports/petite-loi/passages/${block.id}`)

  const ofEdition = await world.get(`/p/${block.id}?edition=1`)
  assert.match(ofEdition.headers.get('Location') ?? '', /\/passages\/[^?]+\?edition=1$/)
  assert.equal((await world.get(`/p/${block.id}?edition=99`)).status, 404)
})

test('pages made for a person are never kept for another', async () => {
  const nour = await world.person({ name: 'Nour' })
  const mine = await world.get('/fr/reports/petite-loi', nour)
  const anybodys = await world.get('/fr/reports/petite-loi')
  assert.equal(mine.headers.get('Cache-Control'), 'private, no-store')
  assert.match(await mine.text(), /Nour/)
  assert.match(anybodys.headers.get('Vary') ?? '', /Cookie/)
  assert.doesNotMatch(await anybodys.text(), /Nour/)
})

async function textOf(response: Promise<Response>): Promise<string> {
  return (await response).text()
}

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newKey } from '../../test/take-part.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
let nour: { cookie: string }
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
})
after(() => world.close())

const reports = '/fr/reports/petite-loi'

async function send(words: string, changes: Record<string, string>, as = nour) {
  const { id } = await world.blockWith(words)
  const form = Object.entries({
    sentence: '2',
    edition: '1',
    wording: 'Une autre rédaction.',
    body: 'Une raison.',
    step: 'publish',
    ...changes,
  })
  const answer = await world.post(`${reports}/passages/${id}/amendments`, form, as)
  return {
    id,
    status: answer.status,
    to: answer.headers.get('Location')?.replace('/receipt', ''),
    page: await answer.text(),
  }
}

test('a table’s row is amended with its cells between bars, and shown with them', async () => {
  const { id } = await world.blockWith('Demande')
  const choose = await (await world.get(`${reports}/passages/${id}/amendment`, nour)).text()
  assert.match(choose, /Quelles lignes voulez-vous récrire/)
  const form = await (
    await world.get(`${reports}/passages/${id}/amendment?sentence=2`, nour)
  ).text()
  assert.match(form, />Écrite \| 3 mois<\/textarea>/)

  const key = newKey()
  const refused = await send('Demande', { wording: 'Écrite', key })
  assert.equal(refused.status, 422)
  assert.match(refused.page, /Chaque ligne garde le nombre de cellules/)

  const sent = await send('Demande', { wording: 'Écrite | 2 mois', key })
  assert.equal(sent.status, 303)
  const page = await (await world.get(sent.to ?? '')).text()
  assert.match(page, /Sur la ligne 2 du passage/)
  assert.match(page, /Écrite \| /)
  assert.doesNotMatch(page, /\t\d mois/)
})

test('a form sent again with other words is refused with the first one’s number', async () => {
  const first = { wording: 'Elle la tient à jour.', key: newKey() }
  const sent = await send('Chaque commune publie', first)
  const number = /\d+$/.exec(sent.to ?? '')?.[0]
  const again = await send('Chaque commune publie', first)
  assert.equal(again.to, sent.to)

  const others: [string, Record<string, string>][] = [
    ['Chaque commune publie', { ...first, wording: 'Elle la relit.' }],
    ['Chaque commune publie', { ...first, body: 'Autrement dit.' }],
    ['Chaque commune publie', { ...first, sentence: '1' }],
    ['Toute demande reçoit', first],
  ]
  for (const [words, changes] of others) {
    const { status, page } = await send(words, changes)
    assert.equal(status, 422)
    assert.match(page, new RegExp(`publiée sous le n°\\s${number}\\.`))
    assert.match(page, /<title>Erreur\s: /)
    assert.ok(page.includes(`>${changes['wording']}</textarea>`), 'what was typed is kept')
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? ''
    assert.notEqual(key, first.key)
    const second = await send(words, { ...changes, key })
    assert.equal(second.status, 303)
    assert.notEqual(second.to, sent.to)
  }
})

test('who is no longer signed in keeps what was typed and can publish it after signing in', async () => {
  const typed = { wording: 'La liste est payante.', sentence: '3', key: newKey() }
  const out = await send('Chaque commune publie', typed, { cookie: 'session=over' })
  assert.equal(out.status, 422)
  assert.match(out.page, /Votre session a pris fin/)
  assert.match(out.page, /href="\/fr\/account\/sign-in" target="_blank" rel="noopener"/)
  assert.match(out.page, />La liste est payante\.<\/textarea>/)
  assert.match(out.page, /value="publish"/)
  assert.equal((await send('Chaque commune publie', typed)).status, 303)
})

test('a form that names no edition is not read in another one', async () => {
  for (const edition of ['', 'garbage', '99', '-1']) {
    const { status, page } = await send('Chaque commune publie', { edition })
    assert.equal(status, 422)
    assert.match(page, /ne dit pas quelle édition vous lisiez/)
    assert.match(page, /Quelles phrases voulez-vous récrire/)
    assert.match(page, /Une autre rédaction\./, 'what was typed can be copied')
  }
})

test('the language of a refused form can be switched, and a query stays', async () => {
  const { id, page } = await send('Chaque commune publie', { body: '' })
  const form = `/reports/petite-loi/passages/${id}/amendment`
  assert.ok(page.includes(`href="/en${form}?sentence=2"`))
  const got = await (await world.get(`/fr${form}?sentence=1&sentence=2`, nour)).text()
  assert.match(got, /href="\/en\/[^"]*amendment\?sentence=1-2"/)
  assert.equal((await world.get(`/en${form}?sentence=1-2`, nour)).status, 200)
})

test('a preview says that signs of Markdown stand as they are written, of a new wording and of a revision', async () => {
  const [plain, signs] = ['Elle la tient à jour.', 'Elle la tient **à jour**.']
  const told = /resteront tels quels dans le texte/
  const shown = async (wording: string) =>
    (await send('Chaque commune publie', { wording, step: 'preview' })).page
  assert.match(await shown(signs), told)
  assert.doesNotMatch(await shown(plain), told)
  const sent = await send('Chaque commune publie', { wording: signs, key: newKey() })
  assert.equal(sent.status, 303)
  const form = await (await world.get(`${sent.to}/revision`, nour)).text()
  const key = /name="key" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const again = Object.entries({
    revision: '1',
    key,
    wording: signs,
    body: 'Autrement.',
    step: 'preview',
  })
  const preview = await (await world.post(`${sent.to}/revisions`, again, nour)).text()
  assert.match(preview, told)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newKey, reportPath, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let passage = ''
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  passage = `${reportPath}/passages/${(await world.blockWith('Chaque commune publie')).id}`
})
after(() => world.close())

const pageOf = async (path: string) => (await world.get(path, nour)).text()
const ticked = (page: string) =>
  [...page.matchAll(/name="sentence" value="([\d-]+)"/g)].map(([, numbers]) => numbers)

test('words and their place that an address brings go along to every kind, and into its form', async () => {
  const kinds = await pageOf(`${passage}/contribution?words=La+liste&occurrence=1`)
  assert.match(kinds, /Les mots choisis\s: <mark[^>]*>La liste<\/mark>/)
  assert.match(kinds, /contribution\?kind=question&amp;words=La\+liste&amp;occurrence=1"/)
  assert.match(kinds, /amendment\?words=La\+liste&amp;occurrence=1"/)
  const form = await pageOf(`${passage}/contribution?kind=question&words=liste&occurrence=2`)
  assert.match(form, /name="words"[^>]*>liste<\/textarea>/)
  assert.match(form, /name="occurrence" value="2" checked=""/)
})

test('an amendment is of every sentence that the words touch', async () => {
  const page = async (words: string) =>
    pageOf(`${passage}/amendment?${new URLSearchParams({ words }).toString()}`)
  assert.deepEqual(ticked(await page('à jour')), ['2'])
  assert.deepEqual(ticked(await page('services. Elle')), ['1', '2'])
  assert.deepEqual(ticked(await pageOf(`${passage}/amendment?words=liste&occurrence=2`)), ['3'])
})

test('words that are not there choose nothing, and nobody is told that something failed', async () => {
  for (const words of ['introuvables', 'liste', '\u0000', '\uD800', 'x'.repeat(5000)]) {
    const query = new URLSearchParams({
      words,
      occurrence: words === 'liste' ? '7' : 'x',
    }).toString()
    const amendment = await world.get(`${passage}/amendment?${query}`, nour)
    assert.equal(amendment.status, 200)
    assert.match(await amendment.text(), /type="checkbox"/)
    assert.equal((await world.get(`${passage}/contribution?${query}`, nour)).status, 200)
  }
})

test('a draft of a long choice is led to by an address that can be asked for', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const long = `${block.text} `.repeat(40)
  const sent = await world.post(
    `${passage}/contributions`,
    [
      ['kind', 'remark'],
      ['edition', '1'],
      ['body', 'Trop long.'],
      ['words', long],
      ['step', 'draft'],
      ['key', newKey()],
    ],
    nour,
  )
  assert.equal(sent.status, 303)
  assert.ok((sent.headers.get('Location') ?? '').length < 1000)
})

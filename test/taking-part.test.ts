import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import {
  countRows,
  formOf,
  newKey,
  numberIn,
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
let passage = ''
let heading = ''
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  passage = `${reportPath}/passages/${(await world.blockWith('Chaque commune publie')).id}`
  heading = `${reportPath}/passages/${(await world.blockWith('Article 1')).id}`
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const page = (number: number) => textOf(world.get(`/fr/contributions/${number}`))

const said: Record<string, Fields> = {
  remark: { body: 'Il manque les hameaux.' },
  question: { body: 'Qui tient la liste ?' },
  argument: { body: 'Cela coûte peu.', stance: 'against' },
  source: { title: 'Rapport n° 12', link: 'https://example.org/12?a=1&b=2', body: 'Voir p. 3.' },
  'new-proposition': { title: 'Un guichet', body: 'En ouvrir un.', explanation: 'Il en manque.' },
  'local-success': {
    title: 'Le bus',
    place: 'Saint-Dié',
    body: 'Un bus.',
    link: 'http://bus.test',
  },
}

test('each kind is published on what it can be about, and shows what was said', async () => {
  const first = await publish(world, await world.person({ name: 'Io' }), {
    body: 'À qui répondre.',
  })
  const replies = `/fr/contributions/${first}/replies`
  const places = [`${reportPath}/contributions`, `${heading}/contributions`]
  const everywhere = [...places, `${passage}/contributions`, replies]
  for (const [kind, fields] of Object.entries(said)) {
    const somebody = await world.person({ name: `Io ${kind}` })
    for (const path of kind === 'new-proposition' ? places : everywhere) {
      const number = await publish(world, somebody, { path, kind, ...fields })
      const shown = (await page(number)).replaceAll('&amp;', '&')
      const words = Object.entries(fields).filter(([name]) => name !== 'stance')
      for (const [, typed] of words) assert.ok(shown.includes(typed), `${kind} ${path}: ${typed}`)
      assert.equal(shown.includes('class="stance against"'), kind === 'argument')
      assert.equal(shown.includes('En réponse à'), path === replies)
    }
  }
})

test('a heading and a passage can be amended', async () => {
  const path = `${heading}/amendments`
  const number = await publish(world, nour, {
    path,
    sentence: '1',
    wording: 'Article 1 - La liste',
    body: 'Plus court.',
  })
  assert.match(await page(number), /<ins>/)
})

test('a kind where it has no place is refused, and a kind that nobody knows too', async () => {
  const first = await publish(world, nour, { body: 'Un début.' })
  const refused: [string, string][] = [
    [`${reportPath}/contributions`, 'amendment'],
    [`/fr/contributions/${first}/replies`, 'amendment'],
    [`/fr/contributions/${first}/replies`, 'new-proposition'],
    [`${passage}/contributions`, 'new-proposition'],
    [`${passage}/contributions`, 'insult'],
    [`${passage}/contributions`, ''],
  ]
  for (const [path, kind] of refused) {
    const sent = await world.post(path, formOf({ kind, title: 'Un titre', wording: 'x' }), nour)
    assert.equal(sent.status, 422, `${kind} at ${path}`)
    assert.match(await sent.text(), /cette sorte de contribution n’y a pas sa place/)
  }
})

test('each field that is missing or too long is said by the field, and what was typed stays', async () => {
  const kept = 'Ce mot reste là'
  const refusals: [Fields, string, RegExp][] = [
    [{ kind: 'argument', body: kept }, 'stance-for', /pour ou contre/],
    [{ kind: 'source', link: 'https://a.test', body: kept }, 'title', /Donnez un titre/],
    [{ kind: 'source', title: 'T', body: kept }, 'link', /Donnez l’adresse/],
    [{ kind: 'local-success', title: 'T', body: kept }, 'place', /Dites où/],
    [{ kind: 'new-proposition', body: kept }, 'title', /Donnez un titre/],
    [{ kind: 'source', title: kept, link: 'https://a.test', body: '' }, 'body', /Écrivez ce que/],
    [
      { kind: 'source', title: 't'.repeat(201), link: 'https://a.test', body: kept },
      'title',
      /dépasse 200/,
    ],
    [{ body: `${kept}${'x'.repeat(10_000)}` }, 'body', /dépasse 10 000/],
    [
      { kind: 'new-proposition', title: kept, explanation: 'x'.repeat(10_001) },
      'explanation',
      /dépassent 10 000/,
    ],
    [{ kind: 'local-success', title: kept, place: 'x'.repeat(121) }, 'place', /dépasse 120/],
    [
      { kind: 'source', title: kept, link: `https://a.test/${'x'.repeat(2000)}` },
      'link',
      /dépasse 2 000/,
    ],
  ]
  for (const [fields, id, sentence] of refusals) {
    const sent = await world.post(`${reportPath}/contributions`, formOf(fields), nour)
    const shown = await sent.text()
    assert.equal(sent.status, 422, id)
    assert.match(shown, sentence)
    assert.ok(shown.includes(`href="#${id}"`) && shown.includes(`id="${id}"`), id)
    assert.ok(shown.includes(kept), `${id}: what was typed`)
  }
  const path = `${passage}/amendments`
  const long = formOf({ sentence: '1', wording: `${kept} ${'x'.repeat(20_000)}` })
  const sent = await world.post(path, long, nour)
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /dépasse 20 000[^]*Ce mot reste là/)
})

test('white space and characters that nobody sees are nothing said', async () => {
  for (const body of [' \n\t ', '\u200B\u2060\uFEFF', '\u202E\u2066\u200F', '\u00AD', '\u3164']) {
    const sent = await world.post(`${reportPath}/contributions`, formOf({ body }), nour)
    assert.equal(sent.status, 422, JSON.stringify(body))
  }
})

test('what is typed makes no element, no script and no address of another kind', async () => {
  const body = [
    '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>gras</b>',
    '[ici](javascript:alert(1)) [là](data:text/html,x) <javascript:alert(1)> [oui](https://ok.test)',
  ].join('\n\n')
  const title = '"><script>alert(2)</script>'
  const number = await publish(world, nour, {
    kind: 'source',
    link: 'https://ok.test/"><script>',
    title,
    body,
  })
  const paths = [`/fr/contributions/${number}`, `${reportPath}/contributions`]
  for (const shown of await Promise.all(paths.map((path) => textOf(world.get(path))))) {
    assert.doesNotMatch(shown, /<script>|<img src=x|<b>gras|href="(javascript|data):/)
  }
  assert.match(await page(number), /href="https:\/\/ok\.test"/)
})

test('characters that turn writing around stay in their own words', async () => {
  const number = await publish(world, nour, { body: '\u202Eenvers', lang: 'ar' })
  assert.match(await page(number), /<div class="typed" lang="ar" dir="auto"><p>\u202Eenvers<\/p>/)
  const excerpt = /<span lang="ar" dir="auto">\u202Eenvers<\/span>/
  assert.match(await textOf(world.get(`${reportPath}/contributions`)), excerpt)
})

test('the same form sent three times at once is one contribution, one entry and one receipt', async () => {
  const yann = await world.person({ name: 'Yann' })
  const before = await Promise.all(
    (['contribution', 'journal_entry', 'receipt'] as const).map((table) => countRows(world, table)),
  )
  const form = formOf({ body: 'Trois clics.' })
  const send = () => world.post(`${passage}/contributions`, form, yann)
  const sent = await Promise.all([send(), send(), send()])
  assert.equal(new Set(sent.map(numberIn)).size, 1)
  const after = await Promise.all(
    (['contribution', 'journal_entry', 'receipt'] as const).map((table) => countRows(world, table)),
  )
  assert.deepEqual(
    after,
    before.map((count) => count + 1),
  )
})

test('other words sent with a form that was received are refused with its number, and not lost', async () => {
  const yann = await world.person({ name: 'Yann' })
  const key = newKey()
  const number = await publish(world, yann, { key, body: 'Les premiers mots.' })
  const form = formOf({ key, body: 'D’autres mots.' })
  const sent = await world.post(`${reportPath}/contributions`, form, yann)
  assert.equal(sent.status, 422)
  const shown = await sent.text()
  assert.match(shown, new RegExp(`n°\\s${number}\\.`, 'u'))
  assert.match(shown, /D’autres mots\./)
  assert.ok(!shown.includes(`value="${key}"`), 'it goes on with another key')
  const kept = await findContribution(world.db, number)
  assert.equal(kept?.content.body, 'Les premiers mots.')
})

test('a form for an edition or a passage that is not there is answered, and not by a failure', async () => {
  const form = formOf({ edition: '99', body: 'Encore là.' })
  const sent = await world.post(`${passage}/contributions`, form, nour)
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /ne dit pas quelle édition[^]*Encore là\./)
  const gone = `${reportPath}/passages/none/contributions`
  assert.equal(await statusOf(world.post(gone, formOf(), nour)), 404)
  assert.equal(await statusOf(world.get(`${reportPath}/contributions?passage=%00`)), 200)
  assert.equal(await statusOf(world.get(`${reportPath}/contribution?draft=%00`, nour)), 200)
})

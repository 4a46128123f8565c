import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { publishEdition } from '../src/editions/index.ts'
import { importReport } from '../src/imports/index.ts'
import { operator } from '../src/permissions.ts'
import {
  amend,
  answer,
  camille,
  form,
  iris,
  nour,
  refused,
  remark,
  salome,
  workshop,
  world,
  written,
} from './answering.ts'
import { publish, reportPath, statusOf, textOf } from './take-part.ts'
import { makeOutsider, smallBill } from './world.ts'

test('no decision, no reason, nothing ticked, too many: each is said, and what was typed is kept', async () => {
  const number = await remark()
  await refused({ numbers: [number], decision: 'perhaps' }, /Choisissez une décision/)
  await refused({ numbers: [number], reason: '\u200B' }, /Donnez la raison/)
  await refused({ numbers: [] }, /Cochez au moins une contribution/)
  const many = Array.from({ length: 51 }, (_, at) => number + at)
  await refused({ numbers: many, reason: 'Pour toutes.' }, /à 50 contributions ensemble au plus/)
  assert.equal(await statusOf(world.get(`${workshop}/answer`, camille)), 422)
  assert.equal(await statusOf(world.get(form(['0', '-1', 'x', '9'.repeat(40)]), camille)), 422)
})

test('who is no longer signed in keeps the answer that was typed; the contribution waits on', async () => {
  const number = await amend({ on: 'Un sigle y est', wording: 'Un sigle s’y lit en entier.' })
  const form: [string, string][] = [
    ['c', String(number)],
    ['revision', `${number}.1`],
    ['decision', 'accepted-in-part'],
    ['wording', 'Un sigle s’y lit.'],
    ['reason', 'Une longue raison.'],
  ]
  const before = await written()
  for (const as of [undefined, { cookie: 'session=over' }]) {
    const out = await world.post(`${workshop}/answers`, form, as)
    const page = await out.text()
    assert.equal(out.status, 422)
    assert.match(page, /Votre session a pris fin/)
    assert.match(page, /href="\/fr\/account\/sign-in" target="_blank" rel="noopener"/)
    assert.match(page, />Une longue raison\.<\/textarea>/)
    assert.match(page, />Un sigle s’y lit\.<\/textarea>/)
    assert.match(page, /value="accepted-in-part" checked/)
  }
  assert.equal((await world.post(`${workshop}/answers`, form, nour)).status, 404)
  assert.deepEqual(await written(), before)
  assert.match(await textOf(world.get(`/fr/contributions/${number}`)), /n’a pas encore répondu/)
  assert.equal((await world.post(`${workshop}/answers`, form, camille)).status, 303)
})

test('a form sent twice gives its answer once, and says so both times', async () => {
  const numbers = [await remark('Envoyée deux fois.'), await remark('Avec elle.')]
  const others = await world.person({ name: 'Un autre rapporteur', role: 'rapporteur' })
  const sending = { numbers, reason: 'Une fois suffit. ', back: 'kind=remark' }
  const both = await Promise.all([answer(sending), answer(sending)])
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  const [first, second] = both.map(({ headers }) => headers.get('Location'))
  assert.equal(first, second)
  const before = await written()
  assert.equal((await answer({ ...sending, numbers: numbers.toReversed() })).status, 303)
  for (const other of [
    { ...sending, reason: 'Autrement dit.' },
    { ...sending, decision: 'declined' },
    { ...sending, numbers: numbers.slice(0, 1) },
  ]) {
    assert.equal((await answer(other)).status, 422)
  }
  assert.equal((await answer(sending, others)).status, 422)
  assert.deepEqual(await written(), before)
})

test('what was typed is not lost when everything was answered meanwhile', async () => {
  const number = await amend({ on: 'Article 3 -', wording: 'Article 3 - Délais' })
  const other = await remark('Encore ouverte.')
  await answer({ numbers: [number], decision: 'declined' })
  const part = { decision: 'accepted-in-part', wording: 'Article 3 - Un délai' }
  const kept = [/La rédaction que vous aviez écrite[^]*Article 3 - Un délai/]
  const alone = await refused({ ...part, numbers: [number], reason: 'Longue.' }, ...kept)
  assert.match(alone, /La raison que vous aviez écrite[^]*Longue\./)
  assert.match(alone, /Revenir aux contributions/)
  const together = await refused({ ...part, numbers: [number, other] }, ...kept)
  assert.match(together, new RegExp(`name="c" value="${other}"`))
})

test('a support or a reply that comes meanwhile does not stand in the way', async () => {
  const number = await remark('Soutenue entre-temps.')
  await world.post(`/fr/contributions/${number}/support`, [], nour)
  await publish(world, iris, { path: `/fr/contributions/${number}/replies`, body: 'Et puis ?' })
  assert.equal((await answer({ numbers: [number] })).status, 303)
})

test('no address and no form that nobody could have meant is an error of ours', async () => {
  const number = await remark('Visée.')
  const before = await written()
  for (const query of [
    `c=${number}&c=${number}&c=00${number}`,
    `c=${number}.0&c=1e3&c=%00&c=%F0%9F%98%80`,
    `c=${number}&back=${encodeURIComponent('x'.repeat(4000))}`,
    `c=${number}&back=%00&back=%ff`,
    `c[]=${number}`,
    Array.from({ length: 900 }, (_, at) => `c=${at}`).join('&'),
  ]) {
    const { status } = await world.get(`${workshop}/answer?${query}`, camille)
    assert.ok(status < 500, `${status} for ${query.slice(0, 80)}`)
  }
  for (const [name, value] of [
    ['revision', `${number}.999999999999`],
    ['revision', 'x.y'],
    ['revision', `${number}.1.1`],
    ['wording', '\u0000\uFFFF'],
    ['reason', '\u0000'],
    ['decision', 'given-accepted'],
    ['back', '\u0000'],
  ] as const) {
    const form: [string, string][] = [
      ['c', String(number)],
      ['reason', 'Une raison.'],
    ]
    const sent = await world.post(`${workshop}/answers`, [...form, [name, value]], camille)
    assert.equal(sent.status, 422, `${name}=${value}`)
  }
  assert.deepEqual(await written(), before)
})

test('of two editors at once on groups that overlap, one wins whole', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b, c] = [await remark(), await remark(), await remark()]
    const outcomes = await Promise.all([
      answer({ numbers: [a, b], reason: 'De Camille.' }),
      answer({ numbers: [c, b], reason: 'De Salomé.' }, salome),
    ])
    assert.deepEqual(new Set(outcomes.map(({ status }) => status)), new Set([303, 422]))
    const { links, settled } = await written()
    const answered = [a, b, c].filter((number) =>
      links.some((link) => link.contribution_number === number),
    )
    const won = outcomes[0].status === 303 ? [a, b] : [b, c]
    assert.deepEqual(answered, won)
    assert.deepEqual(
      settled.filter((one) => one.settled_at && one.number >= a).map(({ number }) => number),
      won,
    )
    const late = outcomes.find(({ status }) => status === 422)
    assert.match((await late?.text()) ?? '', new RegExp(`n°\\s${b}\\s: une réponse vient`, 'u'))
  }
})

test('only editors of that report answer, and what is another’s is not told from what is not', async () => {
  const number = await remark('Ailleurs.')
  const ines = await makeOutsider(world)
  for (const as of [nour, ines]) {
    assert.equal((await answer({ numbers: [number] }, as)).status, 404)
    assert.equal(await statusOf(world.get(form([number]), as)), 404)
    const old = `/fr/workshop/contributions/${number}/answer`
    assert.equal(await statusOf(world.get(old, as)), 404)
  }
  const elsewhere = form([number]).replace('petite-loi', 'autre')
  const foreign = await textOf(world.get(elsewhere, ines))
  assert.match(foreign, new RegExp(`Contribution n°\\s${number}\\s: ce rapport n’en a pas`, 'u'))
  assert.doesNotMatch(foreign, /Ailleurs\./)
})

test('the working text is shown to editors only, also where a form is sent without a session', async () => {
  const on = 'Toute demande reçoit'
  const number = await amend({ on, wording: 'Une demande reçoit une réponse.' })
  const taken = await amend({ on, wording: 'Des mots que seule la rédaction lit.' })
  assert.equal((await answer({ numbers: [taken], decision: 'accepted' })).status, 303)
  const editors = await textOf(world.get(form([number]), camille))
  assert.match(editors, /Tel qu’il est dans le texte de travail[^]*seule la rédaction lit/)
  const sent = await world.post(`${workshop}/answers`, [['c', String(number)]])
  assert.equal(sent.status, 422)
  assert.doesNotMatch(await sent.text(), /dans le texte de travail|seule la rédaction lit/)
})

test('an answer whose change was undone before the edition is told among its answers', async () => {
  const number = await amend({
    on: 'Exposé des motifs',
    wording: 'Exposé des motifs : une règle que l’on ne comprend pas n’est guère une règle.',
  })
  await answer({ numbers: [number], decision: 'accepted', reason: 'Elle sera défaite.' })
  const file = { name: 'petite-loi.html', bytes: await readFile(smallBill) }
  const about = { authors: null, commissioner: null, licence: null, editionPlannedFor: null }
  const read = { slug: 'petite-loi', file, reason: 'Retour', propositionWords: [] }
  const request = { ...read, about: { ...about, illustrative: true } }
  assert.ok((await importReport(world.db, operator, request, new Date())).ok)
  const publishing = { report: world.report, unansweredConfirmed: true, seen: null }
  assert.ok((await publishEdition(world.db, salome.actor, publishing, new Date())).ok)
  const page = await textOf(world.get(`${reportPath}/editions/2/changes`))
  const answers = page.slice(page.indexOf('id="unchanging"'))
  assert.match(answers, /sans changer de mots[^]*Elle sera défaite\./)
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'

import { sharedData } from '../../test/shared-data.ts'
import { type Consultation, type Votes, readConsultation } from './read-consultation.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const folder = 'test/fixtures/petite-loi-consultation'

function readFiles(bill: string, contributions: string): Consultation {
  const read = readConsultation(json(bill), json(contributions))
  assert.ok(read.ok, read.ok ? '' : read.mistakes.join('\n'))
  return read.consultation
}

const sum = (numbers: number[]): number => numbers.reduce((one, other) => one + other, 0)
const sumVotes = (list: { votes: Votes }[]): number =>
  sum(list.map(({ votes }) => votes.agree + votes.mixed + votes.disagree))
const sumSupports = (list: { supports: number }[]): number =>
  sum(list.map(({ supports }) => supports))
const countOn = (list: Consultation['arguments'] | Consultation['sources'], kind: string): number =>
  list.filter(({ on }) => on.kind === kind).length

test('the small consultation is read whole', () => {
  const all = readFiles(`${folder}/bill.json`, `${folder}/contributions.json`)
  assert.deepEqual(
    [all.articles.length, all.proposals.length, all.arguments.length, all.sources.length],
    [3, 5, 12, 4],
  )
  assert.deepEqual([sumVotes(all.articles), sumVotes(all.proposals)], [461, 283])
  assert.equal(sumSupports(all.arguments) + sumSupports(all.sources), 42)
  assert.deepEqual([countOn(all.arguments, 'article'), countOn(all.sources, 'proposal')], [7, 2])
  assert.deepEqual(
    all.proposals.filter(({ trashed }) => trashed).map(({ id }) => id),
    [15],
  )
  assert.equal(all.authors.length, 8)
  assert.deepEqual(all.dropped, [{ what: 'script', count: 1 }])
})

test('bodies become Markdown: proposals from HTML, arguments from plain text', () => {
  const all = readFiles(`${folder}/bill.json`, `${folder}/contributions.json`)
  const proposals = new Map(all.proposals.map((proposal) => [proposal.id, proposal]))
  assert.equal(
    proposals.get(11)?.body,
    'Les listes sont réunies en **un seul annuaire**\u00A0:\n\n- par commune\u00A0;\n- par besoin.',
  )
  assert.equal(proposals.get(11)?.explanation, 'Qui déménage ne sait plus où chercher.')
  assert.equal(proposals.get(12)?.explanation, null)
  assert.equal(
    proposals.get(12)?.body,
    'Ajouter après «\u00A0la langue de ceux\u00A0»\u00A0: *«\u00A0y compris la langue des signes\u00A0»*.',
  )
  assert.equal(proposals.get(14)?.body, 'Remplacer ~~trois mois~~ par **un mois**.')
  assert.equal(
    all.arguments[4]?.body,
    'La précision du droit ne tient pas toujours en une page.\\\nQue faire alors ?',
  )
  assert.equal(
    all.arguments[6]?.body,
    'Une réponse \\*motivée\\* vaut mieux qu’une réponse rapide.',
  )
  assert.equal(all.arguments[0]?.at.toISOString(), '2026-03-10T17:05:00.000Z')
  assert.deepEqual(all.arguments[7]?.on, { kind: 'proposal', id: 11 })
})

const votes = { agree: 1, mixed: 0, disagree: 0 }
const createdAt = '2026-03-02T09:00:00+01:00'
const article = { id: 1, section: 'A', title: 'B', votes }
const proposal = {
  id: 2,
  author: 'p',
  section: 'A',
  title: 'C',
  bodyHtml: '<p>d',
  createdAt,
  votes,
}
const argument = { id: 3, on: 1, author: 'p', side: 'for', body: 'e', createdAt, supports: 0 }
const source = {
  id: 4,
  on: 2,
  author: 'p',
  title: 'f',
  link: 'http://g.h',
  category: '',
  body: '',
  createdAt,
  supports: 0,
}

function mistakesIn(
  change: Partial<Record<'articles' | 'proposals' | 'arguments' | 'sources', unknown>>,
): string[] {
  const file = {
    articles: [article],
    proposals: [proposal],
    arguments: [argument],
    sources: [source],
    ...change,
  }
  const read = readConsultation({ articles: file.articles }, file)
  return read.ok ? [] : read.mistakes
}

test('what may be left out is left out, and unknown fields are ignored', () => {
  assert.deepEqual(mistakesIn({ articles: [{ ...article, colour: 'red' }] }), [])
})

test('each wrong field is told by its path', () => {
  assert.deepEqual(
    mistakesIn({
      articles: [{ ...article, votes: { agree: -1, mixed: 1.5 } }],
      proposals: [{ ...proposal, createdAt: '2026-02-30T09:00:00Z' }],
      arguments: [argument, { ...argument, side: 'perhaps', body: ' ' }],
      sources: [{ ...source, link: 'javascript:x', title: 'a\0' }],
    }),
    [
      'articles[0].votes.agree must be a whole number from 0',
      'articles[0].votes.mixed must be a whole number from 0',
      'articles[0].votes.disagree is missing',
      'proposals[0].createdAt must be a date and time with its zone, as 2015-09-26T11:27:25+02:00',
      'arguments[1].side must be "for" or "against"',
      'arguments[1].body must hold words',
      'sources[0].title must not hold the character U+0000',
      'sources[0].link must be an http or https address',
    ],
  )
  assert.deepEqual(mistakesIn({ proposals: { a: 1 }, sources: undefined }), [
    'proposals must be a list',
    'sources is missing',
  ])
  assert.deepEqual(mistakesIn({ proposals: [{ ...proposal, bodyHtml: '<script>x</script>' }] }), [
    'proposals[0].bodyHtml must hold words',
  ])
})

test('ids are given once, and what is spoken of is one article or one proposal', () => {
  assert.deepEqual(mistakesIn({ arguments: [argument, argument, { ...argument, id: 5, on: 9 }] }), [
    'arguments[1].id is that of arguments[0] too',
    'arguments[2].on is the id of no article and no proposal',
  ])
  assert.deepEqual(mistakesIn({ articles: [article, { ...article, id: 2 }] }), [
    'sources[0].on is the id of an article and of a proposal',
  ])
})

test('twenty mistakes are told, and how many more there are', () => {
  const wrong = Array.from({ length: 25 }, (_, index) => ({ ...argument, id: index + 1, on: 0.5 }))
  const mistakes = mistakesIn({ arguments: wrong })
  assert.equal(mistakes.length, 21)
  assert.equal(mistakes.at(-1), 'and 5 more')
  assert.deepEqual(readConsultation(null, 'x'), {
    ok: false,
    mistakes: ['the file must be an object', 'the file must be an object'],
  })
})

test('whatever the files hold, reading them refuses or succeeds, and never throws', () => {
  const odd = fc.record({
    id: fc.oneof(fc.nat(5), fc.anything()),
    on: fc.oneof(fc.nat(5), fc.anything()),
    author: fc.oneof(fc.string(), fc.anything()),
    createdAt: fc.oneof(fc.constant(createdAt), fc.string()),
    bodyHtml: fc.string(),
    votes: fc.oneof(fc.constant(votes), fc.anything()),
  })
  fc.assert(
    fc.property(fc.anything(), fc.array(odd), (bill, list) => {
      readConsultation(bill, bill)
      readConsultation({ articles: list }, { proposals: list, arguments: list, sources: list })
    }),
  )
})

const bill = sharedData('republique-numerique/bill.json')
const contributions = sharedData('republique-numerique/contributions.json')

test(
  'a real consultation gives every contribution, vote and support that it holds',
  { skip: (bill === null || contributions === null) && 'needs SHARED_DATA' },
  () => {
    const all = readFiles(bill ?? '', contributions ?? '')
    assert.equal(all.articles.length, 30)
    assert.equal(new Set(all.proposals.map(({ section }) => section)).size, 18)
    assert.equal(all.proposals.length, 666)
    assert.equal(all.proposals.filter(({ trashed }) => trashed).length, 4)
    assert.equal(all.arguments.length, 3994)
    assert.deepEqual(
      [countOn(all.arguments, 'article'), countOn(all.arguments, 'proposal')],
      [1096, 2898],
    )
    assert.equal(all.sources.length, 326)
    assert.deepEqual([countOn(all.sources, 'article'), countOn(all.sources, 'proposal')], [94, 232])
    assert.equal(all.authors.length, 1538)
    assert.deepEqual([sumVotes(all.articles), sumVotes(all.proposals)], [24_887, 63_735])
    assert.equal(sumSupports(all.arguments) + sumSupports(all.sources), 13_170)
    assert.equal(sum(all.proposals.map(({ rewordings }) => rewordings)) > 0, true)
    for (const { body } of [...all.proposals, ...all.arguments]) assert.notEqual(body, '')
  },
)

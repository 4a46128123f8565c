import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { sharedData } from '../../test/shared-data.ts'
import { parseHtml } from '../text/index.ts'
import { matchHeadings } from './match-headings.ts'
import { readConsultation } from './read-consultation.ts'

const heading = (id: string, text: string): { id: string; text: string } => ({ id, text })

test('a title finds its heading through spaces, apostrophes, dashes and accents', () => {
  const { matched } = matchHeadings(
    ["Article 1 - L'accès  aux données : suite", 'Été'],
    [heading('a', 'Article 1 – L’accès aux données\u00A0: suite'), heading('b', 'E\u0301te\u0301')],
  )
  assert.deepEqual([...matched.values()], ['a', 'b'])
})

test('the prefix of a section may be missing from its heading', () => {
  const titles = ['86 Section 1 — Ouverture', '87 Section 2 — Service']
  const { matched, unmatched } = matchHeadings(titles, [
    heading('a', 'Ouverture'),
    heading('b', '87 Section 2 — Service'),
  ])
  assert.deepEqual(
    [...matched],
    [
      [titles[0], 'a'],
      [titles[1], 'b'],
    ],
  )
  assert.deepEqual(unmatched, [])
})

test('capitals matter only when nothing else is found', () => {
  const headings = [heading('a', 'LES COMMUNS'), heading('b', 'Les communs')]
  assert.equal(matchHeadings(['Les communs'], headings).matched.get('Les communs'), 'b')
  assert.equal(matchHeadings(['les communs'], headings.slice(0, 1)).matched.get('les communs'), 'a')
  assert.deepEqual(matchHeadings(['les communs'], headings).ambiguous, ['les communs'])
})

test('what reads like two headings, or like another title, is told and never guessed', () => {
  assert.deepEqual(matchHeadings(['A', 'B'], [heading('a', 'A'), heading('b', 'A')]), {
    matched: new Map(),
    unmatched: ['B'],
    ambiguous: ['A'],
  })
  const titles = ['1 Section 1 — A', '2 Section 1 — A']
  assert.deepEqual(matchHeadings(titles, [heading('a', 'A')]).ambiguous, titles)
})

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

function matchFiles(document: string, bill: string, contributions: string) {
  const read = readConsultation(json(bill), json(contributions))
  assert.ok(read.ok)
  const { articles, proposals } = read.consultation
  const sections = [...articles, ...proposals].map(({ section }) => section)
  const { blocks } = parseHtml(readFileSync(document, 'utf8'))
  const headings = blocks
    .filter(({ level, kind }) => level > 0 && kind !== 'list-item')
    .map(({ text }, index) => heading(String(index), text))
  return matchHeadings([...articles.map(({ title }) => title), ...sections], headings)
}

test('every article and section of the small bill finds its heading', () => {
  const folder = 'test/fixtures/petite-loi-consultation'
  const found = matchFiles(
    'test/fixtures/petite-loi.html',
    `${folder}/bill.json`,
    `${folder}/contributions.json`,
  )
  assert.equal(found.matched.size, 3 + 2)
  assert.deepEqual([...found.unmatched, ...found.ambiguous], [])
})

const bill = sharedData('republique-numerique/bill.json')

test(
  'all 30 articles and 18 sections of a real consultation find their headings',
  { skip: bill === null && 'needs SHARED_DATA' },
  () => {
    const path = bill ?? ''
    const beside = (name: string): string => path.replace('bill.json', name)
    const found = matchFiles(beside('bill.html'), path, beside('contributions.json'))
    assert.deepEqual([...found.unmatched, ...found.ambiguous], [])
    assert.equal(found.matched.size, 30 + 18)
  },
)

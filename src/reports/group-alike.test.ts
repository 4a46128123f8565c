import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../text/index.ts'
import { choosePart, groupAlike, type ToldBlocks } from './group-alike.ts'

const block = (text: string, level = 0): Block => ({
  id: text,
  kind: level > 0 ? 'section' : 'paragraph',
  level,
  number: null,
  text,
  marks: [],
  sentences: [],
  nextSentence: 1,
})

type Told = ToldBlocks & { reason: string }

const changed = (blockId: string, said: Partial<Told> = {}): Told => ({
  blockId,
  others: [],
  did: 'removed',
  old: [block(`Les mots de ${blockId}.`)],
  now: [],
  oldAt: 0,
  at: 0,
  places: null,
  typographic: false,
  reason: 'Redite.',
  ...said,
})

const group = (blocks: Told[]) => groupAlike(blocks, ({ reason }) => reason)

const idsOf = (blocks: Told[]) =>
  group(blocks).map(({ first, alike }) => [first, ...alike].map(({ blockId }) => blockId).join(''))

test('passages that were removed one after the other for the same reasons are told together', () => {
  const other = { reason: 'Hors sujet.' }
  const blocks = [changed('a'), changed('b'), changed('c', other), changed('d')]
  assert.deepEqual(idsOf(blocks), ['ab', 'c', 'd'])
})

/** Moved, one place further on in both texts than the one before it. */
const moved = (blockId: string, at: number, words = blockId, level = 0) =>
  changed(blockId, {
    did: 'moved',
    old: [block(blockId, level)],
    now: [block(words, level)],
    oldAt: 20 + at,
    at,
  })

test('passages that moved together are one move, edited or not', () => {
  assert.deepEqual(idsOf([moved('a', 1), moved('b', 2, 'Autres mots.'), moved('c', 3)]), ['abc'])
  const other = { ...moved('b', 2, 'Autres mots.'), reason: 'Plus clair.' }
  assert.deepEqual(idsOf([moved('a', 1), other, moved('c', 3)]), ['a', 'b', 'c'])
})

test('passages that stood or stand apart are not one move, nor are two articles', () => {
  const [apart, back] = [
    { ...moved('b', 2), oldAt: 40 },
    { ...moved('b', 2), at: 7 },
  ]
  assert.deepEqual(idsOf([moved('a', 1), apart]), ['a', 'b'])
  assert.deepEqual(idsOf([moved('a', 1), back]), ['a', 'b'])
  const articles = [moved('A', 1, 'A', 2), moved('a', 2), moved('B', 3, 'B', 2), moved('b', 4)]
  assert.deepEqual(idsOf(articles), ['Aa', 'Bb'])
})

test('passages that were added are told one by one', () => {
  const added = { did: 'added' as const, old: [], now: [block('Mots.')] }
  assert.deepEqual(idsOf([changed('a', added), changed('b', added)]), ['a', 'b'])
})

test('fifty are on a page, and a passage is found on its own', () => {
  const added = { did: 'added' as const, old: [], now: [block('Mots.')] }
  const blocks = Array.from({ length: 120 }, (_, at) => changed(`b${at}`, added))
  const groups = group([...blocks, changed('last'), changed('alike')])
  const chosen = (page: number | null, at: string | null) => {
    const part = choosePart(groups, { page, at })
    return [part.page, part.pages, part.groups.length]
  }
  assert.deepEqual(chosen(null, null), [1, 3, 50])
  assert.deepEqual(chosen(2, null), [2, 3, 50])
  assert.deepEqual(chosen(99, null), [3, 3, 21])
  assert.deepEqual(chosen(null, 'b50'), [2, 3, 50])
  assert.deepEqual(chosen(null, 'alike'), [3, 3, 21])
  assert.deepEqual(chosen(null, 'nowhere'), [1, 3, 50])
  const joined = group([changed('a', { others: ['piece'] })])
  assert.equal(choosePart(joined, { page: null, at: 'piece' }).groups.length, 1)
  assert.deepEqual(choosePart([], { page: null, at: null }), {
    groups: [],
    page: 1,
    pages: 1,
    skipped: 0,
    at: null,
  })
})

test('of thousands that went, a page tells of some hundreds, and every one stands on a page', () => {
  const gone = Array.from({ length: 2000 }, (_, at) => changed(`b${at}`))
  const groups = group(gone)
  assert.deepEqual(groups.flatMap(({ first, alike }) => [first, ...alike]).length, 2000)
  const pages = choosePart(groups, { page: null, at: null }).pages
  const told = Array.from({ length: pages }, (_, at) =>
    choosePart(groups, { page: at + 1, at: null }).groups.flatMap(({ first, alike }) => [
      first.blockId,
      ...alike.map(({ blockId }) => blockId),
    ]),
  )
  assert.deepEqual(
    told.flat(),
    gone.map(({ blockId }) => blockId),
  )
  for (const { length } of told) assert.ok(length <= 400)
  assert.equal(choosePart(groups, { page: null, at: 'b1999' }).page, pages)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choosePart, groupAlike } from './group-alike.ts'
import type { ChangedBlock } from './list-changed-blocks.ts'

const changed = (blockId: string, said: Partial<ChangedBlock> = {}): ChangedBlock => ({
  blockId,
  did: 'removed',
  before: `Les mots de ${blockId}.`,
  after: null,
  answers: [],
  causes: [{ kind: 'erratum' }],
  reasons: ['Redite.'],
  ...said,
})

const idsOf = (blocks: ChangedBlock[]) =>
  groupAlike(blocks).map(({ first, alike }) =>
    [first, ...alike].map(({ blockId }) => blockId).join(''),
  )

test('passages that were removed one after the other for the same reasons are told together', () => {
  const other = { reasons: ['Hors sujet.'] }
  const cause = { causes: [{ kind: 'contribution' as const, contributionNumber: 1, added: false }] }
  const blocks = [
    changed('a'),
    changed('b'),
    changed('c', other),
    changed('d', cause),
    changed('e'),
  ]
  assert.deepEqual(idsOf(blocks), ['ab', 'c', 'd', 'e'])
})

test('moved passages are told together while their words are the same', () => {
  const moved = { did: 'moved' as const, after: 'Mots.', before: 'Mots.' }
  const edited = { ...moved, after: 'Autres mots.' }
  const blocks = [
    changed('a', moved),
    changed('b', moved),
    changed('c', edited),
    changed('d', moved),
  ]
  assert.deepEqual(idsOf([...blocks, changed('e')]), ['ab', 'c', 'd', 'e'])
  const added = { did: 'added' as const, before: null, after: 'Mots.' }
  assert.deepEqual(idsOf([changed('a', added), changed('b', added)]), ['a', 'b'])
})

test('fifty are on a page, and a passage is found on its own', () => {
  const added = { did: 'added' as const, before: null, after: 'Mots.' }
  const blocks = Array.from({ length: 120 }, (_, at) => changed(`b${at}`, added))
  const groups = groupAlike([...blocks, changed('last'), changed('alike')])
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
  assert.deepEqual(choosePart([], { page: null, at: null }), {
    groups: [],
    page: 1,
    pages: 1,
    at: null,
  })
})

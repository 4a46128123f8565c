import assert from 'node:assert/strict'
import { test } from 'node:test'
import { divisionsOf, type PublishedDivision } from './divisions.ts'

const division = (
  operation: PublishedDivision['operation'],
  [first, other]: [string, string],
  editionNumber = 2,
): PublishedDivision => ({
  editionNumber,
  operation,
  first: { id: first, text: '' },
  other: { id: other, text: '' },
})
const split = (first: string, other: string, edition?: number) =>
  division('split-block', [first, other], edition)
const merged = (first: string, other: string, edition?: number) =>
  division('merge-blocks', [first, other], edition)

const told = (id: string, ...published: PublishedDivision[]) =>
  divisionsOf(id, published).map((one) => `${one.did} ${one.with.id} in ${one.editionNumber}`)

test('either passage is told what became of it, with the other', () => {
  assert.deepEqual(told('b', split('a', 'b')), ['split-off a in 2'])
  assert.deepEqual(told('a', split('a', 'b')), ['gave-piece b in 2'])
  assert.deepEqual(told('b', merged('a', 'b')), ['merged-into a in 2'])
  assert.deepEqual(told('a', merged('a', 'b')), ['took-in b in 2'])
  assert.deepEqual(told('b', split('a', 'b'), merged('a', 'b', 3)), [
    'split-off a in 2',
    'merged-into a in 3',
  ])
})

test('what was taken back before it was published is not told', () => {
  assert.deepEqual(told('a', split('a', 'b'), merged('a', 'b')), [])
  assert.deepEqual(told('b', merged('a', 'b'), split('a', 'b')), [])
  assert.deepEqual(told('b', split('a', 'b'), merged('a', 'b'), split('a', 'b')), [
    'split-off a in 2',
  ])
})

test('a piece that went into a third passage before it was published is told of neither', () => {
  const passed = [split('a', 'b'), merged('c', 'b')]
  for (const id of ['a', 'b', 'c']) assert.deepEqual(told(id, ...passed), [])
})

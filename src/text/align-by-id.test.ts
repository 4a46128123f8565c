import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { type AlignedBlock, alignById } from './align-by-id.ts'
import type { Block } from './block.ts'
import { makeBlocks } from './make-blocks.ts'

function blocksOf(ids: readonly string[]): Block[] {
  const rest = { kind: 'paragraph', level: 0, number: null } as const
  const parsed = ids.map((id) => ({ ...rest, text: id.replace('*', ' autre'), marks: [] }))
  let index = 0
  return makeBlocks(parsed, 'fr', () => ids[index++]?.replace('*', '') ?? '')
}

function shown(items: AlignedBlock[]): string {
  return items
    .map((item) => {
      const sign = { same: '', edited: '*', moved: '>', added: '+', removed: '-' }[item.kind]
      const edited = item.kind === 'moved' && item.edited ? '*' : ''
      return (item.kind === 'removed' ? item.old : item.new).id + sign + edited
    })
    .join(' ')
}

function aligned(old: string, now: string): string {
  return shown(alignById(blocksOf(old.split(' ')), blocksOf(now.split(' '))))
}

test('blocks are matched by id: same, edited, added, and removed where they stood', () => {
  assert.equal(aligned('a b c d', 'a x b* d'), 'a x+ b* c- d')
  assert.equal(aligned('z a b', 'b x'), 'z- a- b x+')
})

test('as few blocks as possible are moved', () => {
  assert.equal(aligned('a b c d e', 'a e b c d'), 'a e> b c d')
  assert.equal(aligned('a b c d', 'b c* d a*'), 'b c* d a>*')
})

test('a block removed after one that moved stands after the last that did not', () => {
  assert.equal(aligned('a b x c d', 'a c d b'), 'a x- c d b>')
})

test('every block stands once, the new ones in their order', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'a b c d e f g h i j'.split(' ')), { minLength: 1 })
  fc.assert(
    fc.property(ids, ids, (old, now) => {
      const items = alignById(blocksOf(old), blocksOf(now))
      const olds = items.flatMap((item) => (item.kind === 'added' ? [] : [item.old.id]))
      const news = items.flatMap((item) => (item.kind === 'removed' ? [] : [item.new.id]))
      assert.deepEqual(news, now)
      assert.deepEqual(olds.toSorted(), old.toSorted())
      const still = items.filter(({ kind }) => kind === 'same' || kind === 'removed')
      const places = still.map((item) => ('old' in item ? old.indexOf(item.old.id) : -1))
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
      )
    }),
  )
})

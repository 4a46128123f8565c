import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Item, ItemKind } from './align.ts'
import type { ParsedBlock } from './block.ts'
import { groupItems } from './group-items.ts'

const block = (text: string): ParsedBlock => {
  const level = /^#+/.exec(text)?.[0].length ?? 0
  const kind = level > 0 ? 'section' : 'paragraph'
  return { kind, level, number: null, text, marks: [] }
}

type Said = [kind: ItemKind, old: number | null, now: number | null]

function group(old: string[], now: string[], said: Said[]): string[] {
  const items = said.map(([kind, from, to]): Item => {
    return { kind, old: from === null ? [] : [from], new: to === null ? [] : [to] }
  })
  return groupItems(items, old.map(block), now.map(block)).map(
    (one) => `${one.kind} ${one.items.length}`,
  )
}

test('what was added under a heading that was added is one change, up to the next heading beside it', () => {
  const now = ['# A', 'a', '## A1', 'b', '# B', 'c']
  const said = now.map((_, at): Said => ['added', null, at])
  assert.deepEqual(group([], now, said), ['added 4', 'added 2'])
})

test('passages without their heading are not told with the heading after them', () => {
  assert.deepEqual(
    group(
      ['x', '# B', 'y'],
      [],
      [
        ['removed', 0, null],
        ['removed', 1, null],
        ['removed', 2, null],
      ],
    ),
    ['removed 1', 'removed 2'],
  )
})

const moved = (...places: number[]) => places.map((from, at): Said => ['moved', from, at])

test('what moved together is one move only where it stood together', () => {
  const old = ['# A', 'a', 'b', 'c']
  assert.deepEqual(group(old, old, moved(0, 1, 2, 3)), ['moved 4'])
  assert.deepEqual(group(old, ['# A', 'a', 'c', 'b'], moved(0, 1, 3, 2)), [
    'moved 2',
    'moved 1',
    'moved 1',
  ])
})

test('what stayed is one group whatever its headings, and an edited passage is one by itself', () => {
  const text = ['a', '# A', 'b', 'c', 'd']
  assert.deepEqual(
    group(text, text, [
      ['same', 0, 0],
      ['same', 1, 1],
      ['edited', 2, 2],
      ['edited', 3, 3],
      ['same', 4, 4],
    ]),
    ['same 2', 'edited 1', 'edited 1', 'same 1'],
  )
})

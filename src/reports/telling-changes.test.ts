import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeBlocks, type Block } from '../text/index.ts'
import type { NewChange } from './change.ts'
import { insertion, merger, move, removal, split } from './plan-changes.ts'
import { listDifferences, tellDifferences } from './telling-changes.ts'

const dated = { reportId: 1, changedAt: new Date(0) }

/** `a` says “a”; `a:autre` is the same block with other words. */
function blockOf(written: string): Block {
  const [id = '', text = id] = written.split(':')
  const rest = { kind: 'paragraph', level: 0, number: null } as const
  const [block] = makeBlocks([{ ...rest, text, marks: [] }], 'fr', () => id)
  if (!block) throw new Error('no block was made')
  return block
}

const textOf = (written: string) =>
  written
    .split(' ')
    .filter((each) => each !== '')
    .map(blockOf)

type Named = NewChange & { name: string }

const insert = (name: string, written: string): Named => ({
  ...insertion(blockOf(written), null, dated),
  name,
})
const remove = (name: string, written: string): Named => ({
  ...removal(blockOf(written), null, dated),
  name,
})
const moved = (name: string, written: string): Named => ({
  ...move(blockOf(written), null, dated),
  name,
})
const cut = (name: string, whole: string, first: string, second: string): Named => ({
  ...split(blockOf(whole), [blockOf(first), blockOf(second)], dated),
  name,
})
const join = (name: string, first: string, second: string, whole: string): Named => ({
  ...merger([blockOf(first), blockOf(second)], blockOf(whole), dated),
  name,
})
/** By hand the block is kept as it was left; by an amendment it is not. */
const edit = (name: string, written: string): Named => {
  const block = blockOf(written)
  return { ...insertion(block, null, dated), operation: 'edit-block', block, name }
}
const amend = (name: string, written: string): Named => ({
  ...edit(name, written),
  operation: 'replace-sentences',
  block: null,
})

/** By hand, of some sentences of `a`. */
const reword = (name: string, before: string, after: string): Named => ({
  ...amend(name, `a:${after}`),
  before,
  after,
})

/** Each block that differs, what became of it, and the changes that are told of it. */
function told(old: string, now: string, ...changes: Named[]): string {
  return tellDifferences(textOf(old), textOf(now), changes)
    .map(({ blockId, did, changes: telling }) =>
      [blockId, did, ...telling.map(({ name }) => name)].join(' '),
    )
    .join(', ')
}

test('what was undone has no part in what became of a block', () => {
  const there = [edit('one', 'a:b'), edit('back', 'a')]
  assert.equal(told('a', 'a', ...there), '')
  assert.equal(told('a', 'a:c', ...there, edit('two', 'a:c')), 'a edited two')
  assert.equal(told('a', 'a:c', ...there, amend('two', 'a:c')), 'a edited two')
  assert.equal(told('a', 'a:c', edit('one', 'a:b'), edit('two', 'a:c')), 'a edited one two')
})

test('sentences that were worded anew and back are told of no other sentence', () => {
  const there = reword('one', 'x.', 'w.')
  const other = reword('other', 'y.', 'z.')
  assert.equal(told('a:x.y.', 'a:x.z.', there, reword('back', 'w.', 'x.'), other), 'a edited other')
  assert.equal(told('a:x.y.', 'a:x.z.', there, edit('file', 'a:x.z.')), 'a edited file')
  assert.equal(told('a:x.y.', 'a:w.z.', there, other), 'a edited one other')
  assert.equal(told('a:x.y.', 'a:v.y.', there, reword('on', 'w.', 'v.')), 'a edited one on')
  assert.equal(told('a:x.x.', 'a:w.x.', there), 'a edited one', 'one of two that say the same')
  const shorter = [reword('one', 'x.', 'w.v.'), reword('on', 'w.v.', 'w.')]
  assert.equal(told('a:x.y.', 'a:w.y.', ...shorter), 'a edited one on', 'words taken away again')
  const away = reword('away', 'x.', '')
  assert.equal(told('a:x.y.', 'a:y.', away), 'a edited away')
  assert.equal(told('a:x.y.', 'a:x.z.', away, edit('file', 'a:x.z.')), 'a edited file')
  const added = [insert('in', 'a:x.y.'), there, edit('hand', 'a:x.z.')]
  assert.equal(told('b', 'b a:x.z.', ...added), 'a added in hand')
})

test('a block that was taken out and put back as it was is told without that', () => {
  const out = [remove('out', 'a'), insert('in', 'a')]
  assert.equal(told('a', 'a:b', ...out, amend('two', 'a:b')), 'a edited two')
  const later = [amend('one', 'a:b'), remove('out', 'a:b'), insert('in', 'a:b')]
  assert.equal(told('a', 'a:b', ...later), 'a edited one')
  assert.equal(told('a', 'a:c', ...later, edit('two', 'a:c')), 'a edited one two')
})

test('of a new block what was done since it was last put in is told, of a removed one what took it out', () => {
  const twice = [insert('one', 'x'), remove('out', 'x'), insert('two', 'x')]
  assert.equal(told('a', 'a x', ...twice), 'x added two')
  assert.equal(told('a', 'a x:y', ...twice, edit('three', 'x:y')), 'x added two three')
  const back = [edit('three', 'x:y'), edit('four', 'x')]
  assert.equal(told('a', 'a x', insert('one', 'x'), ...back), 'x added one')
  const gone = [remove('one', 'a'), insert('in', 'a'), edit('two', 'a:b'), remove('three', 'a:b')]
  assert.equal(told('a b', 'b', ...gone), 'a removed three')
})

test('moves are told of a block that stands elsewhere only', () => {
  const there = [moved('there', 'a'), moved('back', 'a')]
  assert.equal(told('a b', 'a:c b', ...there, edit('one', 'a:c')), 'a edited one')
  assert.equal(told('a b c', 'b c a', moved('there', 'a')), 'a moved there')
  assert.equal(told('a b c', 'b c a:d', moved('one', 'a'), edit('two', 'a:d')), 'a moved one two')
  const undone = [edit('two', 'a:d'), edit('three', 'a')]
  assert.equal(told('a b c', 'b c a', moved('one', 'a'), ...undone), 'a moved one')
  const elsewhere = [remove('out', 'a'), insert('in', 'a')]
  assert.equal(told('a b c', 'b c a', moved('one', 'a'), ...elsewhere), 'a moved in')
})

test('of two neighbours the one that was moved is told', () => {
  for (const id of ['a', 'b']) {
    assert.equal(told('a b', 'b a', moved('one', id)), `${id} moved one`)
  }
  assert.equal(told('a b c d', 'b a d c', moved('1', 'a'), moved('2', 'd')), 'a moved 1, d moved 2')
  assert.equal(listDifferences(textOf('a b'), textOf('b a')).length, 1, 'or one of them')
})

test('where nothing can be told apart all is told', () => {
  const all = [edit('one', 'a:b'), edit('back', 'a')]
  assert.equal(told('a', 'a:c', ...all), 'a edited one back')
})

test('a split is told of both pieces, with what was done to the whole and to each', () => {
  const split = cut('cut', 'a:xy', 'a:x', 'b:y')
  assert.equal(told('a:xy', 'a:x b:y', split), 'a edited cut, b added cut')
  assert.equal(
    told('a:zy', 'a:x b:w', edit('one', 'a:xy'), split, edit('two', 'b:w')),
    'a edited one cut, b added cut two',
  )
  assert.equal(told('a:xy', 'a:xy', split, join('undo', 'a:x', 'b:y', 'a:xy')), '')
})

test('what was done to a piece that stands in neither text is told of what it was part of', () => {
  const split = cut('cut', 'a:xy', 'a:x', 'b:y')
  const back = join('back', 'a:x', 'b:w', 'a:xw')
  assert.equal(told('a:xy', 'a:xw', split, edit('one', 'b:w'), back), 'a edited cut one back')
  assert.equal(
    told('a:x--y', 'a:xy', cut('cut', 'a:x--y', 'a:x', 'b:y'), join('back', 'a:x', 'b:y', 'a:xy')),
    'a edited cut back',
    'other white space is something',
  )
  assert.equal(told('a:xy', 'a:x', split, remove('out', 'b:y')), 'a edited cut out')
  const worded = [
    amend('one', 'a:xy'),
    split,
    edit('two', 'b:w'),
    join('back', 'a:x', 'b:w', 'a:xy'),
  ]
  assert.equal(told('a:v', 'a:xy', ...worded), 'a edited one cut two back')
  const further = [cut('further', 'b:y', 'b:q', 'c:r'), join('undo', 'b:q', 'c:r', 'b:y')]
  const all = [amend('one', 'a:xy'), split, ...further, join('undo', 'a:x', 'b:y', 'a:xy')]
  assert.equal(told('a:v', 'a:xy', ...all), 'a edited one', 'whatever its piece gave away')
  const undone = [split, edit('one', 'b:w'), edit('two', 'b:y'), join('undo', 'a:x', 'b:y', 'a:xy')]
  assert.equal(told('a:xy', 'a:v', ...undone, edit('three', 'a:v')), 'a edited three')
})

test('a merger is told of both, and of the one that went all that its words were changed by', () => {
  const merged = join('join', 'a:x', 'b:w', 'a:xw')
  assert.equal(
    told('a:x b:y', 'a:xw', edit('one', 'b:w'), merged),
    'a edited join, b removed one join',
  )
  const undo = cut('undo', 'a:xw', 'a:x', 'b:w')
  assert.equal(told('a:x b:y', 'a:x b:w', edit('one', 'b:w'), merged, undo), 'b edited one')
})

test('of one that became a part of another that was then taken out, both are told', () => {
  const merged = join('join', 'a:x', 'b:y', 'a:xy')
  assert.equal(
    told('a:x b:y c', 'c', merged, remove('out', 'a:xy')),
    'a removed out, b removed join out',
  )
  const further = join('further', 'c', 'a:xy', 'c:cxy')
  assert.equal(
    told('a:x b:y c', 'c:cxy', merged, further),
    'a removed join further, b removed join further, c edited further',
  )
})

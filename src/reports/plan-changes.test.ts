import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import type { Block } from '../text/index.ts'
import { merger, planChanges, split } from './plan-changes.ts'
import { replayChange } from './replay-changes.ts'

const dated = { reportId: 1, changedAt: new Date(0) }

const block = (id: string, text: string): Block => ({
  id,
  kind: 'paragraph',
  level: 0,
  number: null,
  text,
  marks: [],
  sentences: [{ n: 1, start: 0, end: text.length }],
  nextSentence: 2,
})

const textOf = (ids: string) => ids.split('').map((id) => block(id, `Le bloc ${id}.`))

const operationsOf = (before: string, after: string) =>
  planChanges(textOf(before), textOf(after), dated).map(
    ({ operation, blockId, follows }) =>
      `${operation} ${blockId}${follows ? ` after ${follows}` : ''}`,
  )

function replay(before: readonly Block[], after: readonly Block[]): readonly Block[] | null {
  return planChanges(before, after, dated).reduce<readonly Block[] | null>(
    (blocks, change) => blocks && replayChange(blocks, change),
    before,
  )
}

test('nothing to do where nothing differs, and as little as possible otherwise', () => {
  assert.deepEqual(operationsOf('abcd', 'abcd'), [])
  assert.deepEqual(operationsOf('abcd', 'bcda'), ['move-block a after d'])
  assert.deepEqual(operationsOf('abcd', 'abxcd'), ['insert-block x after b'])
  assert.deepEqual(operationsOf('abcd', 'xabd'), ['remove-block c after b', 'insert-block x'])
  assert.deepEqual(operationsOf('', 'ab'), ['insert-block a', 'insert-block b after a'])
})

test('an edited block says what it was, what it is, and which sentences are others', () => {
  const [old, now] = [block('a', 'Un.'), { ...block('a', 'Deux.'), nextSentence: 3 }]
  now.sentences = [{ n: 2, start: 0, end: 5 }]
  const [change] = planChanges([old], [now], dated)
  assert.deepEqual(
    [change?.operation, change?.before, change?.after, change?.block],
    ['edit-block', 'Un.', 'Deux.', now],
  )
  assert.deepEqual([change?.sentencesBefore, change?.sentencesAfter], [[1], [2]])
})

test('whatever the two texts, replaying the changes on the first gives the second', () => {
  const text = fc
    .shuffledSubarray('abcdefghij'.split(''))
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) => fc.constantFrom('Un.', 'Deux.').map((words) => block(id, words))),
      ),
    )
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.deepEqual(replay(before, after), after)
    }),
    { numRuns: 500 },
  )
})

test('a change that does not fit the text is refused', () => {
  const [change] = planChanges(textOf('ab'), textOf('b'), dated)
  assert.ok(change)
  assert.equal(replayChange(textOf('b'), change), null)
  assert.equal(replayChange([block('a', 'Autre.'), block('b', 'B.')], change), null)
  const [move] = planChanges(textOf('ab'), textOf('ba'), dated)
  assert.ok(move)
  assert.equal(replayChange(textOf('a').concat(textOf('c')), { ...move, follows: 'z' }), null)
  const [insertion] = planChanges([], textOf('a'), dated)
  assert.ok(insertion)
  assert.equal(replayChange(textOf('a'), insertion), null)
})

test('a split or a merger whose pieces do not say what the whole says is refused', () => {
  const whole = block('a', 'Un. Deux.')
  const [first, second] = [block('a', 'Un.'), block('b', 'Deux.')]
  const cut = split(whole, [first, second], dated)
  assert.deepEqual(replayChange([whole], cut), [first, second])
  assert.equal(replayChange([whole, second], cut), null, 'the second is new')
  assert.equal(replayChange([whole], { ...cut, otherBlock: block('b', 'Trois.') }), null)
  assert.equal(replayChange([whole], { ...cut, otherBlock: null }), null)
  const joined = merger([first, second], whole, dated)
  assert.deepEqual(replayChange([first, second], joined), [whole])
  const [third, other] = [block('c', 'Trois.'), block('b', 'Autre.')]
  assert.equal(replayChange([first, third, second], joined), null, 'the second stands after it')
  assert.equal(replayChange([first, other], joined), null)
  assert.equal(replayChange([first], joined), null)
  assert.equal(replayChange([first, second], { ...joined, block: block('a', 'Un. Dix.') }), null)
})

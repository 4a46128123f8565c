import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeBlocks, quoteOf } from '../text/index.ts'
import { checkChoice, rangeOf, wholePassage, type Choice } from './choose-passage.ts'

const blockOf = (text: string) => {
  const drafted = { kind: 'paragraph' as const, level: 1, number: null, text, marks: [] }
  const [block] = makeBlocks([drafted], 'fr', () => 'b')
  assert.ok(block)
  return block
}
const block = blockOf('La liste est publique. Elle est gratuite. La liste est tenue à jour.')
const choose = (choice: Partial<Choice>): Choice => ({ ...wholePassage, ...choice })
const wordsAt = (choice: Partial<Choice>, of = block) => {
  const range = rangeOf(of, choose(choice))
  return range && of.text.slice(range.start, range.end)
}

test('without a choice the whole passage is spoken of', () => {
  assert.equal(checkChoice(block, wholePassage), null)
  assert.equal(wordsAt({}), block.text)
  assert.equal(wordsAt({ words: ' \u200B' }), block.text)
})

test('sentences that follow each other are one part, others are none', () => {
  assert.equal(wordsAt({ sentences: [1, 2] }), 'La liste est publique. Elle est gratuite. ')
  assert.equal(wordsAt({ sentences: [2, 1] }), 'La liste est publique. Elle est gratuite. ')
  for (const sentences of [[1, 3], [4], [1, 4]]) {
    assert.equal(checkChoice(block, choose({ sentences })), 'sentences-not-consecutive')
    assert.equal(wordsAt({ sentences }), null)
  }
})

test('exact words stand in one place, in none, or in several of which one is chosen', () => {
  assert.equal(checkChoice(block, choose({ words: 'gratuite' })), null)
  assert.equal(wordsAt({ words: '  gratuite\n' }), 'gratuite')
  assert.equal(checkChoice(block, choose({ words: 'payante' })), 'words-not-found')
  assert.equal(checkChoice(block, choose({ words: 'La liste' })), 'words-several')
  assert.equal(wordsAt({ words: 'La liste' }), null)
  const startOf = (occurrence: number) => rangeOf(block, choose({ words: 'La liste', occurrence }))
  assert.deepEqual(startOf(1), { start: 0, end: 8 })
  assert.deepEqual(startOf(2), { start: 42, end: 50 })
  for (const occurrence of [0, 3, -1]) {
    const choice = choose({ words: 'La liste', occurrence })
    assert.equal(checkChoice(block, choice), 'words-several')
  }
})

test('words outweigh ticks, also ticks that would be refused', () => {
  assert.equal(wordsAt({ words: 'gratuite', sentences: [1] }), 'gratuite')
  assert.equal(checkChoice(block, choose({ words: 'gratuite', sentences: [1, 3] })), null)
})

test('a part is quoted with 64 characters before and after it', () => {
  const long = blockOf(`${'a'.repeat(100)} ici ${'b'.repeat(100)}`)
  const range = rangeOf(long, choose({ words: 'ici' }))
  assert.ok(range)
  assert.deepEqual(quoteOf(long, range.start, range.end), {
    exact: 'ici',
    prefix: `${'a'.repeat(63)} `,
    suffix: ` ${'b'.repeat(63)}`,
  })
})

test('no character is cut in two, at the edges of the words or of what stands around', () => {
  const family = '👩‍👩‍👧'
  const long = blockOf(`x${'😀'.repeat(40)}ici${'😀'.repeat(40)}y ${family} fin`)
  const range = rangeOf(long, choose({ words: 'ici' }))
  assert.ok(range)
  const { prefix, suffix } = quoteOf(long, range.start, range.end)
  for (const words of [prefix, suffix]) {
    assert.ok(words.isWellFormed() && words.length <= 64, words)
    assert.equal(words.replaceAll('😀', ''), '')
  }
  assert.equal(wordsAt({ words: '👩' }, long), null, 'a part of a character is nowhere')
  assert.equal(wordsAt({ words: family }, long), family)
})

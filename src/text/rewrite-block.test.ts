import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'

import type { Block, ParsedBlock } from './block.ts'
import { makeBlocks } from './make-blocks.ts'
import { reviseBlock, rewriteBlock } from './rewrite-block.ts'

const parsed = (text: string, changed: Partial<ParsedBlock> = {}): ParsedBlock => ({
  kind: 'paragraph',
  level: 0,
  number: null,
  text,
  marks: [],
  ...changed,
})

function blockOf(text: string, changed: Partial<ParsedBlock> = {}): Block {
  const [block] = makeBlocks([parsed(text, changed)], 'fr', () => 'id')
  assert.ok(block)
  return block
}

const saysOf = ({ text, sentences }: Block) =>
  sentences.map(({ n, start, end }) => `${n}:${text.slice(start, end).trim()}`)

const old = blockOf('Un mot. Deux mots. Trois mots.')

test('nothing differs: the very block', () => {
  assert.equal(rewriteBlock(old, parsed(old.text), 'fr'), old)
})

test('a sentence whose words come again keeps its number, the others are new', () => {
  const now = rewriteBlock(old, parsed('Trois mots. Quatre mots. Un mot.'), 'fr')
  assert.equal(now.id, old.id)
  assert.deepEqual(saysOf(now), ['3:Trois mots.', '4:Quatre mots.', '1:Un mot.'])
  assert.ok(now.nextSentence > 4)
})

test('kind, level, number and marks are the document’s', () => {
  const changed = { kind: 'section' as const, level: 3, number: '2' }
  const mark = { kind: 'strong' as const, start: 0, end: 2 }
  const now = rewriteBlock(old, parsed(old.text, { ...changed, marks: [mark] }), 'fr')
  assert.deepEqual(saysOf(now), saysOf(old))
  assert.deepEqual([now.kind, now.level, now.number, now.marks], ['section', 3, '2', [mark]])
})

test('whatever is written, sentences cover the text and no number is used twice or again', () => {
  const sentence = fc.constantFrom('Un.', 'Deux mots.', 'Trois.', 'Quatre ?', 'Cinq !', 'Six')
  const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const first = blockOf(one)
      const second = rewriteBlock(first, parsed(two), 'fr')
      const third = rewriteBlock(second, parsed(three), 'fr')
      for (const [before, block] of [
        [first, second],
        [second, third],
      ] as const) {
        const numbers = block.sentences.map(({ n }) => n)
        assert.equal(new Set(numbers).size, numbers.length)
        assert.equal(
          block.sentences.map(({ start, end }) => block.text.slice(start, end)).join(''),
          block.text,
        )
        assert.ok(block.nextSentence >= before.nextSentence)
        const known = new Map(before.sentences.map((one) => [one.n, one]))
        for (const { n, start, end } of block.sentences) {
          const was = known.get(n)
          assert.ok(was || n >= before.nextSentence, `${n} was of another sentence once`)
          if (!was) continue
          const words = before.text.slice(was.start, was.end).trim()
          assert.equal(block.text.slice(start, end).trim(), words)
        }
      }
    }),
  )
})

test('a whole text worded anew replaces the sentences that differ and leaves its ends', () => {
  const revised = reviseBlock(old, 'Un mot. Deux autres mots. Trois mots.', 'fr')
  assert.ok(revised.ok)
  assert.deepEqual(revised.replaced, [2])
  assert.deepEqual(saysOf(revised.block), ['1:Un mot.', '4:Deux autres mots.', '3:Trois mots.'])
  const added = reviseBlock(old, 'Un mot. Deux mots. Trois mots. Quatre mots.', 'fr')
  assert.ok(added.ok)
  assert.equal(added.block.text, 'Un mot. Deux mots. Trois mots. Quatre mots.')
  assert.deepEqual(added.replaced, [3])
  const shorter = reviseBlock(old, 'Un mot. Trois mots.', 'fr')
  assert.ok(shorter.ok)
  assert.equal(shorter.block.text, 'Un mot. Trois mots.')
})

test('whatever the wording, the revised block says it', () => {
  const sentence = fc.constantFrom('Un.', 'Deux mots.', 'Trois.', 'Quatre ?', 'Cinq !')
  const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(text, text, (one, two) => {
      const revised = reviseBlock(blockOf(one), two, 'fr')
      if (one === two) assert.deepEqual(revised.ok, false)
      else assert.ok(revised.ok && revised.block.text === two, `${one} | ${two}`)
    }),
  )
})

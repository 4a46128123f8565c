import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import type { Block, BlockKind, Mark } from './block.ts'
import { makeBlocks } from './make-blocks.ts'
import { areMergeable, mergeBlocks, spaceBetween } from './merge-blocks.ts'
import { cutAt, cutsOf, splitBlock } from './split-block.ts'

function blockOf(text: string, marks: Mark[] = [], kind: BlockKind = 'paragraph'): Block {
  const [block] = makeBlocks([{ kind, level: 0, number: null, text, marks }], 'fr', () => 'first')
  assert.ok(block)
  return block
}

function piecesOf(block: Block, after: number): [Block, Block] {
  const pieces = splitBlock(block, after, 'second')
  assert.ok(pieces)
  return pieces
}

const said = ({ text, sentences }: Block) =>
  sentences.map(({ n, start, end }) => [n, text.slice(start, end)])

const law = blockOf('Un décret fixe la liste. Il est publié.\nIl entre en vigueur.')

test('the first piece keeps the id and its sentences their numbers; the second counts anew', () => {
  const [first, second] = piecesOf(law, 1)
  assert.deepEqual([first.id, second.id], ['first', 'second'])
  assert.deepEqual(said(first), [[1, 'Un décret fixe la liste.']])
  assert.equal(first.nextSentence, 4, 'the numbers that went are not given again')
  assert.deepEqual(said(second), [
    [1, 'Il est publié.\n'],
    [2, 'Il entre en vigueur.'],
  ])
  assert.equal(second.nextSentence, 3)
})

test('a block is cut where a sentence ends, and nowhere else', () => {
  assert.deepEqual(
    cutsOf(law).map(({ n, before, after }) => [n, before, after]),
    [
      [1, 'Un décret fixe la liste.', 'Il est publié.'],
      [2, 'Il est publié.', 'Il entre en vigueur.'],
    ],
  )
  for (const n of [0, 3, 9]) assert.equal(splitBlock(law, n, 'second'), null)
  assert.deepEqual(cutsOf(blockOf('Une seule phrase.')), [])
  for (const kind of ['section', 'proposition', 'table', 'figure', 'note'] as const)
    assert.equal(splitBlock(blockOf(law.text, [], kind), 1, 'second'), null)
})

test('of a numbered item the first piece keeps the number', () => {
  const item: Block = { ...law, kind: 'list-item', level: 2, number: '3' }
  const [first, second] = piecesOf(item, 1)
  assert.deepEqual([first.number, second.number], ['3', null])
  assert.deepEqual([second.kind, second.level], ['list-item', 2])
})

test('a mark across the cut is on both pieces, and whole again when they are one', () => {
  const link: Mark = { kind: 'link', href: 'https://example.org/', start: 3, end: 30 }
  const note: Mark = { kind: 'note-reference', note: '4', start: 31, end: 34 }
  const [first, second] = piecesOf(blockOf(law.text, [link, note]), 1)
  assert.deepEqual(first.marks, [{ ...link, start: 3, end: 24 }])
  assert.deepEqual(second.marks, [
    { ...link, start: 0, end: 5 },
    { ...note, start: 6, end: 9 },
  ])
  assert.deepEqual(mergeBlocks(first, second)?.marks, [link, note])
})

const reference = (start: number, end: number): Mark => ({
  kind: 'note-reference',
  note: '1',
  start,
  end,
})

test('two references to notes that meet stay two', () => {
  const [first, second] = [blockOf('Un1', [reference(2, 3)]), blockOf('1 deux', [reference(0, 1)])]
  assert.deepEqual(mergeBlocks(first, second)?.marks, [reference(2, 3), reference(4, 5)])
})

test('sentences that come to another block get numbers that none there ever had', () => {
  const [first, second] = piecesOf(law, 1)
  const merged = mergeBlocks(first, second)
  assert.ok(merged)
  assert.deepEqual(said(merged), [
    [1, 'Un décret fixe la liste. '],
    [4, 'Il est publié.\n'],
    [5, 'Il entre en vigueur.'],
  ])
  assert.deepEqual([merged.id, merged.nextSentence], ['first', 6])
})

test('only blocks of one kind and level become one', () => {
  const item = (level: number): Block => ({ ...law, kind: 'list-item', level })
  assert.ok(areMergeable(item(1), item(1)))
  assert.equal(mergeBlocks(item(1), item(2)), null)
  assert.equal(mergeBlocks(law, item(0)), null)
  assert.equal(mergeBlocks(blockOf('Un.', [], 'note'), blockOf('Deux.', [], 'note')), null)
})

test('what stands between two texts in a third is white space, or the third is another text', () => {
  assert.equal(spaceBetween('Un.\nDeux.', 'Un.', 'Deux.'), '\n')
  assert.equal(spaceBetween('Un.Deux.', 'Un.', 'Deux.'), '')
  assert.equal(spaceBetween('Un. Et deux.', 'Un.', 'deux.'), null)
  assert.equal(spaceBetween('Un. Deux.', 'Un.', 'Trois.'), null)
  assert.equal(spaceBetween('aba', 'ab', 'ba'), null)
})

const words = fc.constantFrom('Un', 'mot', 'fin.', 'Oui !', '«\u00A0Non\u00A0»', 'art. 3', '12.')
const spaces = fc.constantFrom(' ', ' ', ' ', '\n', '\u00A0')
const styles = fc.constantFrom<Mark>(
  { kind: 'strong', start: 0, end: 0 },
  { kind: 'link', href: 'https://example.org/', start: 0, end: 0 },
  { kind: 'note-reference', note: '2', start: 0, end: 0 },
)
const texts = fc
  .array(fc.tuple(words, spaces), { minLength: 1, maxLength: 20 })
  .map((pairs) => pairs.flat().join('').trim())
const blocks = fc
  .tuple(texts, fc.array(fc.tuple(styles, fc.nat(120), fc.nat(30))))
  .map(([text, marks]): Block =>
    blockOf(
      text,
      marks.flatMap(([style, at, length]) => {
        const [start, end] = [at % text.length, Math.min((at % text.length) + length, text.length)]
        return start < end ? [{ ...style, start, end }] : []
      }),
    ),
  )

const numberOf = ({ n }: { n: number }) => n

/** What is said of each character but white space: enough to tell marks that lie on spaces alone apart. */
function styled({ text, marks }: Block): string[] {
  return text.split('').flatMap((character, at) => {
    const on = marks.filter(({ start, end }) => start <= at && at < end).map(({ kind }) => kind)
    return /\s/u.test(character) ? [] : [`${character} ${[...new Set(on)].toSorted().join()}`]
  })
}

test('no character is lost, and the pieces made one again are the block', () => {
  fc.assert(
    fc.property(blocks, fc.nat(20), (block, chosen) => {
      const cuts = cutsOf(block)
      const cut = cuts[chosen % Math.max(1, cuts.length)]
      if (!cut) return
      const [first, second] = piecesOf(block, cut.n)
      const space = spaceBetween(block.text, first.text, second.text)
      assert.ok(space !== null, 'only white space goes')
      const whole = mergeBlocks(first, second, space)
      assert.ok(whole)
      assert.equal(whole.text, block.text)
      assert.deepEqual(styled(whole), styled(block))
      assert.deepEqual([...styled(first), ...styled(second)], styled(block))
      const [stayed, came] = [first.sentences.length, whole.sentences]
      assert.deepEqual(came.slice(0, stayed).map(numberOf), first.sentences.map(numberOf))
      assert.ok(came.slice(stayed).every(({ n }) => n >= block.nextSentence))
      for (const { sentences, text } of [first, second, whole]) {
        assert.equal(sentences[0]?.start, 0)
        assert.equal(sentences.at(-1)?.end, text.length)
        for (const [at, { end }] of sentences.slice(0, -1).entries())
          assert.equal(sentences[at + 1]?.start, end, 'sentences cover the text')
      }
    }),
    { numRuns: 500 },
  )
})

test('two blocks made one, and cut where they met, are what they were', () => {
  fc.assert(
    fc.property(blocks, blocks, fc.boolean(), (one, second, open) => {
      // A no-break space at the end is kept.
      const first = open ? blockOf(`${one.text}\u00A0`, one.marks) : one
      const whole = mergeBlocks(first, second)
      assert.ok(whole)
      const gap = { end: first.text.length, start: whole.text.length - second.text.length }
      const [before, after] = cutAt(whole, gap, 'second')
      assert.deepEqual([before.text, after.text], [first.text, second.text])
      assert.deepEqual(before.sentences, first.sentences)
      assert.deepEqual([...styled(before), ...styled(after)], [...styled(first), ...styled(second)])
      assert.equal(spaceBetween(whole.text, first.text, second.text), ' ')
    }),
    { numRuns: 300 },
  )
})

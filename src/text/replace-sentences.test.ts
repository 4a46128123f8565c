import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import type { Block, Mark } from './block.ts'
import { makeBlocks } from './make-blocks.ts'
import { amendBlock, type Replacement, replaceSentences } from './replace-sentences.ts'

function blockOf(text: string, marks: Mark[] = []): Block {
  const parsed = { kind: 'paragraph', level: 0, number: null, text, marks } as const
  const [block] = makeBlocks([{ ...parsed, marks }], 'fr', () => 'k3m9x2p7qa')
  assert.ok(block)
  return block
}

function replaced(block: Block, numbers: number[], wording: string): Replacement & { ok: true } {
  const result = replaceSentences(block, numbers, wording, 'fr')
  assert.ok(result.ok)
  return result
}

function sentencesOf(block: Block): [number, string][] {
  return block.sentences.map(({ n, start, end }) => [n, block.text.slice(start, end)])
}

const law = blockOf('Un décret fixe la liste. Il est publié. Il entre en vigueur.')

test('new wording takes the place of a sentence, and the others keep their numbers', () => {
  const { block, before, after, made } = replaced(law, [2], ' Il  est\tmis en ligne. ')
  assert.equal(block.text, 'Un décret fixe la liste. Il est mis en ligne. Il entre en vigueur.')
  assert.deepEqual(sentencesOf(block), [
    [1, 'Un décret fixe la liste. '],
    [4, 'Il est mis en ligne. '],
    [3, 'Il entre en vigueur.'],
  ])
  assert.deepEqual([before, after, made], ['Il est publié.', 'Il est mis en ligne.', [4]])
  assert.equal(block.nextSentence, 5)
  assert.equal(block.id, law.id)
})

test('a sentence that comes again in the wording keeps its number', () => {
  const { block, made } = replaced(
    law,
    [3, 2],
    'Il est publié. Il est ouvert. Il entre en vigueur.',
  )
  assert.deepEqual(
    block.sentences.map(({ n }) => n),
    [1, 2, 4, 3],
  )
  assert.deepEqual(made, [4])
})

test('a number is never used twice, even after its sentence is gone', () => {
  const once = replaced(law, [2, 3], 'Il est abrogé.').block
  const twice = replaced(once, [4], 'Il est publié.').block
  assert.deepEqual(
    twice.sentences.map(({ n }) => n),
    [1, 5],
  )
})

function refusal(numbers: number[], wording: string): string {
  const result = replaceSentences(law, numbers, wording, 'fr')
  return result.ok ? 'accepted' : result.problem
}

test('a replacement is refused with its reason', () => {
  assert.equal(refusal([], 'x'), 'unknown-sentence')
  assert.equal(refusal([2, 9], 'x'), 'unknown-sentence')
  assert.equal(refusal([1, 3], 'x'), 'not-consecutive')
  assert.equal(refusal([2], ' \u00A0\u200B\n'), 'empty-wording')
  assert.equal(refusal([2], 'Il est  publié.'), 'nothing-changed')
  assert.equal(refusal([2], 'Il est\u00A0publié. '), 'nothing-changed')
  assert.equal(refusal([2, 2], 'Il est signé.'), 'accepted')
})

test('lines of a list and cells of a table keep what separates them', () => {
  assert.equal(replaced(blockOf('a ;\nb ;\nc.'), [2], 'd ;').block.text, 'a ;\nd ;\nc.')
  const table = { ...blockOf('x\t1\ny\t2'), kind: 'table' } as const
  assert.equal(replaced(table, [2], 'z\t3').block.text, 'x\t1\nz\t3')
})

test('marks are shifted after the new words, clipped or dropped on them', () => {
  const marks: Mark[] = [
    { kind: 'strong', start: 3, end: 9 },
    { kind: 'emphasis', start: 18, end: 31 },
    { kind: 'link', href: 'https://a.org', start: 28, end: 31 },
    { kind: 'strong', start: 36, end: 45 },
    { kind: 'strong', start: 19, end: 42 },
    { kind: 'language', lang: 'en', start: 25, end: 40 },
    { kind: 'link', href: 'https://b.org', start: 40, end: 42 },
  ]
  const { block } = replaced(blockOf(law.text, marks), [2], 'Oui.')
  const said = block.marks.map(({ kind, start, end }) => [kind, block.text.slice(start, end)])
  assert.deepEqual(said, [
    ['strong', 'décret'],
    ['emphasis', 'liste. '],
    ['strong', 'Il en'],
    ['strong', 'iste. Oui. Il'],
    ['language', 'Oui. '],
    ['link', 'Il'],
  ])
})

test('the marks of a sentence that comes again come with it', () => {
  const link: Mark = { kind: 'link', href: 'https://a.org', start: 32, end: 38 }
  const { block } = replaced(blockOf(law.text, [link]), [2, 3], 'D’abord. Il est publié.')
  assert.deepEqual(
    block.marks.map(({ start, end }) => block.text.slice(start, end)),
    ['publié'],
  )
})

test('a mark comes with its words through an edit elsewhere in their sentence, whole or not at all', () => {
  const text = 'La commune publie la liste des élus en ligne, voir le décret¹ du jour.'
  const placed = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const linked = ['liste', 'le décret', 'élus en ligne']
  const marks = linked.map((words): Mark => ({
    kind: 'link',
    href: 'https://a.org',
    ...placed(words),
  }))
  const note: Mark = { kind: 'note-reference', note: '1', ...placed('¹') }
  const wording = 'Chaque commune publie la liste des élues sur son site, voir le décret¹ d’hier.'
  const { block } = replaced(blockOf(text, [...marks, note]), [1], wording)
  assert.deepEqual(
    block.marks.map(({ start, end }) => block.text.slice(start, end)),
    ['liste', 'le décret', '¹'],
  )
})

test('an amendment holds while its sentences stand as they were', () => {
  const amend = (current: Block, numbers = [2]): string => {
    const result = amendBlock({
      base: law,
      current,
      replaced: numbers,
      wording: 'Il est mis en ligne.',
      lang: 'fr',
    })
    return result.ok ? result.block.text : result.problem
  }
  const written = 'Un décret fixe la liste. Il est mis en ligne. Il entre en vigueur.'
  assert.equal(amend(law), written)
  assert.equal(
    amend(replaced(law, [1], 'Une loi fixe tout.').block),
    written.replace('Un décret fixe la liste.', 'Une loi fixe tout.'),
  )
  assert.equal(amend(replaced(law, [2], 'Il est caché.').block), 'passage-changed-since')
  const between = replaced(law, [2, 3], 'Il est publié. Il est lu. Il entre en vigueur.').block
  assert.equal(amend(between, [2, 3]), 'passage-changed-since')
  assert.equal(amend(law, [9]), 'unknown-sentence')
})

test('an amendment holds when its passage was changed and changed back', () => {
  const changed = replaced(law, [2], 'Il est caché.').block
  const back = replaced(changed, [4], 'Il est publié.').block
  const amended = amendBlock({
    base: law,
    current: back,
    replaced: [2],
    wording: 'Il est mis en ligne.',
    lang: 'fr',
  })
  assert.ok(amended.ok)
  assert.deepEqual(amended.made, [6])
})

const sentence = fc.constantFrom(
  'Un. ',
  'Deux ? ',
  'Trois ;\n',
  'M. Dupont. ',
  '« Oui. » ',
  'é\u00A0: x. ',
)

test('after any replacement the sentences cover the text and the others are as they were', () => {
  const cases = fc.record({
    text: fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join('').trim()),
    from: fc.nat(5),
    many: fc.integer({ min: 1, max: 3 }),
    wording: fc.array(sentence, { maxLength: 4 }).map((all) => all.join('')),
    mark: fc.tuple(fc.nat(40), fc.nat(40)),
  })
  fc.assert(
    fc.property(cases, ({ text, from, many, wording, mark }) => {
      const [start, end] = mark.map((at) => Math.min(at, text.length)).toSorted((a, b) => a - b)
      const old = blockOf(text, [{ kind: 'strong', start: start ?? 0, end: end ?? 0 }])
      const numbers = old.sentences.slice(from, from + many).map(({ n }) => n)
      const result = replaceSentences(old, numbers, wording, 'fr')
      if (!result.ok) return
      const { block } = result
      const parts = sentencesOf(block)
      assert.equal(parts.map(([, words]) => words).join(''), block.text)
      assert.equal(new Set(parts.map(([n]) => n)).size, parts.length)
      assert.ok(parts.every(([n, words]) => n < block.nextSentence && words !== ''))
      const untouched = ([n]: [number, string]): boolean =>
        !numbers.includes(n) && n < old.nextSentence
      assert.deepEqual(parts.filter(untouched), sentencesOf(old).filter(untouched))
      for (const one of block.marks) assert.ok(one.start < one.end && one.end <= block.text.length)
    }),
    { numRuns: 1000 },
  )
})

test('a row that ends with an empty cell keeps its cells when that one is filled', () => {
  const [row] = makeBlocks(
    [{ kind: 'table', level: 0, number: null, text: 'A\tB\nC\t', marks: [] }],
    'fr',
    () => 'table00001',
  )
  assert.ok(row)
  const last = row.sentences.at(-1)
  assert.ok(last)
  const replaced = replaceSentences(row, [last.n], 'C\tX', 'fr')
  assert.ok(replaced.ok)
  assert.equal(replaced.block.text, 'A\tB\nC\tX')
})

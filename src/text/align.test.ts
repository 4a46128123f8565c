import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { align } from './align.ts'
import type { ParsedBlock } from './block.ts'

const block = (text: string, kind: ParsedBlock['kind'] = 'paragraph'): ParsedBlock => ({
  kind,
  level: kind === 'paragraph' ? 0 : 3,
  number: null,
  text,
  marks: [],
})

const say = (old: readonly ParsedBlock[], now: readonly ParsedBlock[]) =>
  align(old, now).map((item) => `${item.kind} ${item.old.join('+')}→${item.new.join('+')}`)

const sentences = [
  'Chaque commune publie la liste de ses services numériques.',
  'Le conseil municipal en débat une fois par an, en séance publique.',
  'Les données recueillies sont gardées douze mois au plus.',
  'Un registre ouvert dit qui les reçoit et pourquoi.',
]
const [list = '', debate = '', data = '', register = ''] = sentences

test('what stays, was edited, moved, added and removed is told apart', () => {
  const old = sentences.map((text) => block(text))
  const edited = block('Chaque commune publie et tient à jour la liste de ses services numériques.')
  const now = [edited, block(data), block(register), block('Tout autre chose.'), block(debate)]
  assert.deepEqual(say(old, now), ['edited 0→0', 'same 2→1', 'same 3→2', 'added →3', 'moved 1→4'])
  assert.deepEqual(say(old, old.slice(1)), ['removed 0→', 'same 1→0', 'same 2→1', 'same 3→2'])
})

test('a passage that was split, and two that were merged', () => {
  const whole = block(`${list} ${debate}`)
  const parts = [block(list), block(debate)]
  const [before, after] = [block(data), block(register)]
  assert.deepEqual(say([before, whole, after], [before, ...parts, after]), [
    'same 0→0',
    'split 1→1+2',
    'same 2→3',
  ])
  assert.deepEqual(say([before, ...parts, after], [before, whole, after]), [
    'same 0→0',
    'merged 1+2→1',
    'same 3→2',
  ])
})

const article = (number: number, text: string) => [
  block(`Article ${number}`, 'proposition'),
  block(text),
]

test('articles whose numbers changed places are known by what they say', () => {
  const old = [...article(1, list), ...article(2, debate), ...article(3, data)]
  const now = [...article(3, list), ...article(1, debate), ...article(2, data)]
  assert.deepEqual(say(old, now), [
    'edited 0→0',
    'same 1→1',
    'edited 2→2',
    'same 3→3',
    'edited 4→4',
    'same 5→5',
  ])
})

const inOrder = (numbers: number[]) => numbers.toSorted((one, other) => one - other)

test('whatever the texts, every block stands in exactly one item', () => {
  const text = fc
    .array(fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'Article 2'), {
      maxLength: 9,
    })
    .map((words) => words.join(' '))
  const texts = fc.array(
    fc
      .tuple(text, fc.constantFrom('paragraph' as const, 'section' as const))
      .map(([words, kind]) => block(words, kind)),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(texts, texts, (old, now) => {
      const items = align(old, now)
      assert.deepEqual(inOrder(items.flatMap((item) => item.old)), [...old.keys()])
      assert.deepEqual(inOrder(items.flatMap((item) => item.new)), [...now.keys()])
      assert.ok(items.every((item) => item.old.length <= 4 && item.new.length <= 4))
      assert.ok(align(old, old).every(({ kind }) => kind === 'same'))
    }),
    { numRuns: 500 },
  )
})

const known = (id: string, text: string) => ({ ...block(text), id })

test('a known id comes before what is said', () => {
  const old = [known('a', list), known('b', debate)]
  const now = [known('b', list), known('a', data), known('c', debate)]
  assert.deepEqual(say(old, now), ['edited 1→0', 'moved 0→1', 'added →2'])
})

test('a passage that is cut into six is split into four at most, wherever the largest piece stands', () => {
  const pieces = [...sentences, 'Le maire en rend compte au conseil.', 'Nul n’en est dispensé ici.']
  for (const largest of [0, 2, 5]) {
    const cut = pieces.map((text, at) => (at === largest ? `${text} ${text} ${text}` : text))
    const items = align(
      [block(cut.join(' '))],
      cut.map((text) => block(text)),
    )
    const split = items.find(({ kind }) => kind === 'split')
    assert.equal(split?.new.length, 4)
  }
})

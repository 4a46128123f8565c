import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from './properties.ts'
import { writePlaces } from '../scripts/bench/text-anchor-places.ts'
import { findApproximately, fewestErrors } from '../scripts/bench/text-approximate.ts'
import { matchQuote, matchStrictly } from '../scripts/bench/text-hypothesis.ts'
import { readScore } from '../scripts/bench/text-score.ts'
import type { ParsedBlock } from '../src/text/index.ts'

const block = (text: string, kind: ParsedBlock['kind'] = 'paragraph'): ParsedBlock => ({
  kind,
  level: kind === 'paragraph' ? 0 : 1,
  number: null,
  text,
  marks: [],
})

const anchor = (id: number, exact: string) => ({
  id,
  heading: 'Article 1',
  paragraph: 1,
  exact,
  prefix: '',
  suffix: '',
})

test('a score is read as the tool says it, and no score is a failure', () => {
  const said =
    'word same n=1 right 1%\nright 99.12% (≥ 99) wrong 0.50% (≤ 0.5) exact words 98.70% (≥ 99) gone recognised, worst kind 97.00% (≥ 97)\n'
  assert.deepEqual(readScore(said), { right: 99.12, wrong: 0.5, exactWords: 98.7, gone: 97 })
  assert.throws(() => readScore('an id twice\n'), /an id twice/)
  assert.throws(() => readScore(''), /no score/)
})

test('Hypothesis’s rule takes the quote whose context is most alike, and the likest words where it is gone', () => {
  const text = 'le maire signe. le préfet signe. le juge lit.'
  const sought = { exact: 'signe', prefix: 'le préfet ', suffix: '. le juge', position: 0 }
  assert.deepEqual(matchQuote(text, sought), { start: 26, end: 31, errors: 0 })
  const changed = { exact: 'le juges lit', prefix: '', suffix: '', position: 0 }
  assert.deepEqual(matchQuote(text, changed), { start: 33, end: 44, errors: 1 })
  const gone = { exact: 'xyzw', prefix: '', suffix: '', position: 0 }
  assert.equal(matchQuote(text, gone), null)
})

test('the position decides between places that are alike in all else', () => {
  const text = 'oui, non, oui, non, oui'
  const sought = { exact: 'oui', prefix: '', suffix: '', position: 9 }
  assert.equal(matchQuote(text, sought)?.start, 10)
})

test('strict matching knows a quote by its context to the letter', () => {
  const sought = { exact: 'signe', prefix: 'le préfet ', suffix: '.', position: 0 }
  assert.equal(matchStrictly('le maire signe. le préfet signe.', sought)?.start, 26)
  assert.equal(matchStrictly('le maire signe. le préfet  signe.', sought), null)
})

test('a place in the whole text is named by its heading and paragraph, which goes on where a heading comes again', () => {
  const now = [
    block('Article 1', 'proposition'),
    block('Le conseil débat.'),
    block('Article 2', 'proposition'),
    block('Le maire signe.'),
    block('Article 1', 'proposition'),
    block('Le préfet lit.'),
  ]
  const asked = [
    anchor(1, 'préfet'),
    anchor(2, 'signe.\nArticle'),
    anchor(3, 'ticle 2'),
    anchor(4, 'rien'),
  ]
  const told = writePlaces(asked, { old: now, now }, matchStrictly).map((line) => JSON.parse(line))
  assert.deepEqual(told, [
    { id: 1, state: 'exact', heading: 'Article 1', paragraph: 2, exact: 'préfet' },
    { id: 2, state: 'exact', heading: 'Article 1', paragraph: 0, exact: 'Article' },
    { id: 3, state: 'exact', heading: 'Article 2', paragraph: 0, exact: 'ticle 2' },
    { id: 4, state: 'orphan' },
  ])
})

/** The table of Sellers (1980), plainly. */
function fewestByTable(text: string, sought: string): number {
  let column = Array.from({ length: sought.length + 1 }, (_, row) => row)
  let fewest = sought.length
  for (const letter of text) {
    const next = [0]
    for (let row = 1; row <= sought.length; row += 1)
      next.push(
        Math.min(
          (column[row] ?? 0) + 1,
          (next[row - 1] ?? 0) + 1,
          (column[row - 1] ?? 0) + (sought[row - 1] === letter ? 0 : 1),
        ),
      )
    column = next
    fewest = Math.min(fewest, next.at(-1) ?? 0)
  }
  return fewest
}

const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength, size: 'max' })

test('an approximate search finds the fewest errors, over one and several words of bits', () => {
  fc.assert(
    fc.property(letters(120), letters(100), (text, sought) => {
      fc.pre(sought !== '')
      const fewest = fewestByTable(text, sought)
      assert.equal(fewestErrors(text, sought), fewest)
      for (const { start, end, errors } of findApproximately(text, sought, sought.length)) {
        assert.equal(errors, fewest)
        assert.equal(fewestByTable(text.slice(start, end), sought), fewest)
      }
      if (fewest > 0) assert.deepEqual(findApproximately(text, sought, fewest - 1), [])
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareText, patternOf } from './pattern.ts'

const sketch = ['1', '2', '3', '4']
const said = (authorId: number, number: number, shingles = sketch) =>
  shingles.map((shingle) => ({ shingle, authorId, number }))

test('what three others say is known; what one says is copied from there', () => {
  const of = (...sayings: ReturnType<typeof said>[]) => compareText(sketch, sayings.flat(), 9).facts
  assert.deepEqual(of(said(1, 1), said(2, 2)), {
    shingles: 4,
    known: 0,
    copied: 1,
    original: false,
  })
  assert.equal(of(said(1, 1), said(2, 2), said(3, 3, ['1', '2'])).known, 0.5)
  assert.equal(of(said(9, 1), said(2, 2), said(3, 3), said(4, 4)).original, true)
  assert.equal(of(said(2, 1), said(9, 2)).original, false)
})

test('the nearest is the one that it has most of, and those that say nearly the same are alike', () => {
  const compared = compareText(sketch, [...said(1, 5), ...said(2, 6, ['1', '2', '3'])], 9)
  assert.equal(compared.nearest, 5)
  assert.deepEqual(compared.alike, [5, 6])
  const far = compareText(['1', '2', '3', '4', '5'], said(1, 5, ['1']), 9)
  assert.equal(far.nearest, null)
})

test('posts go together by the site that they lead to, the text that they repeat, or how they were sent', () => {
  const post = { signs: [], domain: undefined, root: undefined, number: 7, formKey: 'k' } as const
  assert.equal(patternOf(post), 'text:7')
  assert.equal(
    patternOf({ ...post, signs: ['linked-domain'], domain: 'promo.test' }),
    'domain:promo.test',
  )
  assert.equal(patternOf({ ...post, signs: ['campaign-text'], root: 'text:3' }), 'text:3')
  assert.match(patternOf({ ...post, signs: ['form-replayed'] }), /^form:[0-9a-f]{16}$/)
  assert.equal(patternOf({ ...post, signs: ['hidden-field', 'new-account'] }), 'signs:hidden-field')
})

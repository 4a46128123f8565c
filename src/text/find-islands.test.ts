import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { findIslands } from './find-islands.ts'
import { plainTypography, tokensOf } from './tokens.ts'

const texts = fc
  .array(fc.constantFrom(...'le |mot|. |; |\n|«|"|l’a|l‘a|lʼa| |\u00A0'.split('|')), {
    maxLength: 30,
  })
  .map((all) => tokensOf(all.join('')))

test('islands are common to both lists and in order, however little time there is', () => {
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(0, 9, 60, 10_000), (old, now, most) => {
      let from = 0
      let at = 0
      for (const island of findIslands(old, now, most)) {
        assert.ok(island.old >= from && island.now >= at && island.oldEnd > island.old)
        from = island.oldEnd
        at = island.now + island.oldEnd - island.old
        assert.deepEqual(
          old.slice(island.old, from).map(plainTypography),
          now.slice(island.now, at).map(plainTypography),
        )
      }
      assert.ok(from <= old.length && at <= now.length)
    }),
    { numRuns: 2000 },
  )
})

test('a long list is matched by its ends, its sentences, then the words between them', () => {
  const old = tokensOf('Un. Deux trois. Quatre. Cinq six.')
  const now = tokensOf('Un. Deux huit. Neuf. Quatre. Sept six.')
  const words = findIslands(old, now, 60).map((one) => old.slice(one.old, one.oldEnd).join(''))
  assert.equal(words.join('|'), 'Un. Deux |.| Quatre.| | six.')
})

const common = (old: string, now: string) =>
  findIslands(tokensOf(old), tokensOf(now)).map(({ old: from, oldEnd }) =>
    tokensOf(old).slice(from, oldEnd).join(''),
  )

test('spaces come with the words that they stand beside, and never alone', () => {
  assert.deepEqual(common('a b c d', 'e b f d'), [' b ', ' d'])
  assert.deepEqual(common('x un mot y', 'z un  mot w'), [' un mot '])
  assert.deepEqual(common('(un) deux', '(trois) deux'), ['(', ') deux'])
  assert.deepEqual(common('a b', 'c d'), [])
})

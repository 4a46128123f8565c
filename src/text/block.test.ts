import assert from 'node:assert/strict'
import { test } from 'node:test'

import { blockDigestInput, type Mark, type ParsedBlock } from './block.ts'
import { makeBlocks } from './make-blocks.ts'

const parsed: ParsedBlock = {
  kind: 'paragraph',
  level: 0,
  number: null,
  text: 'Un. Deux.',
  marks: [{ kind: 'strong', start: 0, end: 2 }],
}

test('a block gets an id and numbered sentences', () => {
  const [block] = makeBlocks([parsed], 'fr', () => 'k3m9x2p7qa')
  assert.deepEqual(block, {
    ...parsed,
    id: 'k3m9x2p7qa',
    sentences: [
      { n: 1, start: 0, end: 4 },
      { n: 2, start: 4, end: 9 },
    ],
    nextSentence: 3,
  })
})

test('the digest of a block is of what it says, not of its id nor of the order of its marks', () => {
  const link: Mark = { kind: 'link', href: 'https://a.org', start: 4, end: 8 }
  const marks = [...parsed.marks, link]
  const [one] = makeBlocks([{ ...parsed, marks }], 'fr', () => 'a')
  assert.ok(one)
  const digest = blockDigestInput(one)
  assert.equal(digest, blockDigestInput({ ...parsed, marks: marks.toReversed() }))
  assert.notEqual(digest, blockDigestInput(parsed))
  const elsewhere = { ...link, href: 'https://b.org' }
  assert.notEqual(digest, blockDigestInput({ ...parsed, marks: [...parsed.marks, elsewhere] }))
  for (const other of [
    { kind: 'quote' },
    { level: 1 },
    { number: '1' },
    { text: 'Un.' },
  ] as const) {
    assert.notEqual(blockDigestInput(parsed), blockDigestInput({ ...parsed, ...other }))
  }
})

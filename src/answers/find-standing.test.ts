import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeBlocks, type Block } from '../text/index.ts'
import { chooseStanding, partThatStands } from './find-standing.ts'

function paragraph(id: string, text: string): Block {
  const plain = { kind: 'paragraph' as const, level: 0, number: null, marks: [], text }
  const [block] = makeBlocks([plain], 'fr', () => id)
  assert.ok(block)
  return block
}

const [one, two, three] = [
  'La liste est tenue à jour.',
  'Un sigle y est développé.',
  'Nul ne paie.',
]
const read = paragraph('a', `${one} ${two} ${three}`)
const first = paragraph('a', one)
const second = paragraph('b', `${two} ${three}`)

const of = (exact: string, heirs: Block[]) => chooseStanding(heirs, { blockId: 'a', exact })

test('words stand in the piece that has most of them, and alone in the passage itself', () => {
  assert.deepEqual(of(three, [first, second]), { now: second, beside: [first] })
  assert.deepEqual(of(one, [first, second]), { now: first, beside: [second] })
  assert.deepEqual(of(three, [first]), { now: first, beside: [] })
  assert.deepEqual(of(three, []), { now: null, beside: [] })
})

test('words of which little is left elsewhere are gone with their passage', () => {
  const other = paragraph('b', 'Un autre sigle est là, qui n’a rien de commun avec la liste.')
  assert.deepEqual(of(one, [other]), { now: null, beside: [other] })
  assert.equal(of(two, [second]).now, second)
})

test('what went to another passage is left out at both ends, with the space that was cut away', () => {
  const middle = paragraph('b', two)
  const end = paragraph('c', three)
  const part = partThatStands(read, { now: middle, beside: [first, end] })
  assert.equal(part.text, two)
  assert.deepEqual(part.sentences, [{ n: 2, start: 0, end: two.length }])
  assert.equal(partThatStands(read, { now: first, beside: [] }), read, 'removed is not elsewhere')
})

test('a passage that became a part of another is left as it was read', () => {
  const merged = paragraph('z', `Avant cela. ${read.text}`)
  assert.equal(partThatStands(read, { now: merged, beside: [] }), read)
})

test('a sentence that was changed in its piece is there all the same', () => {
  const now = paragraph('a', `${one} ${two}`)
  const part = partThatStands(read, { now, beside: [paragraph('b', 'Désormais, nul ne paie.')] })
  assert.equal(part.text, `${one} ${two}`)
})

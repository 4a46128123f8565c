import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlacedBlock } from '../reports/index.ts'
import { compareTexts } from './compare-texts.ts'
import { choosePart, outlineText } from './text-part.ts'

const block = (id: string, level = 0): PlacedBlock => ({
  id,
  kind: level === 0 ? 'paragraph' : 'section',
  level,
  number: null,
  text: `Le bloc ${id}.`,
  marks: [],
  sentences: [],
  nextSentence: 1,
  sha256: new Uint8Array(),
})

/** Three hundred passages, each tenth a heading of the first or second level. */
const text = Array.from({ length: 300 }, (_, at) =>
  block(`b${at}`, at % 10 === 0 ? 1 + ((at / 10) % 2) : 0),
)
const same = compareTexts(text, text)

test('a long text is read page by page, or where a passage of it stands', () => {
  const asked = (page: number | null, at: string | null = null) =>
    choosePart(text, { comparison: same, page, at })
  assert.deepEqual([asked(null).page, asked(null).pages], [1, 3])
  assert.equal(asked(null, 'b250').page, 3)
  assert.equal(asked(null, 'nowhere').page, 1)
  assert.equal(asked(99).page, 3)
  const second = asked(2)
  assert.equal(second.blocks[0]?.id, 'b120')
  assert.deepEqual(
    asked(null, 'b125').above.map(({ id }) => id),
    [],
  )
  assert.equal(choosePart([], { comparison: same, page: null, at: null }).pages, 1)
})

test('what was taken out is shown after the passage that it followed', () => {
  const now = text.filter(({ id }) => id !== 'b0' && id !== 'b5' && id !== 'b6')
  const { removed } = choosePart(now, {
    comparison: compareTexts(text, now),
    page: null,
    at: null,
  })
  const ids = (after: string) => removed.get(after)?.map(({ id }) => id)
  assert.deepEqual([ids(''), ids('b4')], [['b0'], ['b5', 'b6']])
})

test('the outline says on which page a heading is, and how much differs under it', () => {
  const now = text.map((one) => (one.id === 'b131' ? { ...one, text: 'Autre.' } : one))
  const lines = outlineText(now, compareTexts(text, now))
  assert.equal(lines.length, 30)
  const differing = lines.filter((line) => line.differing > 0)
  assert.deepEqual(
    differing.map(({ heading, page, depth }) => [heading.id, page, depth]),
    [['b130', 2, 1]],
  )
})

test('of a very long outline the deepest headings are left out', () => {
  const many = Array.from({ length: 600 }, (_, at) => block(`b${at}`, at % 100 === 0 ? 1 : 2))
  assert.equal(outlineText(many, compareTexts(many, many)).length, 6)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../text/index.ts'
import {
  countWords,
  longestPage,
  minutesFor,
  pageOf,
  readingNeighbours,
  readingPages,
  readPart,
} from './part-size.ts'

let ids = 0
const block = (kind: Block['kind'], level: number, text: string): Block => ({
  id: `b${(ids += 1)}`,
  kind,
  level,
  number: null,
  text,
  marks: [],
  sentences: [],
  nextSentence: 1,
})
const part = (text: string) => block('part', 1, text)
const chapter = (text: string) => block('chapter', 2, text)
const words = (count: number) => block('paragraph', 0, 'mot '.repeat(count).trim())

const short = [part('Courte'), chapter('Seul'), words(100)]
const opening = words(10)
const first = [chapter('Un'), words(longestPage)]
const second = [chapter('Deux'), block('section', 3, 'Bas'), words(5)]
const long = [part('Longue'), opening, ...first, ...second]
const last = [part('Fin'), words(3)]
const text = [...short, ...long, ...last]
const textsOf = (blocks: readonly Block[]) => blocks.map((one) => one.text)

test('words are what stands between spaces: signs that a no-break space holds to a word are of it', () => {
  const said = ['Un mot\u202F; «\u00A0un autre\u00A0»', 'a\tb\nc'].map((one) =>
    block('paragraph', 0, one),
  )
  assert.equal(countWords(said), 4 + 3)
  assert.deepEqual([minutesFor(0), minutesFor(230), minutesFor(12_000)], [1, 1, 52])
})

test('a part over 12,000 words shows what stands before its chapters, and how long each is', () => {
  const read = readPart(long)
  assert.deepEqual(textsOf(read.blocks), ['Longue', opening.text])
  assert.deepEqual(
    read.chapters.map(({ heading, words: count }) => [heading.text, count]),
    [
      ['Un', longestPage + 1],
      ['Deux', 7],
    ],
  )
  assert.equal(read.words, countWords(long))
})

test('a part of 12,000 words, and a longer one without chapters, are read whole', () => {
  const [heading, chapters, ...rest] = [part('Juste'), chapter('Un'), words(longestPage - 2)]
  const whole = readPart([heading, chapters, ...rest])
  assert.deepEqual([whole.blocks.length, whole.chapters], [3, []])
  const alone = readPart([part('Seule'), words(longestPage * 2)])
  assert.deepEqual([alone.blocks.length, alone.chapters], [2, []])
})

test('reading on meets every page once, a long part by its chapters', () => {
  const pages = readingPages(text)
  assert.deepEqual(textsOf(pages), ['Courte', 'Longue', 'Un', 'Deux', 'Fin'])
  const ids = new Set(pages.map(({ id }) => id))
  const met: string[] = []
  for (let at = pages[0]; at; at = readingNeighbours(text, ids, at.id).next) met.push(at.text)
  assert.deepEqual(met, textsOf(pages))
  for (const [at, { id }] of pages.entries()) {
    assert.equal(readingNeighbours(text, ids, id).previous, pages[at - 1])
  }
  const seul = short[1]
  assert.ok(seul)
  assert.equal(readingNeighbours(text, ids, seul.id).next?.text, 'Un')
})

test('a passage is read on the innermost page that it stands on', () => {
  const ids = new Set(readingPages(text).map(({ id }) => id))
  const [longHeading, , un, body] = long
  const [shortHeading, seul, hundred] = short
  assert.ok(longHeading && un && body && shortHeading && seul && hundred)
  assert.equal(pageOf(body, [longHeading, un], ids), un)
  assert.equal(pageOf(un, [longHeading], ids), un)
  assert.equal(pageOf(opening, [longHeading], ids), longHeading)
  assert.equal(pageOf(hundred, [shortHeading, seul], ids), shortHeading)
  assert.equal(pageOf(opening, [], ids), undefined)
})

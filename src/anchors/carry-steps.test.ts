import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  assert as check,
  array,
  constantFrom,
  integer,
  property,
  record,
  subarray,
  type Arbitrary,
} from '../../test/properties.ts'
import type { Block } from '../text/index.ts'
import type { Standing } from './anchor.ts'
import { carryAnchors, type Stood } from './carry-anchors.ts'
import type { Step } from './follow-block.ts'

/** A paragraph as its sentences, each as its words: no word stands twice, and all are as long. */
type Paragraph = { id: string; sentences: string[][] }

const paragraphs = 4
const sentencesOfEach = 3
const wordsOfEach = 6

let words = 0
/** Six letters that nothing else says, nor anything like them: the text itself would find what is alike. */
function newWord(): string {
  words = (words + 1) % 999_983
  const scattered = (words * 48_271) % 999_983
  return String(scattered)
    .padStart(6, '0')
    .replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '')
}

const textOf = ({ sentences }: Paragraph) =>
  sentences.map((sentence) => `${sentence.join(' ')}.`).join(' ')

function blockOf(paragraph: Paragraph): Block {
  const shape = { kind: 'paragraph', level: 0, number: null, marks: [] } as const
  return {
    ...shape,
    marks: [],
    id: paragraph.id,
    text: textOf(paragraph),
    sentences: [],
    nextSentence: 1,
  }
}

/** What is done to which paragraph; `kept`: which words of a sentence stand again in its new wording. */
type Act = {
  kind: 'amend' | 'edit' | 'drop' | 'add' | 'move' | 'remove' | 'return'
  at: number
  sentence: number
  kept: number[]
}

const anyAct: Arbitrary<Act> = record({
  kind: constantFrom('amend', 'amend', 'edit', 'edit', 'drop', 'add', 'move', 'remove', 'return'),
  at: integer({ min: 0, max: paragraphs - 1 }),
  sentence: integer({ min: 0, max: sentencesOfEach - 1 }),
  kept: subarray([0, 1, 2, 3, 4, 5]),
})

const newSentence = () => Array.from({ length: wordsOfEach }, newWord)

type Text = { standing: Paragraph[]; removed: Paragraph[]; steps: Step[] }

/** Does an act as the product does, and writes down what the product writes down of it. */
function perform(text: Text, { kind, at, sentence, kept }: Act): Text {
  const id = `block${at}`
  const here = text.standing.find((one) => one.id === id)
  const step = (operation: Step['operation'], more: Partial<Step>): Step[] => [
    ...text.steps,
    { operation, blockId: id, before: null, after: '', block: null, otherBlock: null, ...more },
  ]
  if (kind === 'return') {
    const back = text.removed.find((one) => one.id === id)
    if (!back) return text
    const steps = step('insert-block', { after: textOf(back), block: blockOf(back) })
    return {
      standing: [...text.standing, back],
      removed: text.removed.filter((one) => one !== back),
      steps,
    }
  }
  if (!here) return text
  const others = text.standing.filter((one) => one !== here)
  if (kind === 'move')
    return { ...text, standing: [...others, here], steps: step('move-block', {}) }
  if (kind === 'remove') {
    const steps = step('remove-block', { before: textOf(here), block: blockOf(here) })
    return { standing: others, removed: [...text.removed, here], steps }
  }
  const changed = { id, sentences: reword(here.sentences, { kind, sentence, kept }) }
  if (changed.sentences.length === 0) return text
  const standing = text.standing.map((one) => (one === here ? changed : one))
  const [before, after] = [textOf(here), textOf(changed)]
  const old = here.sentences[sentence]
  const now = changed.sentences[sentence]
  const steps =
    kind === 'amend' && old && now
      ? step('replace-sentences', { before: `${old.join(' ')}.`, after: `${now.join(' ')}.` })
      : step('edit-block', { before, after, block: blockOf(changed) })
  return { ...text, standing, steps }
}

function reword(sentences: string[][], { kind, sentence, kept }: Omit<Act, 'at'>): string[][] {
  if (kind === 'drop') return sentences.filter((_, at) => at !== sentence)
  if (kind === 'add') return sentences.toSpliced(sentence, 0, newSentence())
  return sentences.map((own, at) =>
    at === sentence ? own.map((word, place) => (kept.includes(place) ? word : newWord())) : own,
  )
}

test('words are where the record says that they went, and none from around them with them', () => {
  const anyPlace = integer({ min: 0, max: wordsOfEach - 1 })
  check(
    property(
      array(anyAct, { maxLength: 12 }),
      anyAct,
      anyPlace,
      (acts, { at, sentence }, first) => {
        const start = newText()
        const own = start[at]?.sentences[sentence]?.slice(first) ?? []
        const exact = own.join(' ')
        const old = start.map(blockOf)
        const from = textOf(start[at] ?? { id: '', sentences: [] }).indexOf(exact)
        const place = { blockId: `block${at}`, start: from, end: from + exact.length }
        const end = acts.reduce(perform, { standing: start, removed: [], steps: [] })
        const now = end.standing.map(blockOf)
        const [found] = carryAnchors([stoodAt(place, exact)], { old, now, steps: end.steps })
        assert.ok(found)
        checkFound(found, { own, all: start.flatMap(({ sentences }) => sentences.flat()), now, at })
      },
    ),
    { numRuns: 1000 },
  )
})

function newText(): Paragraph[] {
  return Array.from({ length: paragraphs }, (_, place) => ({
    id: `block${place}`,
    sentences: Array.from({ length: sentencesOfEach }, newSentence),
  }))
}

type Known = { own: string[]; all: string[]; now: Block[]; at: number }

function checkFound({ state, rule, place }: Standing, { own, all, now, at }: Known): void {
  const block = now.find(({ id }) => id === `block${at}`)
  if (!block) return assert.equal(state, 'orphan')
  const kept = own.filter((word) => block.text.includes(word))
  if (kept.length < own.length / 2) {
    // Of a word or two, half the letters may be those of another by chance: the text then finds it.
    const isAlike = own.length < 4 && rule !== 'recorded'
    return assert.ok(isAlike || state === 'rewritten')
  }
  assert.equal(place?.blockId, block.id)
  const words = block.text.slice(place?.start, place?.end)
  const inside = new Set(words.match(/\p{L}+/gu))
  assert.deepEqual(
    all.filter((word) => inside.has(word)),
    kept,
  )
  assert.equal(state, words === own.join(' ') ? 'exact' : 'edited')
}

function stoodAt(place: Stood['place'], exact: string): Stood {
  const read = { exact, readIn: place?.blockId ?? '', readUnder: null, amends: false }
  const carried = { rule: 'as-written', score: 1, doubtful: false } as const
  return { number: 1, state: 'exact', place, homeId: null, ...carried, ...read, last: null }
}

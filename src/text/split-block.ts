import type { Block, BlockKind, Mark } from './block.ts'
import { isBlank } from './normalise-text.ts'
import { wordsOf } from './replace-sentences.ts'

/** What stands for itself can become two, or one with its like; headings, tables, figures and notes are whole. */
const divisibleKinds: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quote'])

export function isDivisible({ kind }: Pick<Block, 'kind'>): boolean {
  return divisibleKinds.has(kind)
}

/** A place where a block may be cut: after that sentence, by its `n`; what ends there, and what begins. */
export type Cut = { n: number; before: string; after: string }

/** Returns the places where a block may be cut: where a sentence ends, and there are words on both sides. */
export function cutsOf(block: Block): Cut[] {
  if (!isDivisible(block)) return []
  return block.sentences.slice(0, -1).flatMap((sentence, at) => {
    const next = block.sentences[at + 1]
    const [first, second] = [block.text.slice(0, sentence.end), block.text.slice(sentence.end)]
    if (!next || isBlank(first) || isBlank(second)) return []
    return [
      { n: sentence.n, before: wordsOf(block.text, sentence), after: wordsOf(block.text, next) },
    ]
  })
}

/**
 * Returns the two pieces of a block that is cut after the sentence of that number; null where it may not be cut
 * there (`cutsOf`). The white space at the cut goes. The first piece keeps the id, the numbers of its sentences
 * and the displayed number; the second gets `id`, and its sentences are numbered from 1. A mark stays on its
 * words, on both sides of the cut where it lies across it.
 */
export function splitBlock(block: Block, after: number, id: string): [Block, Block] | null {
  const cut = cutsOf(block).some(({ n }) => n === after)
  const last = block.sentences.find(({ n }) => n === after)
  if (!cut || !last) return null
  const end = block.text.slice(0, last.end).trimEnd().length
  const start = block.text.length - block.text.slice(last.end).trimStart().length
  return cutAt(block, { end, start }, id)
}

/** Where the first piece ends and the second starts, with white space between that goes: offsets in the text. */
type Gap = { end: number; start: number }

/** Returns the pieces of a block on both sides of the white space between two sentences, as `splitBlock` does. */
export function cutAt(block: Block, { end, start }: Gap, id: string): [Block, Block] {
  const { text, kind, level, sentences } = block
  const first = text.slice(0, end)
  const inFirst = sentences.filter((one) => one.start < end)
  const inSecond = sentences.filter((one) => one.start >= end)
  return [
    {
      ...block,
      text: first,
      marks: marksWithin(block.marks, 0, first.length),
      sentences: inFirst.map((one) => ({ ...one, end: Math.min(one.end, first.length) })),
    },
    {
      id,
      kind,
      level,
      number: null,
      text: text.slice(start),
      marks: marksWithin(block.marks, start, text.length),
      sentences: inSecond.map((one, at) => ({
        n: at + 1,
        start: Math.max(one.start - start, 0),
        end: one.end - start,
      })),
      nextSentence: inSecond.length + 1,
    },
  ]
}

function marksWithin(marks: readonly Mark[], from: number, to: number): Mark[] {
  return marks.flatMap((mark) => {
    const [start, end] = [Math.max(mark.start, from), Math.min(mark.end, to)]
    return start < end ? [{ ...mark, start: start - from, end: end - from }] : []
  })
}

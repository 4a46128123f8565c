import { blockDigestInput, type Block, type Mark } from './block.ts'
import { isDivisible } from './split-block.ts'

/** Returns whether two blocks may become one: of one kind and level, that can be divided as well. */
export function areMergeable(first: Block, second: Block): boolean {
  return isDivisible(first) && first.kind === second.kind && first.level === second.level
}

/**
 * Returns two blocks as one under the id of the first, with `space` between their words; null where they may not
 * become one. The first keeps the numbers of its sentences; those of the second get the next ones there. A mark
 * stays on its words; where the first ends and the second begins with equal ones, they are one across the space.
 */
export function mergeBlocks(first: Block, second: Block, space = ' '): Block | null {
  if (!areMergeable(first, second)) return null
  const start = first.text.length + space.length
  const kept = first.sentences.map((one) =>
    one.end === first.text.length ? { ...one, end: start } : one,
  )
  const added = second.sentences.map((one, at) => ({
    n: first.nextSentence + at,
    start: one.start + start,
    end: one.end + start,
  }))
  return {
    ...first,
    text: first.text + space + second.text,
    marks: joinMarks(first, second.marks, start),
    sentences: [...kept, ...added],
    nextSentence: first.nextSentence + added.length,
  }
}

function joinMarks({ text, marks }: Block, others: readonly Mark[], start: number): Mark[] {
  const left = [...marks]
  const added: Mark[] = []
  for (const mark of others) {
    const moved = { ...mark, start: mark.start + start, end: mark.end + start }
    const at = left.findIndex((one) => one.end === text.length && goesOn(one, mark))
    const one = left[at]
    if (one) left[at] = { ...one, end: moved.end }
    else added.push(moved)
  }
  return [...left, ...added]
}

/** Each note reference is one of its own. */
function goesOn(one: Mark, next: Mark): boolean {
  if (next.start !== 0 || one.kind === 'note-reference') return false
  return styleOf(one) === styleOf(next)
}

function styleOf(mark: Mark): string {
  const marks = [{ ...mark, start: 0, end: 0 }]
  return blockDigestInput({ kind: 'paragraph', level: 0, number: null, text: '', marks })
}

/**
 * Returns the white space between two texts where a third is nothing but them, one after the other; null where it
 * says anything else.
 */
export function spaceBetween(whole: string, first: string, second: string): string | null {
  const length = whole.length - first.length - second.length
  if (length < 0 || !whole.startsWith(first) || !whole.endsWith(second)) return null
  const space = whole.slice(first.length, first.length + length)
  return space.trim() === '' ? space : null
}

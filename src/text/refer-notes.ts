import type { Mark, ParsedBlock } from './block.ts'

/** Which note each reference of a text leads to, and which of its notes are led to. */
export type References<B> = {
  /** `start`: of the reference, in the text of the block. */
  noteAt: (block: B, start: number) => B | undefined
  /** The reference that is met first. */
  firstTo: (note: B) => Reference<B> | undefined
}

type Reference<B> = { block: B; start: number }

/**
 * Finds the note of each reference by the number that both display: the next one of that number after it,
 * since some texts count their notes anew in each chapter, else the last before.
 */
export function referNotes<B extends ParsedBlock>(blocks: readonly B[]): References<B> {
  const notes = new Map<B, Map<number, B>>()
  const firsts = new Map<B, Reference<B>>()
  const coming = Map.groupBy(
    blocks.filter(({ kind }) => kind === 'note').toReversed(),
    ({ number }) => number,
  )
  const passed = new Map<string | null, B>()
  for (const block of blocks) {
    if (block.kind === 'note') {
      coming.get(block.number)?.pop()
      passed.set(block.number, block)
      continue
    }
    const own = new Map<number, B>()
    notes.set(block, own)
    for (const mark of block.marks) {
      if (mark.kind !== 'note-reference') continue
      const note = coming.get(mark.note)?.at(-1) ?? passed.get(mark.note)
      if (!note) continue
      own.set(mark.start, note)
      if (!firsts.has(note)) firsts.set(note, { block, start: mark.start })
    }
  }
  return {
    noteAt: (block, start) => notes.get(block)?.get(start),
    firstTo: (note) => firsts.get(note),
  }
}

/** Returns the marks without the raised type that references have by themselves. */
export function withoutRaisedReferences(
  marks: readonly Mark[],
  isReference: (mark: Mark) => boolean,
): Mark[] {
  const references = marks.filter(isReference)
  return marks.flatMap((mark) =>
    mark.kind === 'superscript'
      ? references.reduce<Mark[]>((left, range) => left.flatMap((one) => cut(one, range)), [mark])
      : mark,
  )
}

function cut(mark: Mark, { start, end }: Mark): Mark[] {
  const parts = [
    { ...mark, end: Math.min(mark.end, start) },
    { ...mark, start: Math.max(mark.start, end) },
  ]
  const apart = mark.end <= start || mark.start >= end
  return apart ? [mark] : parts.filter((part) => part.start < part.end)
}

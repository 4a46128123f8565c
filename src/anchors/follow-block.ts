import type { Change, NewChange } from '../reports/index.ts'
import { spaceBetween, wordFollower, type Block } from '../text/index.ts'

/** UTF-16 units of a text. */
export type TextRange = { start: number; end: number }

export type Step = Pick<
  NewChange,
  'operation' | 'blockId' | 'before' | 'after' | 'block' | 'otherBlock'
> &
  /** Of what is only planned, nobody knows yet. */
  Partial<Pick<Change, 'causes'>>

/** What the record says of words of a block. */
export type Followed = {
  /** The block that has what became of them; null where the record does not tell for sure. */
  blockId: string | null
  /** Where they stand in it; null where none of them is left. */
  range: TextRange | null
  /** Theirs became a part of another block, or lost a part to one. */
  divided: boolean
  /** They lay across a cut, and a part of them stands in another block. */
  torn: boolean
}

/** What one change did to the words of a block. */
type Passing = { at: number; pass: (range: TextRange | null) => Followed }

type Recorded = {
  old: readonly Pick<Block, 'id' | 'text'>[]
  now: readonly Pick<Block, 'id' | 'text'>[]
  /** What was done to the text from the one to the other, in order. */
  steps: readonly Step[]
}

/**
 * Returns a function that follows words of a block through every recorded change of it, into the block that they went
 * to with a split or a merger. Where the changes don't lead from the one text to the other, only the texts themselves
 * can tell.
 */
export function recordFollower({ old, now, steps }: Recorded) {
  const texts = new Map<string, string | null>(old.map(({ id, text }) => [id, text]))
  const passings = new Map<string, Passing[]>()
  for (const [at, step] of steps.entries()) {
    for (const [id, pass] of passingsOf(step, texts)) {
      passings.set(id, [...(passings.get(id) ?? []), { at, pass }])
    }
  }
  const shown = new Map(now.map(({ id, text }) => [id, text]))
  return (blockId: string, range: TextRange): Followed => {
    let found: Followed = { blockId, range, divided: false, torn: false }
    let last = -1
    while (found.blockId !== null) {
      const next = passings.get(found.blockId)?.find(({ at }) => at > last)
      if (!next) break
      const { divided, torn, ...passed } = next.pass(found.range)
      found = { ...passed, divided: divided || found.divided, torn: torn || found.torn }
      last = next.at
    }
    const { blockId: id } = found
    return id !== null && shown.has(id) && texts.get(id) === shown.get(id)
      ? found
      : { ...found, blockId: null }
  }
}

type Texts = Map<string, string | null>
type Passed = [string, Passing['pass']]

const unknown = (): Followed => ({ blockId: null, range: null, divided: false, torn: false })

/** What a change did to each block that it speaks of, which then says what `texts` says; null: what isn't known. */
function passingsOf(step: Step, texts: Texts): Passed[] {
  const { blockId, block, otherBlock } = step
  if (block && otherBlock) return passingsOfBoth(step, { block, otherBlock }, texts)
  const before = texts.get(blockId)
  const after = textAfter(before ?? '', step)
  texts.set(blockId, after)
  if (before === after) return []
  if (typeof before !== 'string' || after === null) return [[blockId, unknown]]
  return [[blockId, rewording(blockId, before, after)]]
}

function passingsOfBoth(step: Step, both: Two, texts: Texts): Passed[] {
  const { blockId, operation } = step
  const { block, otherBlock } = both
  const known = texts.get(blockId)
  if (operation === 'split-block') {
    texts.set(blockId, block.text).set(otherBlock.id, otherBlock.text)
    return [[blockId, splitting(step, both, known)]]
  }
  const passed = merging(step, both, [known, texts.get(otherBlock.id)])
  texts.set(blockId, block.text).delete(otherBlock.id)
  return passed
}

/** Taken out and put back, it says what it says then. */
function textAfter(text: string, { operation, before, after, block }: Step): string | null {
  if (operation === 'move-block' || operation === 'remove-block') return text
  if (block) return block.text
  if (operation !== 'replace-sentences' || before === null) return null
  // An amendment's sentences, by their words: where these stand twice, which were meant isn't written here.
  const at = text.indexOf(before)
  if (at === -1 || text.includes(before, at + 1)) return null
  return text.slice(0, at) + after + text.slice(at + before.length)
}

function rewording(blockId: string, before: string, after: string): Passing['pass'] {
  let follow: ReturnType<typeof wordFollower> | undefined
  return (range) => {
    follow ??= wordFollower(before, after)
    const found = range && follow(range)
    const place = found && { start: found.start, end: found.end }
    return { blockId, range: place, divided: false, torn: false }
  }
}

type Two = { block: Block; otherBlock: Block }

/** Words of the second piece go with it; those across the cut to the piece that has most of their letters. */
function splitting(
  { blockId, before }: Step,
  { block, otherBlock }: Two,
  known: string | null | undefined,
): Passing['pass'] {
  const space = before === null ? null : spaceBetween(before, block.text, otherBlock.text)
  if (before === null || known !== before || space === null) return unknown
  const end = block.text.length
  const start = end + space.length
  return (range) => {
    // What took the place of words that are gone may stand in either piece.
    if (!range) return unknown()
    const first = { start: Math.min(range.start, end), end: Math.min(range.end, end) }
    const second = { start: Math.max(range.start, start), end: Math.max(range.end, start) }
    const [inFirst, inSecond] = [lettersIn(before, first), lettersIn(before, second)]
    const torn = inFirst > 0 && inSecond > 0
    if (inFirst >= inSecond) return { blockId, range: first, divided: true, torn }
    const moved = { start: second.start - start, end: second.end - start }
    return { blockId: otherBlock.id, range: moved, divided: true, torn }
  }
}

function lettersIn(text: string, { start, end }: TextRange): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** Words of the first stand where they stood, those of the other at the end. */
function merging(
  { blockId, before }: Step,
  { block, otherBlock }: Two,
  [first, second]: (string | null | undefined)[],
): Passed[] {
  const fits =
    before !== null &&
    first === before &&
    second === otherBlock.text &&
    spaceBetween(block.text, before, second) !== null
  if (!fits) return [blockId, otherBlock.id].map((id) => [id, unknown])
  const by = block.text.length - otherBlock.text.length
  const into = (range: TextRange | null) => ({ blockId, range, divided: true, torn: false })
  return [
    [blockId, into],
    [otherBlock.id, (range) => into(range && { start: range.start + by, end: range.end + by })],
  ]
}

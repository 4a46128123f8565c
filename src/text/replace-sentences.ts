import type { Block, Sentence } from './block.ts'
import { keptWords } from './kept-words.ts'
import { type Kept, moveMarks } from './move-marks.ts'
import { isBlank, normaliseWording, sameWords } from './normalise-text.ts'
import { splitSentences, type TextRange } from './sentences.ts'

export type ReplaceProblem =
  | 'unknown-sentence'
  | 'not-consecutive'
  | 'nothing-changed'
  | 'empty-wording'

export type Replacement =
  | {
      ok: true
      block: Block
      /** The words replaced, and those in their place, without the white space that follows. */
      before: string
      after: string
      /** The numbers of the sentences that are new. */
      made: number[]
    }
  | { ok: false; problem: ReplaceProblem }

export type Amendment = {
  /** The block that the amendment was written on, and as it stands now. */
  base: Block
  current: Block
  /** Sentence numbers of `base`. */
  replaced: readonly number[]
  wording: string
  lang: string
  /** Other blocks that have words of `base` by now: it was split, or became a part of `current`. */
  beside?: readonly Block[]
}

export type Amended = Replacement | { ok: false; problem: 'passage-changed-since' }

/**
 * An amendment taken into a block as it stands. `replaced`: numbers of its sentences that give way; `merged`: the block
 * as a whole is the change, not the amendment's own words.
 */
export type Taken =
  | (Extract<Replacement, { ok: true }> & { replaced: number[]; merged: boolean })
  | { ok: false; problem: 'passage-changed-since' | 'nothing-changed' }

/**
 * Returns the block with new wording in place of consecutive sentences (by their `n`, in any
 * order). The white space after them stays. Other sentences keep their `n`; so does a sentence
 * whose words come again in the wording; new ones are numbered from `nextSentence`, which are
 * never used twice. A mark stays on words that stand again; on others it is dropped. Refuses wording with no
 * visible words, and wording that differs in no-break spaces only (design, §3: compared as
 * spaces). Throws a RangeError when `lang` isn't a well-formed BCP 47 tag.
 */
export function replaceSentences(
  block: Block,
  replaced: readonly number[],
  wording: string,
  lang: string,
): Replacement {
  const asked = new Set(replaced)
  const found = block.sentences.filter(({ n }) => asked.has(n))
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined || found.length < asked.size) {
    return refuse('unknown-sentence')
  }
  const span = { start: first.start, end: last.end }
  if (sentencesWithin(block, span).length > found.length) return refuse('not-consecutive')

  const before = wordsOf(block.text, span)
  const after = withoutSpaceAtEnd(normaliseWording(wording, block.kind))
  if (isBlank(after)) return refuse('empty-wording')
  if (sameWords(before, after)) return refuse('nothing-changed')

  const made = numberWording(block, found, after, lang)
  const kept = [...made.kept, ...keptElsewhere(before, after, { made, start: span.start })]
  const written = putIn(block, span, after, { ...made, kept })
  return { ok: true, block: written, before, after, made: made.fresh }
}

/** Words that stand again outside the sentences that come again whole; `from` is in the block's text. */
function keptElsewhere(
  before: string,
  after: string,
  { made, start }: { made: Numbered; start: number },
): Kept[] {
  return keptWords(before, after)
    .map((words) => ({ ...words, from: words.from + start, to: words.to + start }))
    .filter((words) => !made.kept.some((sentence) => overlaps(words, sentence)))
}

function overlaps(one: Kept, other: Kept): boolean {
  const [oneEnd, otherEnd] = [one.at + one.to - one.from, other.at + other.to - other.from]
  const before = one.from < other.to && other.from < one.to
  return before || (one.at < otherEnd && other.at < oneEnd)
}

/** The white space after the words replaced stays, and belongs to the last of the new sentences. */
function putIn(block: Block, { start, end }: TextRange, after: string, made: Numbered): Block {
  const separation = block.text.slice(start + wordsOf(block.text, { start, end }).length, end)
  const grown = after.length + separation.length - (end - start)
  const within = made.sentences.map((one) => shift(one, start))
  const last = within.at(-1)
  if (last !== undefined) last.end += separation.length
  const kept = made.kept.map((words) => ({ ...words, at: words.at + start }))
  return {
    ...block,
    text: block.text.slice(0, start) + after + separation + block.text.slice(end),
    marks: moveMarks(block.marks, { start, end, grown, kept }),
    sentences: [
      ...sentencesWithin(block, { start: 0, end: start }),
      ...within,
      ...sentencesWithin(block, { start: end, end: block.text.length }).map((one) =>
        shift(one, grown),
      ),
    ],
    nextSentence: made.nextSentence,
  }
}

function sentencesWithin(block: Block, { start, end }: TextRange): Sentence[] {
  return block.sentences.filter((one) => one.start >= start && one.end <= end)
}

/**
 * Returns the current block with the amendment in it: where the block has changed since the
 * amendment was written, only when each sentence that it replaces still stands, word for word, and
 * no other has come between them. Else the problem is `passage-changed-since`.
 */
export function amendBlock({ base, current, replaced, wording, lang }: Amendment): Amended {
  const written = replaceSentences(base, replaced, wording, lang)
  if (!written.ok) return written
  const old = base.sentences.filter(({ n }) => replaced.includes(n))
  const standing = sameWords(base.text, current.text)
    ? old.map((one) => current.sentences.find((now) => sameRange(one, now)))
    : old.map((one) => findStanding(base, one, current))
  const numbers = standing.filter((one) => one !== undefined).map(({ n }) => n)
  if (numbers.length < old.length) return { ok: false, problem: 'passage-changed-since' }
  const amended = replaceSentences(current, numbers, wording, lang)
  if (!amended.ok && amended.problem === 'not-consecutive') {
    return { ok: false, problem: 'passage-changed-since' }
  }
  return amended
}

function findStanding(base: Block, sentence: Sentence, current: Block): Sentence | undefined {
  const now = current.sentences.find(({ n }) => n === sentence.n)
  const words = wordsOf(base.text, sentence)
  return now !== undefined && sameWords(wordsOf(current.text, now), words) ? now : undefined
}

export type Numbered = {
  /** Offsets are in the wording. */
  sentences: Sentence[]
  nextSentence: number
  fresh: number[]
  kept: Kept[]
}

/**
 * Returns the sentences of a wording that comes in the place of these: one whose words come again keeps
 * its number, the others are new. Throws a RangeError when `lang` isn't a well-formed BCP 47 tag.
 */
export function numberWording(
  block: Block,
  replaced: readonly Sentence[],
  wording: string,
  lang: string,
): Numbered {
  const left = [...replaced]
  const made: Numbered = {
    sentences: [],
    nextSentence: block.nextSentence,
    fresh: [],
    kept: [],
  }
  for (const range of splitSentences(wording, lang)) {
    const words = wordsOf(wording, range)
    const again = left.findIndex((one) => sameWords(wordsOf(block.text, one), words))
    const [old] = again === -1 ? [] : left.splice(again, 1)
    if (old === undefined) {
      made.fresh.push(made.nextSentence)
      made.sentences.push({ n: made.nextSentence, ...range })
      made.nextSentence += 1
      continue
    }
    made.sentences.push({ n: old.n, ...range })
    made.kept.push({ from: old.start, to: old.start + words.length, at: range.start })
  }
  return made
}

/** The words of a range without the white space after them. */
export function wordsOf(text: string, { start, end }: TextRange): string {
  return withoutSpaceAtEnd(text.slice(start, end))
}

/** A TAB at the end is an empty cell of a table's row, and stays. */
function withoutSpaceAtEnd(text: string): string {
  return text.replace(/[^\S\t]+$/u, '')
}

function sameRange(one: TextRange, other: TextRange): boolean {
  return one.start === other.start && one.end === other.end
}

function shift(sentence: Sentence, by: number): Sentence {
  return { n: sentence.n, start: sentence.start + by, end: sentence.end + by }
}

function refuse(problem: ReplaceProblem): { ok: false; problem: ReplaceProblem } {
  return { ok: false, problem }
}

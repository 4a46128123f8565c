import { isBlank, isHeading, normaliseWording, sameWords, type Block } from '../text/index.ts'
import { cellsDiffer, trimWords } from './choices.ts'
import { limits } from './content.ts'

/** What is wrong with words that would take the place of others. */
export type WordingProblem =
  | 'no-wording'
  | 'wording-unchanged'
  | 'wording-too-long'
  | 'heading-on-lines'
  | 'cells-differ'

export type AmendmentProblem = 'no-sentence-chosen' | 'sentences-not-consecutive' | WordingProblem

/** The part of a block that the chosen sentences cover; null when they are none, or do not follow each other. */
export function coveredRange(
  block: Block,
  sentences: readonly number[],
): { start: number; end: number } | null {
  const chosen = block.sentences.filter(({ n }) => sentences.includes(n))
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (!first || !last || chosen.length !== new Set(sentences).size) return null
  const gapless = chosen.every(
    (sentence, at) => sentence.start === (chosen[at - 1]?.end ?? first.start),
  )
  return gapless ? { start: first.start, end: last.end } : null
}

/** What keeps that wording from taking the place of these sentences; null when nothing does. */
export function checkAmendment(
  block: Block,
  sentences: readonly number[],
  wording: string,
): AmendmentProblem | null {
  if (sentences.length === 0) return 'no-sentence-chosen'
  const range = coveredRange(block, sentences)
  if (!range) return 'sentences-not-consecutive'
  return checkWording(block, block.text.slice(range.start, range.end), wording)
}

/**
 * Whether a wording has signs with which Markdown sets words: at the start of a line, around words, or as a link. They
 * stand in a report's text as they are written.
 */
export function hasMarkdownSigns(wording: string): boolean {
  return /^(?:#{1,6}|[-*+>]) |(?:\*\*|__|~~|`)[^\s*_~`]|\*[^\s*][^*\n]*\*|\]\([^\s)]+\)/mu.test(
    wording,
  )
}

/** The wording as it is kept. */
export function keptWording(typed: string, { kind }: Pick<Block, 'kind'>): string {
  return trimWords(normaliseWording(typed, kind))
}

/** What keeps typed words from taking the place of those that a block has there; null when nothing does. */
export function checkWording(block: Block, current: string, typed: string): WordingProblem | null {
  if (isBlank(typed)) return 'no-wording'
  if (typed.length > limits.wording) return 'wording-too-long'
  const [before, after] = [trimWords(current), keptWording(typed, block)]
  if (isHeading(block) && after.includes('\n')) return 'heading-on-lines'
  if (block.kind === 'table' && cellsDiffer(before, after)) return 'cells-differ'
  return sameWords(before, after) ? 'wording-unchanged' : null
}

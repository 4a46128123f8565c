import { findWords, isBlank, type Block } from '../text/index.ts'
import { coveredRange } from './amendment.ts'

/** What part of a passage is spoken of: ticked sentences, exact words, or neither: all of it. */
export type Choice = {
  sentences: number[]
  /** As typed or pasted. */
  words: string
  /** Which of the places where they stand, from 1; null while that was not asked. */
  occurrence: number | null
}

export type ChoiceProblem = 'sentences-not-consecutive' | 'words-not-found' | 'words-several'

export const wholePassage: Choice = { sentences: [], words: '', occurrence: null }

/** What keeps a choice from naming one part of the passage; null when nothing does. */
export function checkChoice(block: Block, choice: Choice): ChoiceProblem | null {
  const { sentences, words, occurrence } = choice
  if (!isBlank(words)) {
    const places = findWords(block.text, words)
    if (places.length === 0) return 'words-not-found'
    return placeIn(places, occurrence) ? null : 'words-several'
  }
  return sentences.length > 0 && !coveredRange(block, sentences)
    ? 'sentences-not-consecutive'
    : null
}

/** The part of the block, in UTF-16 units; null where it is none, or more than one. Words outweigh ticks. */
export function rangeOf(block: Block, choice: Choice): { start: number; end: number } | null {
  const { sentences, words, occurrence } = choice
  if (!isBlank(words)) return placeIn(findWords(block.text, words), occurrence)
  if (sentences.length > 0) return coveredRange(block, sentences)
  return { start: 0, end: block.text.length }
}

function placeIn<P>(places: readonly P[], occurrence: number | null): P | null {
  if (occurrence !== null) return places[occurrence - 1] ?? null
  return places.length === 1 ? (places[0] ?? null) : null
}

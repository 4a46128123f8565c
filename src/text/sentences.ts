import type { Sentence } from './block.ts'
import { goesOn } from './sentence-joins.ts'

export type TextRange = { start: number; end: number }

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * Returns the sentences of a text, as UTF-16 offsets: contiguous, covering the text, none empty;
 * the white space after a sentence belongs to it. A line break always ends one. The rules are
 * those of Unicode (UAX #29, by `Intl.Segmenter`) and, on top, our own joins (`goesOn`). Throws a
 * RangeError when `lang` isn't a well-formed BCP 47 tag.
 */
export function splitSentences(text: string, lang: string): TextRange[] {
  const segmenter = segmenterFor(lang)
  const ranges: TextRange[] = []
  for (const line of text.matchAll(/[^\n]*\n+|[^\n]+$/g)) {
    for (const range of splitLine(line[0], segmenter)) {
      ranges.push({ start: line.index + range.start, end: line.index + range.end })
    }
  }
  return absorbBlank(text, ranges)
}

/** Returns the sentences of a new block, numbered from 1; fails as `splitSentences` does. */
export function numberSentences(
  text: string,
  lang: string,
): { sentences: Sentence[]; nextSentence: number } {
  const ranges = splitSentences(text, lang)
  const sentences = ranges.map(({ start, end }, index) => ({ n: index + 1, start, end }))
  return { sentences, nextSentence: sentences.length + 1 }
}

function segmenterFor(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang)
  if (known !== undefined) return known
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  segmenters.set(lang, segmenter)
  return segmenter
}

function splitLine(line: string, segmenter: Intl.Segmenter): TextRange[] {
  const ranges: TextRange[] = []
  let current: TextRange | null = null
  for (const { segment, index } of segmenter.segment(line)) {
    const end = index + segment.length
    if (current === null) {
      current = { start: index, end }
      continue
    }
    // UAX #29 lets a space stand between a sentence and what closes it nowhere; French does: « … »
    const closing: number = /^(?:[»”)\]]\s*)+/u.exec(segment)?.[0].length ?? 0
    current.end = index + closing
    if (goesOn(line.slice(current.start, current.end), segment.slice(closing))) {
      current.end = end
      continue
    }
    ranges.push(current)
    current = { start: index + closing, end }
  }
  return current === null ? ranges : [...ranges, current]
}

/** White space on its own is no sentence: it goes to the one before, or at the start to the next. */
function absorbBlank(text: string, ranges: readonly TextRange[]): TextRange[] {
  const sentences: TextRange[] = []
  for (const range of ranges) {
    const last = sentences.at(-1)
    const lastIsBlank = last !== undefined && text.slice(last.start, last.end).trim() === ''
    const blank = text.slice(range.start, range.end).trim() === ''
    if (last !== undefined && (blank || lastIsBlank)) last.end = range.end
    else sentences.push({ start: range.start, end: range.end })
  }
  return sentences
}

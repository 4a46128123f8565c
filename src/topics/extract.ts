import { findWords } from '../text/index.ts'
import type { Extract } from './topic.ts'

/** The sign for what is left out, as French print has it between parentheses or brackets. */
const elision = /\s*[([]\s*(?:…|\.{3})\s*[)\]]\s*/u

/** The id of a passage in what an editor typed: its address here, the address to cite, or the id itself; null in anything else. */
export function readPassageId(typed: string): string | null {
  return /(?:^|\/(?:passages|p)\/)([0-9a-z]{10})(?:[?#].*)?$/.exec(typed.trim())?.[1] ?? null
}

/**
 * Where the pieces of a quote stand in a text, one after the other, in UTF-16 units; the whole text where nothing is quoted, and null
 * where one of the pieces does not stand behind the one before it. Spaces and typographic signs are compared as the text
 * engine compares them.
 */
export function findPieces(text: string, quote: string): Extract['ranges'] | null {
  const pieces = quote.split(elision).filter((piece) => piece.trim() !== '')
  if (pieces.length === 0) return [{ start: 0, end: text.length }]
  const ranges: Extract['ranges'] = []
  for (const piece of pieces) {
    const behind = ranges.at(-1)?.end ?? 0
    const found = findWords(text, piece.trim()).find(({ start }) => start >= behind)
    if (!found) return null
    ranges.push({ start: found.start, end: found.end })
  }
  return ranges
}

/** The words of an extract, with «(…)» wherever words of its passage are left out, at its ends too. */
export function quoteExtract(text: string, ranges: Extract['ranges']): string {
  const pieces = ranges.map(({ start, end }) => text.slice(start, end).trim())
  const [first] = ranges
  const last = ranges.at(-1)
  const begins = text.slice(0, first?.start ?? 0).trim() !== ''
  const ends = text.slice(last?.end ?? text.length).trim() !== ''
  return [begins && '(…) ', pieces.join(' (…) '), ends && ' (…)'].filter(Boolean).join('')
}

/** What an editor would have typed for it. */
export function typedQuote(text: string, ranges: Extract['ranges']): string {
  const [only] = ranges
  if (ranges.length === 1 && only?.start === 0 && only.end === text.length) return ''
  return ranges.map(({ start, end }) => text.slice(start, end)).join(' (…) ')
}

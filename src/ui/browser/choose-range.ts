import { findWords } from '../../text/find-words.ts'

/** Words of a passage, and which of the places where they stand is meant, from 1; null where there is one. */
export type ChosenWords = { words: string; occurrence: number | null }

/** Characters: what an address can hold, however they are encoded. */
const longestInAddress = 1200

/**
 * What somebody selected of a text, by UTF-16 offsets; null where it is no words. Its places are counted as
 * the server counts them, without overlap: where one begins within another, words are taken in up to one
 * that does not.
 */
export function chooseRange(
  text: string,
  { start, end }: { start: number; end: number },
): ChosenWords | null {
  const selected = text.slice(start, end)
  const words = selected.trim()
  if (words === '') return null
  const from = start + selected.indexOf(words)
  const places = findWords(text, words)
  const at = places.findIndex((place) => place.start === from)
  if (at !== -1) return { words, occurrence: places.length > 1 ? at + 1 : null }
  const wider = widen(text, from, from + words.length)
  // An accent that stands on white space is no character without it, and nothing stands before.
  const isWider = wider.end > from + words.length || text.slice(wider.start, from).trim() !== ''
  return isWider ? chooseRange(text, wider) : null
}

/** By the word that follows; at the end of the text by the one before. */
function widen(text: string, start: number, end: number): { start: number; end: number } {
  const following = /\S+/u.exec(text.slice(end))
  if (following) return { start, end: end + following.index + following[0].length }
  return { start: Math.max(0, text.slice(0, start).trimEnd().search(/\S+$/u)), end }
}

/** Whether an address can hold them; else they are chosen on the form itself. */
export function fitsAddress({ words }: ChosenWords): boolean {
  return words.length <= longestInAddress
}

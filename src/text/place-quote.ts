import { findClosest } from './find-close.ts'

/** A passage that is looked for: its words and those around it, folded (`foldTypography`). */
export type Quote = { words: string; before: string; after: string; short: boolean }

/** `errors`: letters that differ, as a part of the quote (of a short one, with its context). */
export type Placed = { start: number; end: number; errors: number }

/** UTF-16 units of context by which one of several places is chosen. */
const wideContext = 32

/** Units of context that a short quote needs: without, it is anywhere. */
const nearContext = 16

/** One, two or three words say nothing by themselves. */
const shortWords = 3

/** So many letters in a row are hardly said twice by chance. */
const tellingLetters = 80

/** Where a block begins and ends is context, too; a line break stands nowhere in folded text. */
const edge = '\n\n\n\n'

/**
 * Returns the text unit for unit, with any quotation mark as ", any apostrophe as ' and any white space as a
 * space: what differs in these only is the same to a reader, and offsets stay.
 */
export function foldTypography(text: string): string {
  return text
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[‘’‛ʼ′]/g, "'")
    .replace(/\s/g, ' ')
}

/** Returns the passage of a folded text as it is looked for; `start`, `end` in UTF-16 units. */
export function quoteAt(folded: string, start: number, end: number): Quote {
  const words = folded.slice(start, end)
  return {
    words,
    before: (edge + folded.slice(0, start)).slice(-wideContext),
    after: (folded.slice(end) + edge).slice(0, wideContext),
    short: words.trim().split(' ').length <= shortWords,
  }
}

/**
 * Returns where a quote stands in a folded text with at most so large a part of its letters changed; of several
 * places the one whose context is most alike. A short quote is looked for with its context, and must stand
 * there by at least half. Null where it stands nowhere.
 */
export function placeQuote(quote: Quote, folded: string, mostErrors: number): Placed | null {
  return quote.short ? placeShort(quote, folded, mostErrors) : placeLong(quote, folded, mostErrors)
}

/**
 * Returns the quote as it is looked for where nothing else speaks for it: a phrase of a few words, which law and prose
 * say again and again, with what its own sentence says around it; a whole sentence, or a long quote, as it is.
 */
export function withItsSentence(quote: Quote): Quote {
  const room = Math.min(nearContext, Math.ceil((tellingLetters - quote.words.length) / 2))
  if (quote.short || room <= 0) return quote
  const before = quote.before.slice(-room).split(beforeSentence).at(-1) ?? ''
  const isEnded = endOfSentence.test(quote.words)
  const after = isEnded ? '' : (quote.after.slice(0, room).split(afterSentence)[0] ?? '')
  return before.trim() + after.trim() === '' ? quote : { ...quote, before, after, short: true }
}

const beforeSentence = /(?<=[\p{Sentence_Terminal};:…؛]["')]?)\s+|\n/u
const endOfSentence = /[\p{Sentence_Terminal};:…؛]["')]?\s*$/u
const afterSentence = /(?<=[\p{Sentence_Terminal};:…؛])(?=["')]?\s)|\n/u

function placeShort(
  { words, before, after }: Quote,
  folded: string,
  mostErrors: number,
): Placed | null {
  const pattern = before.slice(-nearContext) + words + after.slice(0, nearContext)
  const text = edge + folded + edge
  const around = findClosest(pattern, text, Math.floor(pattern.length * mostErrors))
  if (!around) return null
  const inside = findClosest(
    words,
    text.slice(around.start, around.end),
    Math.floor(words.length / 2),
  )
  if (!inside) return null
  const start = around.start + inside.start - edge.length
  return within(folded, start, start + inside.end - inside.start, around.errors / pattern.length)
}

function placeLong(
  { words, before, after }: Quote,
  folded: string,
  mostErrors: number,
): Placed | null {
  const found = findClosest(words, folded, Math.floor(words.length * mostErrors))
  if (!found) return null
  const again = findClosest(words, folded.slice(found.end), found.errors)
  const place = again ? withContext({ words, before, after }, folded, found.errors) : null
  const { start, end } = place ?? found
  return within(folded, start, end, found.errors / words.length)
}

/** Of several places that are as good, the one whose surroundings are most alike. */
function withContext(
  { words, before, after }: Omit<Quote, 'short'>,
  folded: string,
  errors: number,
): { start: number; end: number } | null {
  const pattern = before + words + after
  const text = edge + folded + edge
  const around = findClosest(pattern, text, Math.floor(pattern.length / 2))
  const inside = around && findClosest(words, text.slice(around.start, around.end), errors)
  if (!around || !inside) return null
  const start = around.start + inside.start - edge.length
  return { start, end: start + inside.end - inside.start }
}

/** Whole words: what was changed may end within one. */
function within(folded: string, from: number, to: number, errors: number): Placed | null {
  let start = Math.max(0, from)
  let end = Math.min(folded.length, to)
  if (errors > 0) {
    while (start > 0 && isInWord(folded, start)) start -= 1
    while (end < folded.length && isInWord(folded, end)) end += 1
  }
  return end > start ? { start, end, errors } : null
}

function isInWord(text: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))
}

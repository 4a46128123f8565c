/** Exact words with what stands around them, as in W3C Web Annotation's TextQuoteSelector. */
export type Quote = { exact: string; prefix: string; suffix: string }

/** 32, as Hypothesis keeps, is too few for texts that repeat themselves as laws do. */
const contextLength = 64

/**
 * Returns the words of the block from `start` up to `end` (UTF-16 offsets) with up to 64 UTF-16
 * units of context on either side, all within the block. No surrogate pair is cut: the exact words
 * widen to whole characters, the context shrinks. Throws a RangeError for a range that is empty or
 * outside the text.
 */
export function quoteOf(block: { text: string }, start: number, end: number): Quote {
  const { text } = block
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No words from ${start} to ${end} in a text of ${text.length}`)
  }
  const from = cutsPair(text, start) ? start - 1 : start
  const to = cutsPair(text, end) ? end + 1 : end
  const first = Math.max(0, from - contextLength)
  const last = Math.min(text.length, to + contextLength)
  return {
    exact: text.slice(from, to),
    prefix: text.slice(cutsPair(text, first) ? first + 1 : first, from),
    suffix: text.slice(to, cutsPair(text, last) ? last - 1 : last),
  }
}

function cutsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1))
}

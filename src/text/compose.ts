/**
 * More marks on one letter than any language puts there: Unicode's own bound for text that can be read as a stream
 * (UAX #15, 13, «Stream-Safe Text Format»). To order more takes time in the square of how many they are.
 */
const longRun = /(\p{M}{31,})/u

/** Texts that are no longer need not be looked through. */
const shortText = 1000

/**
 * Returns a text with each letter and its marks as one character where there is one (NFC); a run of more marks than
 * 30 stays as it is. Near-linear, whatever the text; the same again when it is done again.
 */
export function compose(text: string): string {
  if (text.length <= shortText || !longRun.test(text)) return text.normalize('NFC')
  // What the pattern found stands at the odd places.
  const pieces = text.split(longRun)
  return pieces.map((piece, at) => (at % 2 === 0 ? piece.normalize('NFC') : piece)).join('')
}

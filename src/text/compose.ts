/**
 * More marks on one letter than any language puts there: Unicode's own bound for text that can be read as a stream
 * (UAX #15, 13, «Stream-Safe Text Format»). To order more takes time in the square of how many they are, and they
 * would be painted over whole pages.
 */
const tooMany = /(\p{M}{30})\p{M}+/gu

/**
 * Returns a text with each letter and its marks as one character where there is one (NFC), and of more marks than 30
 * on a letter those that come first. Near-linear, whatever the text; the same again when it is done again.
 */
export function compose(text: string): string {
  const composed = withoutMany(text).normalize('NFC')
  // A few marks are written as two.
  return withoutMany(composed)
}

/** Texts that are no longer than that many marks need not be looked through. */
function withoutMany(text: string): string {
  return text.length <= 30 ? text : text.replaceAll(tooMany, '$1')
}

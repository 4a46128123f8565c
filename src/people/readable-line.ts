/**
 * Line breaks, control characters, those that turn the direction of the words around them or that nobody sees, and
 * marks heaped on a letter until they cover other lines. Joiners (U+200C and U+200D) are letters' own in Persian or Hindi.
 */
const disruptive =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{M}{5}/u
const sayable = /[\p{L}\p{N}]/u

/** Whether a name can stand in a line with others: something to read in it, and nothing that disturbs the rest. */
export function isReadableLine(text: string): boolean {
  return !disruptive.test(text) && sayable.test(text)
}

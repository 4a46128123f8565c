/** Returns the beginning of a text, so many UTF-16 units at most, and never half a character. */
export function beginningOf(text: string, most: number): string {
  const cut = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** Where a pattern stands in a text: UTF-16 units; `errors`: letters added, left out or changed. */
export type Match = { start: number; end: number; errors: number }

/** Bits of a word of the machine that JavaScript can shift. */
const wordBits = 32

/** A pattern made ready: for each of its letters the places where it stands, 32 of them a word. */
type Pattern = { length: number; masks: Map<number, Uint32Array>; none: Uint32Array }

/**
 * Returns every place where a pattern stands in a text with the fewest errors, if these are at most so many. Myers's
 * bit vectors ("A fast bit-vector algorithm for approximate string matching", J. ACM 46, 1999), all of the pattern at
 * each letter; as approx-string-match does, which Hypothesis's client asks: of several beginnings the earliest.
 */
export function findApproximately(text: string, sought: string, mostErrors: number): Match[] {
  if (sought.length === 0) return []
  const backwards = preparePattern(reverse(sought))
  return findEnds(text, preparePattern(sought), Math.floor(mostErrors)).map(({ end, errors }) => {
    const before = reverse(text.slice(Math.max(0, end - sought.length - errors), end))
    const lengths = findEnds(before, backwards, errors).map((found) => found.end)
    return { start: end - Math.max(0, ...lengths), end, errors }
  })
}

/** The fewest errors with which a pattern stands anywhere in a text; all its letters where it stands nowhere. */
export function fewestErrors(text: string, sought: string): number {
  return findEnds(text, preparePattern(sought), sought.length)[0]?.errors ?? sought.length
}

function preparePattern(sought: string): Pattern {
  const words = Math.ceil(sought.length / wordBits)
  const masks = new Map<number, Uint32Array>()
  for (let at = 0; at < sought.length; at += 1) {
    const unit = sought.charCodeAt(at)
    const mask = masks.get(unit) ?? new Uint32Array(words)
    const word = Math.floor(at / wordBits)
    mask[word] = (mask[word] ?? 0) | (1 << (at % wordBits))
    masks.set(unit, mask)
  }
  return { length: sought.length, masks, none: new Uint32Array(words) }
}

function findEnds(text: string, { length, masks, none }: Pattern, mostErrors: number) {
  const column: Column = {
    grows: new Uint32Array(none.length).fill(0xff_ff_ff_ff),
    shrinks: new Uint32Array(none.length),
    lastRow: (length - 1) % wordBits,
  }
  let found: { end: number; errors: number }[] = []
  let errors = length
  let most = mostErrors
  for (let at = 0; at < text.length; at += 1) {
    errors += advance(column, masks.get(text.charCodeAt(at)) ?? none)
    if (errors > most) continue
    if (errors < most) found = []
    most = errors
    found.push({ end: at + 1, errors })
  }
  return found
}

/** A column of the table of distances: in which rows it is one more than in the row above, and in which one less. */
type Column = { grows: Uint32Array; shrinks: Uint32Array; lastRow: number }

/** Makes the column that of the next letter; returns by how much its last row is more than before. */
function advance({ grows, shrinks, lastRow }: Column, mask: Uint32Array): number {
  // Along the row above a word of bits: one more, one less. A match may begin anywhere, so neither in the first.
  let [more, less] = [0, 0]
  let [rises, falls] = [0, 0]
  for (let word = 0; word < grows.length; word += 1) {
    const [up, down] = [grows[word] ?? 0, shrinks[word] ?? 0]
    const equal = (mask[word] ?? 0) | less
    const vertical = (mask[word] ?? 0) | down
    const horizontal = (((equal & up) + up) ^ up) | equal
    rises = down | ~(horizontal | up)
    falls = up & horizontal
    const [shiftedRises, shiftedFalls] = [(rises << 1) | more, (falls << 1) | less]
    more = rises >>> (wordBits - 1)
    less = falls >>> (wordBits - 1)
    grows[word] = shiftedFalls | ~(vertical | shiftedRises)
    shrinks[word] = shiftedRises & vertical
  }
  return ((rises >>> lastRow) & 1) - ((falls >>> lastRow) & 1)
}

function reverse(text: string): string {
  return text.split('').toReversed().join('')
}

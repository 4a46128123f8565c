import { intAt, uintAt } from './number-at.ts'

/** Where a pattern stands in a text: from `start` up to `end`, UTF-16 units; `errors`: letters added, left out or changed. */
export type Close = { start: number; end: number; errors: number }

/**
 * Returns where a pattern stands in a text with the fewest errors, at most so many, the first of equals; null where
 * it stands nowhere. Sellers' algorithm (1980), cut off where too much is wrong already (Ukkonen, 1985): in the
 * mean, time is in the errors allowed times the length of the text.
 */
export function findClosest(pattern: string, text: string, mostErrors: number): Close | null {
  const length = pattern.length
  if (length === 0) return null
  const exact = text.indexOf(pattern)
  if (exact >= 0) return { start: exact, end: exact + length, errors: 0 }
  const column: Column = {
    costs: Uint32Array.from({ length: length + 1 }, (_, row) => row),
    starts: new Int32Array(length + 1),
  }
  let most = mostErrors
  let last = Math.min(length, most + 1)
  let found: Close | null = null
  for (let at = 0; at < text.length && most >= 0; at += 1) {
    advance(column, { pattern, unit: text.charCodeAt(at), at, last })
    while (last > 0 && uintAt(column.costs, last) > most) last -= 1
    if (last === length) {
      const errors = uintAt(column.costs, length)
      found = { start: intAt(column.starts, length), end: at + 1, errors }
      most = errors - 1
    } else {
      last += 1
      column.costs[last] = most + 1
      column.starts[last] = at + 1
    }
  }
  return found
}

/** For each beginning of the pattern, its fewest errors where the text ends for now, and where it begins then. */
type Column = { costs: Uint32Array; starts: Int32Array }

type Step = { pattern: string; unit: number; at: number; last: number }

/** Takes up one more unit of the text, for the beginnings of the pattern up to `last`. */
function advance({ costs, starts }: Column, { pattern, unit, at, last }: Step): void {
  let [diagonal, diagonalStart] = [0, at]
  let [above, aboveStart] = [0, at + 1]
  costs[0] = above
  starts[0] = aboveStart
  for (let row = 1; row <= last; row += 1) {
    const left = uintAt(costs, row)
    const leftStart = intAt(starts, row)
    const changed = diagonal + (pattern.charCodeAt(row - 1) === unit ? 0 : 1)
    const cost = Math.min(changed, above + 1, left + 1)
    let start = leftStart
    if (cost === changed) start = diagonalStart
    else if (cost === above + 1) start = aboveStart
    costs[row] = above = cost
    starts[row] = aboveStart = start
    diagonal = left
    diagonalStart = leftStart
  }
}

import { wordsOf } from './text-words.ts'

/**
 * Returns the fewest words that must be called changed, removed and added counted, for one text to become the other: all
 * but a longest common subsequence, by the table of Wagner and Fischer (1974), in time old × new. Nothing of it is the
 * engine's.
 */
export function leastChanged(old: string, now: string): number {
  const [before, after] = [old, now].map((text) => wordsOf(text).map(({ said }) => said))
  return leastOf(before ?? [], after ?? [])
}

function leastOf(old: readonly string[], now: readonly string[]): number {
  let first = 0
  while (first < Math.min(old.length, now.length) && old[first] === now[first]) first += 1
  let last = 0
  const most = Math.min(old.length, now.length) - first
  while (last < most && old.at(-1 - last) === now.at(-1 - last)) last += 1
  const [before, after] = [old, now].map((words) => words.slice(first, words.length - last))
  return (
    (before ?? []).length + (after ?? []).length - 2 * lengthInCommon(before ?? [], after ?? [])
  )
}

function lengthInCommon(old: readonly string[], now: readonly string[]): number {
  const numbers = new Map<string, number>()
  const numberOf = (said: string): number => {
    const number = numbers.get(said) ?? numbers.size
    numbers.set(said, number)
    return number
  }
  const [before, after] = [Uint32Array.from(old, numberOf), Uint32Array.from(now, numberOf)]
  const row = new Uint32Array(after.length + 1)
  for (const said of before) {
    let diagonal = 0
    for (let at = 1; at <= after.length; at += 1) {
      const above = row[at] ?? 0
      row[at] = said === after[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0)
      diagonal = above
    }
  }
  return row.at(-1) ?? 0
}

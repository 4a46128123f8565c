import { diff } from 'fast-myers-diff'

/** What stands in both lists, by its index in each, or in one of them. */
export type Pair = { old: number | null; now: number | null }

/** Below it, two are not the same in other words. */
const leastLikeness = 0.4

/** Above this product of what is to compare, only what is equal is paired. */
const mostPairs = 40_000

/**
 * Returns every item of two lists once, in the order of both: first what has an equal key (a longest common subsequence:
 * Myers, 1986), then between two of these the pairs that have the most in common together (the alignment of
 * Needleman and Wunsch, 1970). What was removed stands before what was added in its place.
 */
export function pairLists<Item extends { key: string }>(
  old: readonly Item[],
  now: readonly Item[],
  likeness: (one: Item, other: Item) => number,
): Pair[] {
  const pairs: Pair[] = []
  let from = 0
  let at = 0
  const equalUpTo = (end: number): void => {
    while (from < end) pairs.push({ old: from++, now: at++ })
  }
  for (const [start, end, nowStart, nowEnd] of diff(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  )) {
    equalUpTo(start)
    pairs.push(
      ...pairGap(old.slice(start, end), now.slice(nowStart, nowEnd), likeness).map((pair) => ({
        old: pair.old === null ? null : start + pair.old,
        now: pair.now === null ? null : nowStart + pair.now,
      })),
    )
    from = end
    at = nowEnd
  }
  equalUpTo(old.length)
  return pairs
}

function pairGap<Item>(
  old: readonly Item[],
  now: readonly Item[],
  likeness: (one: Item, other: Item) => number,
): Pair[] {
  if (old.length * now.length > mostPairs) return unpaired(old.length, now.length)
  const width = now.length + 1
  // The most that items from each place on have in common.
  const best = new Float64Array((old.length + 1) * width)
  const likenesses = old.map((one) => now.map((other) => likeness(one, other)))
  const paired = (from: number, at: number): number => {
    const like = likenesses[from]?.[at] ?? 0
    return like < leastLikeness ? -1 : like + (best[(from + 1) * width + at + 1] ?? 0)
  }
  const bestAt = (from: number, at: number): number => best[from * width + at] ?? 0
  for (let from = old.length - 1; from >= 0; from -= 1) {
    for (let at = now.length - 1; at >= 0; at -= 1) {
      const alone = Math.max(bestAt(from + 1, at), bestAt(from, at + 1))
      best[from * width + at] = Math.max(alone, paired(from, at))
    }
  }
  const pairs: Pair[] = []
  let [from, at] = [0, 0]
  while (from < old.length && at < now.length) {
    if (paired(from, at) === bestAt(from, at)) pairs.push({ old: from++, now: at++ })
    else if (bestAt(from + 1, at) >= bestAt(from, at + 1)) pairs.push({ old: from++, now: null })
    else pairs.push({ old: null, now: at++ })
  }
  while (from < old.length) pairs.push({ old: from++, now: null })
  while (at < now.length) pairs.push({ old: null, now: at++ })
  return removedFirst(pairs)
}

function unpaired(olds: number, nows: number): Pair[] {
  return [
    ...Array.from({ length: olds }, (_, old) => ({ old, now: null })),
    ...Array.from({ length: nows }, (_, now) => ({ old: null, now })),
  ]
}

function removedFirst(pairs: readonly Pair[]): Pair[] {
  const ordered: Pair[] = []
  let added: Pair[] = []
  for (const pair of pairs) {
    if (pair.old === null) added.push(pair)
    else {
      if (pair.now !== null) {
        ordered.push(...added)
        added = []
      }
      ordered.push(pair)
    }
  }
  return [...ordered, ...added]
}

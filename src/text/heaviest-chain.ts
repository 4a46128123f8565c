import { intAt, realAt } from './number-at.ts'

/**
 * Returns the indexes of the values that make the heaviest strictly increasing subsequence, in order; where all
 * weigh the same it is a longest one (patience sorting; Fredman, 1975). Weights are more than nothing.
 * O(n·log n), by a tree of the heaviest chain up to each value (Fenwick, 1994).
 */
export function heaviestChain(
  values: readonly number[],
  weightOf: (index: number) => number = () => 1,
): number[] {
  const ranks = new Map(
    [...new Set(values)].toSorted((one, other) => one - other).map((value, at) => [value, at + 1]),
  )
  const tree: Tree = {
    best: new Float64Array(ranks.size + 1),
    endsAt: new Int32Array(ranks.size + 1).fill(-1),
  }
  const before = new Int32Array(values.length)
  let [last, most] = [-1, 0]
  for (const [index, value] of values.entries()) {
    const rank = ranks.get(value) ?? 0
    const known = heaviestBelow(tree, rank)
    before[index] = known.endsAt
    const weight = known.weight + weightOf(index)
    enter(tree, rank, { weight, endsAt: index })
    if (weight <= most) continue
    most = weight
    last = index
  }
  const chain: number[] = []
  for (let index = last; index >= 0; index = intAt(before, index)) chain.push(index)
  return chain.toReversed()
}

/** How much the heaviest chain weighs that ends with a value of some ranks, and which value it ends with. */
type Tree = { best: Float64Array; endsAt: Int32Array }
type Chain = { weight: number; endsAt: number }

function heaviestBelow({ best, endsAt }: Tree, rank: number): Chain {
  const chain: Chain = { weight: 0, endsAt: -1 }
  for (let at = rank - 1; at > 0; at -= at & -at) {
    if (realAt(best, at) <= chain.weight) continue
    chain.weight = realAt(best, at)
    chain.endsAt = intAt(endsAt, at)
  }
  return chain
}

function enter({ best, endsAt }: Tree, rank: number, chain: Chain): void {
  for (let at = rank; at < best.length; at += at & -at) {
    if (realAt(best, at) >= chain.weight) continue
    best[at] = chain.weight
    endsAt[at] = chain.endsAt
  }
}

import { byteAt, intAt, uintAt } from './number-at.ts'
import type { Island } from './runs.ts'

/** What it costs to begin an island: words in common are worth more, a sign or a space between changes less. */
const opening = 32

/** Less than any island is worth. */
const nothing = -(2 ** 30)

/**
 * Returns what two lists have in common, in order: of all common subsequences that are worth the most together
 * the one in the fewest pieces, since a reader reads pieces (alignment with affine gaps; Gotoh, 1982). `worthOf` of
 * a number: how much it is worth to keep it, `worths` says for tokens. Time and memory in the product of the lengths.
 */
export function compactIslands(
  old: Uint32Array,
  now: Uint32Array,
  worthOf: (token: number) => number,
): Island[] {
  const width = now.length + 1
  const steps = new Uint8Array((old.length + 1) * width)
  // Per column: the most that the lists up to here are worth, and the same with both last tokens in an island.
  const best = new Int32Array(width)
  const open = new Int32Array(width).fill(nothing)
  for (let from = 1; from <= old.length; from += 1) {
    const token = uintAt(old, from - 1)
    fillRow({ token, worth: worthOf(token), now, best, open, steps: steps.subarray(from * width) })
  }
  return traceBack(steps, old.length, width)
}

/** How a cell was reached: the island goes on or begins there, or the last token of one list is in none. */
const [skipsOld, skipsNew, inIsland] = [1, 2, 4]
const [begins, goesOn] = [8, 16]

type Row = {
  token: number
  worth: number
  now: Uint32Array
  best: Int32Array
  open: Int32Array
  steps: Uint8Array
}

function fillRow({ token, worth, now, best, open, steps }: Row): void {
  let diagonal = 0
  let diagonalOpen = nothing
  let left = 0
  for (let at = 1; at <= now.length; at += 1) {
    const above = intAt(best, at)
    const aboveOpen = intAt(open, at)
    let most = above >= left ? above : left
    let step = above >= left ? skipsOld : skipsNew
    let island = nothing
    if (now[at - 1] === token) {
      const begun = diagonal - opening
      island = worth + Math.max(diagonalOpen, begun)
      step |= diagonalOpen >= begun ? goesOn : begins
      if (island > most) {
        most = island
        step |= inIsland
      }
    }
    best[at] = left = most
    open[at] = island
    steps[at] = step
    diagonal = above
    diagonalOpen = aboveOpen
  }
}

function traceBack(steps: Uint8Array, length: number, width: number): Island[] {
  const islands: Island[] = []
  let [from, at] = [length, width - 1]
  while (from > 0 && at > 0) {
    const step = byteAt(steps, from * width + at)
    if ((step & inIsland) > 0) {
      const end = from
      for (let goes = true; goes; from -= 1, at -= 1)
        goes = (byteAt(steps, from * width + at) & goesOn) > 0
      islands.push({ old: from, oldEnd: end, now: at })
    } else if ((step & skipsOld) > 0) from -= 1
    else at -= 1
  }
  return islands.toReversed()
}

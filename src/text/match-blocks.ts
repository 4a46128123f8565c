import type { Block, ParsedBlock } from './block.ts'
import { groupPairs, type Group } from './group-pairs.ts'
import { pairBlocks } from './pair-blocks.ts'

export type Matched = {
  /** For each block of the document the block that it was; null for a new one. */
  known: (Block | null)[]
  /** What was split or merged: indexes in both texts. */
  divided: Group[]
}

/**
 * Returns which blocks of a text those of a document are that is read again, as `align` tells them; of what was
 * split the first piece is the block, of what was merged the first one.
 */
export function matchBlocks(old: readonly Block[], now: readonly ParsedBlock[]): Matched {
  const { places, read } = pairBlocks(old, now)
  const known: (Block | null)[] = now.map(() => null)
  const groups = groupPairs(places, { old, now, read })
  for (const { old: from, now: to } of groups) known[to[0] ?? -1] = old[from[0] ?? -1] ?? null
  return { known, divided: groups.filter((group) => group.old.length + group.now.length > 2) }
}

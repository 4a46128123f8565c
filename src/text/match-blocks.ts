import type { Block, ParsedBlock } from './block.ts'
import { groupPairs } from './group-pairs.ts'
import { pairBlocks } from './pair-blocks.ts'

/**
 * Returns for each block of a document that is read again the block that it was, or null for a new one, as
 * `align` tells them; of what was split the first piece is the block, of what was merged the first one.
 */
export function matchBlocks(old: readonly Block[], now: readonly ParsedBlock[]): (Block | null)[] {
  const { places, read } = pairBlocks(old, now)
  const known: (Block | null)[] = now.map(() => null)
  for (const { old: from, now: to } of groupPairs(places, { old, now, read }))
    known[to[0] ?? -1] = old[from[0] ?? -1] ?? null
  return known
}

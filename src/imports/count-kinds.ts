import type { ParsedBlock } from '../text/index.ts'

export type KindCounts = Partial<Record<ParsedBlock['kind'], number>>

/** How many blocks of each kind, in the order in which the kinds first come. */
export function countKinds(blocks: readonly ParsedBlock[]): KindCounts {
  const groups = Map.groupBy(blocks, (block) => block.kind)
  return Object.fromEntries([...groups].map(([kind, members]) => [kind, members.length]))
}

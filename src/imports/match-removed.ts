import { blockDigestInput, type Block, type ParsedBlock } from '../text/index.ts'

/**
 * For each block of a document that the text does not know, the one with the same words, kind and marks
 * that was taken out of the text; null where there is none. Of several that are equal, those that were
 * taken out last, in the order in which they were (`removed` has the last one first).
 */
export function matchRemoved(
  blocks: readonly ParsedBlock[],
  known: readonly (Block | null)[],
  removed: readonly Block[],
): (Block | null)[] {
  const wanted = blocks.map((block, at) => (known[at] ? null : blockDigestInput(block)))
  const counts = Map.groupBy(wanted, (key) => key)
  const candidates = new Map<string, Block[]>()
  for (const [key, equal] of Map.groupBy(removed, blockDigestInput)) {
    candidates.set(key, equal.slice(0, counts.get(key)?.length ?? 0))
  }
  return wanted.map((key) => (key === null ? null : (candidates.get(key)?.pop() ?? null)))
}

import type { Change, ToldBlocks } from '../reports/index.ts'
import { sameWords, type Block } from '../text/index.ts'

/** A split or a merger that an editor made, and the reason that was given. */
export type UndoneDivision = {
  did: 'split' | 'merged'
  /** The passage that it left, the first of two, as it stands. */
  block: Block
  reason: string
}

/** Which splits and mergers among these changes were made by hand and are taken back by differences, in their order. */
export function findUndoneDivisions(
  told: readonly ToldBlocks[],
  changes: readonly Change[],
): UndoneDivision[] {
  // What was taken back and made again was made for the last reason that was given.
  const found = new Map<string, UndoneDivision>()
  for (const { operation, blockId, before, otherBlock, byHand } of changes) {
    if (!otherBlock || !byHand) continue
    const did = operation === 'split-block' ? 'split' : 'merged'
    const words = [before ?? '', otherBlock.text]
    const taker = told.find((one) =>
      did === 'split' ? joins(one, [blockId, otherBlock.id]) : parts(one, { blockId, words }),
    )
    const block = taker?.old.find(({ id }) => id === blockId)
    const name = [did, blockId, otherBlock.id].join(' ')
    if (block) found.set(name, { did, block, reason: byHand.reason })
  }
  return [...found.values()]
}

/** Both pieces are one again. */
function joins({ did, old }: ToldBlocks, ids: readonly string[]): boolean {
  return did === 'merged' && ids.every((id) => old.some((block) => block.id === id))
}

type Merged = { blockId: string; words: readonly string[] }

/** It is cut again where it was put together: what one of the two said stands by itself. */
function parts({ did, old, now }: ToldBlocks, { blockId, words }: Merged): boolean {
  return (
    did === 'split' &&
    old.some(({ id }) => id === blockId) &&
    now.some(({ text }) => words.some((said) => sameWords(said, text)))
  )
}

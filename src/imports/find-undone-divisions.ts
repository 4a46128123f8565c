import type { Change, NewChange, ToldBlocks } from '../reports/index.ts'
import type { Block } from '../text/index.ts'

/** A split or a merger that an editor made, and the reason that was given. */
export type UndoneDivision = {
  did: 'split' | 'merged'
  /** The passage that it left, the first of two, as it stands. */
  block: Block
  reason: string
}

/** What a file would do: its differences as they are told, and the changes that make them. */
export type Doing = { told: readonly ToldBlocks[]; made: readonly NewChange[] }

/** Which splits and mergers among these changes were made by hand and are taken back by a file, in their order. */
export function findUndoneDivisions(doing: Doing, changes: readonly Change[]): UndoneDivision[] {
  // What was taken back and made again was made for the last reason that was given.
  const found = new Map<string, UndoneDivision>()
  for (const { operation, blockId, before, otherBlock, byHand } of changes) {
    if (!otherBlock || !byHand) continue
    const did = operation === 'split-block' ? 'split' : 'merged'
    const division = {
      did,
      ids: [blockId, otherBlock.id],
      words: [before ?? '', otherBlock.text],
    } as const
    const block = doing.told.flatMap(({ old }) => old).find(({ id }) => id === blockId)
    const name = [did, blockId, otherBlock.id].join(' ')
    if (block && isTakenBack(division, doing))
      found.set(name, { did, block, reason: byHand.reason })
  }
  return [...found.values()]
}

/** `words`: of a split those of the whole and of its second piece, of a merger those of the two blocks. */
type Division = { did: UndoneDivision['did']; ids: readonly string[]; words: readonly string[] }

function isTakenBack({ did, ids, words }: Division, { told, made }: Doing): boolean {
  const [first = '', second = ''] = ids
  const opposite = did === 'split' ? 'merge-blocks' : 'split-block'
  const isUndone = made.some(
    ({ operation, blockId, otherBlock }) =>
      operation === opposite && blockId === first && otherBlock?.id === second,
  )
  if (isUndone) return true
  return did === 'split'
    ? told.some((one) => isWhole(one, ids, words[0] ?? ''))
    : standApart(told, first, words)
}

/** One of the two pieces says again what the whole said, whatever became of the other. */
function isWhole({ old, now }: ToldBlocks, ids: readonly string[], words: string): boolean {
  const says = ({ id, text }: Block) => ids.includes(id) && text.includes(words)
  return now.some(says) && !old.some(says)
}

/** What the two said, which stood in the one, stands in two blocks, with words more or less beside it. */
function standApart(told: readonly ToldBlocks[], id: string, words: readonly string[]): boolean {
  const saysAll = ({ text }: Block) => words.every((said) => text.includes(said))
  const [old, now] = [told.flatMap((one) => one.old), told.flatMap((one) => one.now)]
  if (!old.some((block) => block.id === id && saysAll(block)) || now.some(saysAll)) return false
  const places = words.map((said) => now.filter(({ text }) => text.includes(said)))
  return places.every(({ length }) => length > 0) && places.flat().some((one) => one.id === id)
}

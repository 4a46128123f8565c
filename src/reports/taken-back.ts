import type { NewChange } from './change.ts'
import { blocksOf, seenBy, sinceItWas } from './seen-changes.ts'

/**
 * Which later change took back which split or merger: the next time that its other block came or went was with the
 * same one, the other way. Of the changes, which are in their order, one may be both.
 */
export function findTakenBack<C extends NewChange>(changes: readonly C[]): Map<C, C> {
  const last = new Map<string, C>()
  const takenBack = new Map<C, C>()
  for (const change of changes) {
    if (!change.otherBlock) continue
    const before = last.get(change.otherBlock.id)
    if (before && isOpposite(before, change)) takenBack.set(before, change)
    last.set(change.otherBlock.id, change)
  }
  return takenBack
}

function isOpposite(one: NewChange, next: NewChange): boolean {
  return one.blockId === next.blockId && one.operation !== next.operation
}

/**
 * The changes without splits and mergers that were taken back to the letter, and without what was done in between:
 * together they changed nothing. Moves stay: they say where a block stands.
 */
export function withoutTakenBack<C extends NewChange>(changes: readonly C[]): C[] {
  const gone = new Set<C>()
  for (const [division, undoing] of findTakenBack(changes)) {
    if (gone.has(division)) continue
    const between = changes.slice(changes.indexOf(division) + 1, changes.indexOf(undoing))
    const touching = between.filter((one) => !gone.has(one) && touchesBlocksOf(one, division))
    if (!isRestored(division, touching, undoing)) continue
    const undone = touching.filter(({ operation }) => operation !== 'move-block')
    for (const one of [division, ...undone, undoing]) gone.add(one)
  }
  return gone.size === 0 ? [...changes] : changes.filter((change) => !gone.has(change))
}

function touchesBlocksOf(change: NewChange, division: NewChange): boolean {
  const ids = blocksOf(division)
  return blocksOf(change).some((id) => ids.includes(id))
}

/** What stood before a split or a merger stands again after what took it back, and no third block had a part in it. */
function isRestored(
  division: NewChange,
  between: readonly NewChange[],
  undoing: NewChange,
): boolean {
  const { before, block, otherBlock } = division
  if (undoing.after !== before) return false
  const ids = blocksOf(division)
  if (between.some((one) => blocksOf(one).some((id) => !ids.includes(id)))) return false
  return [block, otherBlock].every(
    (left) => left === null || sinceItWas(left, seenBy(between, left.id)).length === 0,
  )
}

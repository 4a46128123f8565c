import type { NewChange } from './change.ts'
import { alignById, blockDigestInput, type Block } from '../text/index.ts'

/** A block that is not what it was in the edition before; null where it did not stand, or stands no more. */
export type Difference = {
  blockId: string
  did: 'edited' | 'added' | 'moved' | 'removed'
  old: Block | null
  now: Block | null
}

/** A difference, with the changes that made it. */
export type Told<C> = Difference & { changes: C[] }

/** How a text differs from the edition before, in reading order, and by which of the changes made since. */
export function tellDifferences<C extends NewChange>(
  old: readonly Block[],
  now: readonly Block[],
  changes: readonly C[],
): Told<C>[] {
  const byBlock = Map.groupBy(changes, (change) => change.blockId)
  const placed = changes.filter(isPlacing).map(({ blockId }) => blockId)
  return listDifferences(old, now, new Set(placed)).map((difference) => ({
    ...difference,
    changes: tellingChanges(byBlock.get(difference.blockId) ?? [], difference),
  }))
}

/**
 * Blocks that differ from one text to the next, in reading order. Where a passage changed places with its
 * neighbour, the one that was moved is the one that is known to have been `placed`.
 */
export function listDifferences(
  old: readonly Block[],
  now: readonly Block[],
  placed: ReadonlySet<string> = new Set(),
): Difference[] {
  const moved = chooseMoved(old, now, placed)
  return alignById(old, now).flatMap((item): Difference[] => {
    if (item.kind === 'removed')
      return [{ blockId: item.old.id, did: 'removed', old: item.old, now: null }]
    const blockId = item.new.id
    if (item.kind === 'added') return [{ blockId, did: 'added', old: null, now: item.new }]
    const edited = item.kind === 'moved' ? item.edited : item.kind === 'edited'
    const elsewhere = moved ? moved.has(blockId) : item.kind === 'moved'
    if (!edited && !elsewhere) return []
    return [{ blockId, did: elsewhere ? 'moved' : 'edited', old: item.old, now: item.new }]
  })
}

/** Those of the placed blocks that stand elsewhere; null where that doesn't explain the new order. */
function chooseMoved(
  old: readonly Block[],
  now: readonly Block[],
  placed: ReadonlySet<string>,
): Set<string> | null {
  const olds = new Set(old.map(({ id }) => id))
  const news = new Set(now.map(({ id }) => id))
  const before = old.filter(({ id }) => news.has(id)).map(({ id }) => id)
  const after = now.filter(({ id }) => olds.has(id)).map(({ id }) => id)
  const rest = (ids: readonly string[]) => ids.filter((id) => !placed.has(id)).join()
  if (rest(before) !== rest(after)) return null
  const places = new Map(before.map((id, at) => [id, at]))
  let furthest = -1
  const moved = after.filter((id, at) => {
    const place = places.get(id) ?? at
    // It stays where the same blocks, in whatever order, stand before it.
    const stays = place === at && furthest < at
    furthest = Math.max(furthest, place)
    return !stays && placed.has(id)
  })
  return new Set(moved)
}

/**
 * Of the changes made to a block since the edition before, in their order, those that made the
 * difference: what was undone again has no part in it, nor have its causes. All of them where none can
 * be told apart.
 */
export function tellingChanges<C extends NewChange>(
  changes: readonly C[],
  difference: Pick<Difference, 'did' | 'old' | 'now'>,
): C[] {
  const telling = new Set(chooseTelling(changes, difference))
  return telling.size > 0 ? changes.filter((change) => telling.has(change)) : [...changes]
}

function chooseTelling<C extends NewChange>(
  changes: readonly C[],
  { did, old, now }: Pick<Difference, 'did' | 'old' | 'now'>,
): C[] {
  if (now === null) return changes.filter(isRemoval).slice(-1)
  const last = changes.findLastIndex(isInsertion)
  const placed = changes.slice(Math.max(0, last)).filter(isPlacing)
  if (old !== null) {
    return [...sinceItWas(old, changes), ...(did === 'moved' ? placed : [])]
  }
  const inserted = changes[last]
  if (!inserted?.block) return []
  return [...placed, ...sinceItWas(inserted.block, changes.slice(last + 1))]
}

/** Changes of a standing block's words since the last moment at which it was as given. */
function sinceItWas<C extends NewChange>(given: Block, changes: readonly C[]): C[] {
  const since: C[] = []
  let removed: Block | null = null
  for (const change of changes) {
    if (isMove(change)) continue
    if (change.block && isSame(change.block, given) && !isRemoval(change)) since.length = 0
    else if (isRemoval(change)) removed = change.block
    // A block that is put back as it was when it was taken out says what it said.
    else if (!isInsertion(change) || !isSame(change.block, removed)) since.push(change)
  }
  return since
}

/** Equal for a reader: sentences that were worded anew and back have other numbers. */
function isSame(one: Block | null, other: Block | null): boolean {
  if (one === null || one.id !== other?.id) return false
  return blockDigestInput(one) === blockDigestInput(other)
}

function isRemoval({ operation }: NewChange): boolean {
  return operation === 'remove-block'
}

function isInsertion({ operation }: NewChange): boolean {
  return operation === 'insert-block'
}

function isMove({ operation }: NewChange): boolean {
  return operation === 'move-block'
}

/** It said where the block stands. */
export function isPlacing(change: NewChange): boolean {
  return isInsertion(change) || isMove(change)
}

import type { NewChange } from './change.ts'
import { alignById, foldTypography, type Block } from '../text/index.ts'
import { blocksOf, isPlacing, seenBy, sinceItWas, type Seen } from './seen-changes.ts'
import { withoutTakenBack } from './taken-back.ts'
import { bringersOf, broughtBy } from './words-brought.ts'

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
  made: readonly C[],
): Told<C>[] {
  const changes = withoutTakenBack(made)
  const touching = byBlock(changes)
  const left = new Set(now.map(({ id }) => id))
  const standing = new Set([...old.map(({ id }) => id), ...left])
  const placed = changes.filter(isPlacing).map(({ blockId }) => blockId)
  return listDifferences(old, now, new Set(placed)).map((difference) => {
    const telling = tellingChanges(touching.get(difference.blockId) ?? [], difference)
    const now = difference.now?.text ?? ''
    return {
      ...difference,
      changes: withVanished(telling, { changes, touching, standing, left, now }),
    }
  })
}

function byBlock<C extends NewChange>(changes: readonly C[]): Map<string, C[]> {
  const touching = new Map<string, C[]>()
  for (const change of changes) {
    for (const id of blocksOf(change)) touching.set(id, [...(touching.get(id) ?? []), change])
  }
  return touching
}

type Touching<C> = {
  changes: readonly C[]
  touching: ReadonlyMap<string, C[]>
  /** The ids of the blocks of either text, and of the new one. */
  standing: ReadonlySet<string>
  left: ReadonlySet<string>
  /** The new words of the block of which they are told. */
  now: string
}

/**
 * With what was done to pieces that a split made and a merger, or a removal, took away again: it is told nowhere
 * else, since they stand in neither text. And with what then took away the block that another became a part of, and
 * with what had brought the words that the second piece of a split took.
 */
function withVanished<C extends NewChange>(
  telling: C[],
  { changes, touching, standing, left, now }: Touching<C>,
): C[] {
  const told = new Set(telling)
  // Goes on with what it adds, in the order of a set.
  for (const change of told) {
    if (!change.otherBlock) continue
    for (const one of touching.get(change.blockId) ?? [])
      if (!left.has(change.blockId) && endsBlock(one, change.blockId)) told.add(one)
    const vanished = blocksOf(change).filter((id) => !standing.has(id))
    for (const one of vanished.flatMap((id) => touching.get(id) ?? [])) told.add(one)
    for (const one of bringersOf(change, { touching, now })) told.add(one)
  }
  return told.size === telling.length ? telling : changes.filter((change) => told.has(change))
}

function endsBlock({ operation, otherBlock }: NewChange, id: string): boolean {
  return operation === 'remove-block' || (operation === 'merge-blocks' && otherBlock?.id === id)
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
function tellingChanges<C extends NewChange>(changes: readonly C[], difference: Difference): C[] {
  const seen = seenBy(changes, difference.blockId)
  const chosen = chooseTelling(seen, difference).map(({ change }) => change)
  const telling = new Set(chosen.filter((change) => leftItsMark(change, seen, difference)))
  return telling.size > 0 ? changes.filter((change) => telling.has(change)) : [...changes]
}

/** Of sentences that were worded anew it can be told whether others of the block were changed since, and these back. */
function leftItsMark<C extends NewChange>(
  change: C,
  seen: readonly Seen<C>[],
  { old, now }: Difference,
): boolean {
  const { operation, before, after } = change
  const was = old ?? seen.findLast(({ did }) => did === 'put-in')?.block
  if (operation !== 'replace-sentences' || !before || !was || !now) return true
  return (
    countIn(now.text, before) < countIn(was.text, before) ||
    countIn(now.text, after) > countIn(was.text, after) ||
    broughtBy(change).some(
      (words) =>
        countIn(foldTypography(now.text), words) > countIn(foldTypography(was.text), words),
    )
  )
}

function countIn(text: string, words: string): number {
  return words === '' ? 0 : text.split(words).length - 1
}

function chooseTelling<C>(seen: readonly Seen<C>[], { did, old, now }: Difference): Seen<C>[] {
  if (now === null) return chooseEnding(seen, old)
  const last = seen.findLastIndex((one) => one.did === 'put-in')
  const placed = seen.slice(Math.max(0, last)).filter(isPlaced)
  if (old !== null) {
    return [...sinceItWas(old, seen), ...(did === 'moved' ? placed : [])]
  }
  const inserted = seen[last]
  if (!inserted?.block) return []
  return [...placed, ...sinceItWas(inserted.block, seen.slice(last + 1))]
}

/** What took it away; words that live on in another block are told with what was done to them. */
function chooseEnding<C>(seen: readonly Seen<C>[], old: Block | null): Seen<C>[] {
  const end = seen.findLast(({ did }) => did === 'taken-out' || did === 'merged-away')
  if (!end) return []
  return old && end.did === 'merged-away' ? [...sinceItWas(old, seen), end] : [end]
}

function isPlaced<C>({ did }: Seen<C>): boolean {
  return did === 'put-in' || did === 'moved'
}

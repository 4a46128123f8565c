import type { Change } from './change.ts'
import { align, redline, type Block, type Item } from '../text/index.ts'
import { placeIn, type Place } from '../ui/place-note.tsx'
import { withoutTakenBack } from './taken-back.ts'
import { tellDifferences, type Told } from './telling-changes.ts'

/** What became of one block, or of several that became one, or of one that became several, or of several that did. */
export type ComparedBlocks = {
  /** Under which it is known: that of the first block that there is now, or that there was. */
  blockId: string
  /** Those of the other blocks. */
  others: string[]
  did: 'edited' | 'moved' | 'split' | 'merged' | 'redivided' | 'added' | 'removed'
  old: Block[]
  now: Block[]
  /** Where the first stood, and stands: indexes in each text; of a removed one `at` is what it followed, or -1. */
  oldAt: number
  at: number
  /** Of a moved one. */
  places: { from: Place; to: Place } | null
  /** Its words are others by their spaces, quotation marks and apostrophes only. */
  typographic: boolean
  changes: Change[]
}

/** How a text differs from an earlier one, in reading order, and by which of the changes made since. */
export function compareTexts(
  old: readonly Block[],
  now: readonly Block[],
  changes: readonly Change[],
): ComparedBlocks[] {
  const oldAt = indexById(old)
  const nowAt = indexById(now)
  return joinPieces(tellDifferences(old, now, changes), changes).map((told): ComparedBlocks => {
    const [first, ...others] = [...new Set([...told.now, ...told.old].map(({ id }) => id))]
    const from = oldAt.get(told.old[0]?.id ?? '') ?? -1
    const to = nowAt.get(told.now[0]?.id ?? '')
    const at = to ?? followed(old, from, nowAt)
    const places = told.did === 'moved' ? { from: placeIn(old, from), to: placeIn(now, at) } : null
    const typographic = told.did === 'edited' && isTypographic(told)
    return { ...told, blockId: first ?? '', others, oldAt: from, at, places, typographic }
  })
}

function indexById(blocks: readonly Block[]): Map<string, number> {
  return new Map(blocks.map(({ id }, at) => [id, at]))
}

/** The nearest block before a removed one that still stands. */
function followed(old: readonly Block[], from: number, nowAt: ReadonlyMap<string, number>): number {
  for (let at = from - 1; at >= 0; at -= 1) {
    const place = nowAt.get(old[at]?.id ?? '')
    if (place !== undefined) return place
  }
  return -1
}

type Joined = Pick<ComparedBlocks, 'did' | 'old' | 'now' | 'changes'>

type Single = Joined & { id: string }

/**
 * A block that was split into others, or merged from them, is told with them as one: by the recorded changes, and by
 * its words where a file did it, of which ids say only that one was edited and others added or removed. Only blocks
 * that differ are looked at.
 */
function joinPieces(told: readonly Told<Change>[], made: readonly Change[]): Joined[] {
  const single = told.map(({ blockId, did, old, now, changes }): Single => {
    return { id: blockId, did, old: old ? [old] : [], now: now ? [now] : [], changes }
  })
  const recorded = findRecorded(single, made)
  const known = new Set(recorded.flatMap(({ ids }) => ids))
  const groups = [...recorded, ...findPieces(single.filter(({ id }) => !known.has(id)))]
  const grouped = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group])))
  return single.flatMap((one): Joined[] => {
    const group = grouped.get(one.id)
    if (!group) return [one]
    const [first] = group.now
    if (one.id !== first?.id) return []
    const telling = single
      .filter(({ id }) => group.ids.includes(id))
      .flatMap(({ changes }) => changes)
      .toSorted((one, other) => one.id - other.id)
    return [{ did: group.did, old: group.old, now: group.now, changes: [...new Set(telling)] }]
  })
}

/** By the recorded splits and mergers: blocks that differ, with those that they have words of. */
function findRecorded(told: readonly Single[], changes: readonly Change[]): Pieces[] {
  const sources = traceSources(changes)
  const groups = told.reduce<Set<string>[]>((sets, { id, now }) => {
    const from = now.length > 0 ? sources.get(id) : undefined
    if (!from) return sets
    const ids = [id, ...from]
    const met = sets.filter((set) => ids.some((one) => set.has(one)))
    const joined = new Set([...met.flatMap((set) => [...set]), ...ids])
    return [...sets.filter((set) => !met.includes(set)), joined]
  }, [])
  return groups.flatMap((ids) => {
    const members = told.filter(({ id }) => ids.has(id))
    const [old, now] = [members.flatMap((one) => one.old), members.flatMap((one) => one.now)]
    if (members.length < 2) return []
    return [{ did: nameDivision(members), old, now, ids: members.map(({ id }) => id) }]
  })
}

/** The ids of the earlier blocks of which each that splits or mergers made has words. */
function traceSources(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, ReadonlySet<string>>()
  const sourcesOf = (id: string) => sources.get(id) ?? new Set([id])
  for (const { operation, blockId, otherBlock } of withoutTakenBack(changes)) {
    if (!otherBlock) continue
    const isSplit = operation === 'split-block'
    const first = sourcesOf(blockId)
    sources.set(blockId, isSplit ? first : new Set([...first, ...sourcesOf(otherBlock.id)]))
    sources.set(otherBlock.id, isSplit ? first : new Set())
  }
  return sources
}

/** Where one block has the place of another, what its changes did says which it was. */
function nameDivision(members: readonly Single[]): Pieces['did'] {
  const [old, now] = [members.flatMap((one) => one.old), members.flatMap((one) => one.now)]
  // All that a block which no earlier text had was split into.
  if (old.length === 0) return 'added'
  if (old.length > 1 && now.length > 1) return 'redivided'
  if (old.length !== now.length) return old.length < now.length ? 'split' : 'merged'
  const made = members.flatMap(({ changes }) => changes)
  return made.some(({ operation }) => operation === 'split-block') ? 'split' : 'merged'
}

type Pieces = Pick<Joined, 'old' | 'now'> & {
  did: 'split' | 'merged' | 'redivided' | 'added'
  ids: string[]
}

function findPieces(told: readonly Joined[]): Pieces[] {
  const alone = told.filter(({ did }) => did === 'added' || did === 'removed')
  if (alone.length === 0) return []
  const old = told.flatMap((one) => one.old)
  const now = told.flatMap((one) => one.now)
  return align(old, now).flatMap((item) => piecesOf(item, old, now) ?? [])
}

function piecesOf(
  { kind, ...at }: Item,
  old: readonly Block[],
  now: readonly Block[],
): Pieces | null {
  if (kind !== 'split' && kind !== 'merged') return null
  const from = at.old.flatMap((index) => old[index] ?? [])
  const to = at.new.flatMap((index) => now[index] ?? [])
  return { did: kind, old: from, now: to, ids: [...from, ...to].map(({ id }) => id) }
}

function isTypographic({ old, now }: Joined): boolean {
  const [before, after] = [old[0]?.text ?? '', now[0]?.text ?? '']
  // Most say something else, which is seen sooner than what changed.
  if (lettersOf(before) !== lettersOf(after)) return false
  const changed = redline(before, after).filter(({ op }) => op !== 'same')
  return changed.length > 0 && changed.every(({ note }) => note === 'typography')
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

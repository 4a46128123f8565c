import {
  groupItems,
  isHeading,
  type ItemGroup,
  type ParsedBlock,
  type RedlineItem,
} from '../text/index.ts'
import type { ChangeKind, PlacedChange } from '../ui/map-changes.ts'
import { startOf } from '../ui/start-of.ts'

type Texts = { old: readonly ParsedBlock[]; now: readonly ParsedBlock[] }

/** A change of a text, by its number from 1, with the items that it is made of. */
export type TextChange = PlacedChange & { number: number; items: RedlineItem[] }

/** A text with its changes, in its order. */
export type TextPiece =
  | { is: 'same'; items: RedlineItem[] }
  | { is: 'change'; change: TextChange }
  /** Where something stood that moved; `down`: to a later place. */
  | { is: 'departure'; change: TextChange; down: boolean }

/** Returns the pieces of a text that was compared: what stayed, what changed, and where what moved had stood. */
export function listPieces(items: readonly RedlineItem[], texts: Texts): TextPiece[] {
  const groups = groupItems(items, texts.old, texts.now)
  let last = -1
  const changes: TextChange[] = []
  for (const group of groups) {
    if (group.kind !== 'same') changes.push(describeChange(group, changes.length + 1, last, texts))
    last = group.items.findLast((item) => item.new.length > 0)?.new.at(-1) ?? last
  }
  const departures = findDepartures(items, changes)
  const byFirst = new Map(changes.map((change) => [change.items[0], change]))
  return [
    ...(departures.get(null) ?? []),
    ...groups.flatMap((group): TextPiece[] => {
      const change = byFirst.get(group.items[0])
      if (!change) return cutAfter(group.items, departures)
      return [{ is: 'change', change }, ...group.items.flatMap((one) => departures.get(one) ?? [])]
    }),
  ]
}

function describeChange(
  group: ItemGroup<RedlineItem>,
  number: number,
  last: number,
  { old, now }: Texts,
): TextChange {
  const { items } = group
  const [first] = items
  const block = blockOf(first, { old, now })
  return {
    number,
    items,
    href: `#c${number}`,
    kind: kindOf(group),
    label: startOf({ text: block?.text ?? '' }),
    more: { count: items.length - 1, headed: isHeading(block ?? { kind: 'note' }) },
    block: first?.new[0] ?? last,
    blocks: items.reduce((sum, item) => sum + item.new.length, 0),
  }
}

function blockOf(item: RedlineItem | undefined, { old, now }: Texts): ParsedBlock | undefined {
  const [from, to] = [item?.old[0], item?.new[0]]
  return to === undefined ? old[from ?? -1] : now[to]
}

function kindOf({ kind, items }: ItemGroup<RedlineItem>): ChangeKind {
  if (kind === 'same') throw new Error('what stayed is no change')
  const runs = items.flatMap((item) => item.runs)
  const changed = runs.filter(({ op }) => op !== 'same')
  const typographic = changed.length > 0 && changed.every(({ note }) => note === 'typography')
  return kind === 'edited' && typographic ? 'typography' : kind
}

type Departures = ReadonlyMap<RedlineItem | null, TextPiece[]>

/** Where what moved had stood: after the nearest item before it, in the old text, that stayed there. */
function findDepartures(items: readonly RedlineItem[], changes: readonly TextChange[]): Departures {
  const places = new Map<RedlineItem | null, number>(items.map((item, at) => [item, at]))
  const placeOf = (item: RedlineItem | null = null) => places.get(item) ?? -1
  const staying = new Map(
    items.flatMap((item) => (item.kind === 'moved' ? [] : item.old.map((from) => [from, item]))),
  )
  const departures = new Map<RedlineItem | null, TextPiece[]>()
  for (const change of changes.filter(({ kind }) => kind === 'moved')) {
    const [first] = change.items
    let before = (first?.old[0] ?? 0) - 1
    while (before >= 0 && !staying.has(before)) before -= 1
    const place = staying.get(before) ?? null
    const left: TextPiece = { is: 'departure', change, down: placeOf(place) < placeOf(first) }
    departures.set(place, [...(departures.get(place) ?? []), left])
  }
  return departures
}

function cutAfter(items: readonly RedlineItem[], departures: Departures): TextPiece[] {
  const pieces: TextPiece[] = []
  let open: RedlineItem[] = []
  for (const item of items) {
    open.push(item)
    const left = departures.get(item)
    if (!left) continue
    pieces.push({ is: 'same', items: open }, ...left)
    open = []
  }
  return open.length === 0 ? pieces : [...pieces, { is: 'same', items: open }]
}

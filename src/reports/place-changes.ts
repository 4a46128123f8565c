import { isHeading } from '../text/index.ts'
import type { ChangeKind, PlacedChange } from '../ui/map-changes.ts'
import { startOf } from '../ui/start-of.ts'
import { cutPages, pageOf, type ChangedGroup, type ToldBlocks } from './group-alike.ts'

/** Where a list, a map or the change before leads. */
export type Steps = { before: string | null; after: string | null; list: string }

type Where = {
  /** The page that is shown; null where all changes are on one. */
  page: number | null
  /** The address of the page that tells of a block: the page of that number. */
  addressOf: (block: ToldBlocks, page: number) => string
}

/** Every change, where it stands in the text, with the way to it: within the page that is shown, or on another. */
export function placeChanges(
  groups: readonly ChangedGroup[],
  { page, addressOf }: Where,
): PlacedChange[] {
  const starts = cutPages(groups)
  return groups.map(({ first, alike }, index) => {
    const own = pageOf(starts, index)
    const hash = `#change-${first.blockId}`
    const block = first.now[0] ?? first.old[0] ?? { kind: 'note', text: '' }
    return {
      href: page === null || own === page ? hash : addressOf(first, own) + hash,
      kind: kindOf(first),
      label: labelOf(block),
      more: { count: alike.length, headed: isHeading(block) },
      block: first.at,
      blocks: [first, ...alike].reduce((sum, { now }) => sum + now.length, 0),
    }
  })
}

/** Thousands of them stand on each page of changes, of texts that are frozen and kept. */
const labels = new WeakMap<object, string>()

function labelOf(block: { text: string }): string {
  const known = labels.get(block)
  if (known !== undefined) return known
  const label = startOf(block)
  labels.set(block, label)
  return label
}

function kindOf({ did, typographic }: ToldBlocks): ChangeKind {
  return typographic ? 'typography' : did
}

function isShown({ kind }: PlacedChange): boolean {
  return kind !== 'typography'
}

/** From a change to those beside it that are not of typography only, which are hidden unless asked for. */
export function stepsAt(placed: readonly PlacedChange[], index: number): Steps {
  return {
    before: placed.slice(0, index).findLast(isShown)?.href ?? null,
    after: placed.slice(index + 1).find(isShown)?.href ?? null,
    list: '#list-title',
  }
}

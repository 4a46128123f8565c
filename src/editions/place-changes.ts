import { isHeading } from '../text/index.ts'
import type { ChangeKind, PlacedChange } from '../ui/map-changes.ts'
import { startOf } from '../ui/start-of.ts'
import { groupsOnPage, type ChangedGroup } from './group-alike.ts'

/** Where a list, a map or the change before leads. */
export type Steps = { before: string | null; after: string | null; list: string }

type Where = {
  /** The page that is shown; null where all changes are on one. */
  page: number | null
  /** The address of the page that tells of a block. */
  addressOf: (blockId: string) => string
}

/** Every change, where it stands in the text, with the way to it: within the page that is shown, or on another. */
export function placeChanges(
  groups: readonly ChangedGroup[],
  { page, addressOf }: Where,
): PlacedChange[] {
  return groups.map(({ first, alike }, index) => {
    const here = page === null || Math.floor(index / groupsOnPage) + 1 === page
    const hash = `#change-${first.blockId}`
    const block = first.now[0] ?? first.old[0] ?? { kind: 'note', text: '' }
    return {
      href: here ? hash : addressOf(first.blockId) + hash,
      kind: kindOf(first),
      label: startOf(block),
      more: { count: alike.length, headed: isHeading(block) },
      block: first.at,
      blocks: [first, ...alike].reduce((sum, { now }) => sum + now.length, 0),
    }
  })
}

function kindOf({ did, typographic }: ChangedGroup['first']): ChangeKind {
  return typographic ? 'typography' : did
}

/** From a change to those beside it. */
export function stepsAt(placed: readonly PlacedChange[], index: number): Steps {
  return {
    before: placed[index - 1]?.href ?? null,
    after: placed[index + 1]?.href ?? null,
    list: '#list-title',
  }
}

import { isPictureChanged } from '../reports/index.ts'
import type { ChangedBlock } from './list-changed-blocks.ts'

/** A changed passage, with those after it that were only moved, or removed, for the very same reasons. */
export type ChangedGroup = { first: ChangedBlock; alike: ChangedBlock[] }

/** Passages that were moved or removed one after the other for the same reasons and causes are one group. */
export function groupAlike(changed: readonly ChangedBlock[]): ChangedGroup[] {
  const groups: ChangedGroup[] = []
  let open: string | null = null
  for (const block of changed) {
    const key = keyOf(block)
    const group = groups.at(-1)
    if (group && key !== null && key === open) group.alike.push(block)
    else groups.push({ first: block, alike: [] })
    open = key
  }
  return groups
}

/** Equal for passages that can be told together; null for what is told by itself. */
function keyOf(block: ChangedBlock): string | null {
  const { did, before, after, pictures, answers, causes, reasons } = block
  if (isPictureChanged(pictures?.before, pictures?.after)) return null
  if (did !== 'removed' && !(did === 'moved' && before === after)) return null
  const answered = answers.map(({ id, contributionNumbers }) => [id, contributionNumbers])
  return JSON.stringify([did, answered, causes, reasons])
}

/** Groups on one page. */
const pageLength = 50

export type ChangesPart = {
  groups: ChangedGroup[]
  page: number
  pages: number
  /** The passage that somebody was led to. */
  at: string | null
}

/** The page that was asked for, or the one that tells of the block. */
export function choosePart(
  groups: readonly ChangedGroup[],
  { page, at }: { page: number | null; at: string | null },
): ChangesPart {
  const pages = Math.max(1, Math.ceil(groups.length / pageLength))
  const index = groups.findIndex(({ first, alike }) =>
    [first, ...alike].some(({ blockId }) => blockId === at),
  )
  const chosen = Math.min(page ?? Math.floor(Math.max(0, index) / pageLength) + 1, pages)
  return {
    groups: groups.slice((chosen - 1) * pageLength, chosen * pageLength),
    page: chosen,
    pages,
    at,
  }
}

import { isPictureChanged } from '../reports/index.ts'
import { isHeading } from '../text/index.ts'
import type { ChangedBlock } from './list-changed-blocks.ts'

/**
 * A changed passage, with those after it that were removed for the very same reasons, or that moved with it,
 * some of them edited.
 */
export type ChangedGroup = { first: ChangedBlock; alike: ChangedBlock[] }

/** Passages that were removed one after the other, or moved together, for the same reasons and causes are one group. */
export function groupAlike(changed: readonly ChangedBlock[]): ChangedGroup[] {
  const groups: ChangedGroup[] = []
  let open: string | null = null
  let last: ChangedBlock | undefined
  for (const block of changed) {
    const key = keyOf(block)
    const group = groups.at(-1)
    const follows = key !== null && key === open && group && last && goesWith(group, last, block)
    if (follows) group.alike.push(block)
    else groups.push({ first: block, alike: [] })
    open = key
    last = block
  }
  return groups
}

/** What moved together stood together, stands together, and has no heading but under its first. */
function goesWith({ first }: ChangedGroup, last: ChangedBlock, block: ChangedBlock): boolean {
  if (block.did !== 'moved') return true
  const [top, now] = [first.now[0], block.now[0]]
  const under = !now || !isHeading(now) || (top && isHeading(top) && top.level < now.level)
  return under === true && block.at === last.at + 1 && block.oldAt === last.oldAt + 1
}

/** Equal for passages that can be told together; null for what is told by itself. */
function keyOf(block: ChangedBlock): string | null {
  const { did, old, now, answers, causes, reasons } = block
  if (did !== 'removed' && did !== 'moved') return null
  if (isPictureChanged(old[0]?.picture, now[0]?.picture)) return null
  const answered = answers.map(({ id, contributionNumbers }) => [id, contributionNumbers])
  return JSON.stringify([did, answered, causes, reasons])
}

/** Groups on one page. */
export const groupsOnPage = 50

export type ChangesPart = {
  groups: ChangedGroup[]
  page: number
  pages: number
  /** How many groups stand on the pages before. */
  skipped: number
  /** The passage that somebody was led to. */
  at: string | null
}

/** The blocks that a group tells of. */
export function idsTold({ first, alike }: ChangedGroup): string[] {
  return [first, ...alike].flatMap(({ blockId, others }) => [blockId, ...others])
}

/** The page that was asked for, or the one that tells of the block. */
export function choosePart(
  groups: readonly ChangedGroup[],
  { page, at }: { page: number | null; at: string | null },
): ChangesPart {
  const pages = Math.max(1, Math.ceil(groups.length / groupsOnPage))
  const index = groups.findIndex((group) => at !== null && idsTold(group).includes(at))
  const chosen = Math.min(page ?? Math.floor(Math.max(0, index) / groupsOnPage) + 1, pages)
  return {
    groups: groups.slice((chosen - 1) * groupsOnPage, chosen * groupsOnPage),
    page: chosen,
    pages,
    skipped: (chosen - 1) * groupsOnPage,
    at,
  }
}

import { isHeading } from '../text/index.ts'
import type { ComparedBlocks } from './compared-texts.ts'
import { isPictureChanged } from './picture-change.tsx'

/** What became of blocks, as a reader is told of it. */
export type ToldBlocks = Omit<ComparedBlocks, 'did' | 'changes'> & {
  /** `returned`: it stood in the text once already. */
  did: ComparedBlocks['did'] | 'returned'
}

/**
 * A changed passage, with those after it that were removed for the very same reasons, or that moved with it,
 * some of them edited.
 */
export type ChangedGroup<B extends ToldBlocks = ToldBlocks> = { first: B; alike: B[] }

/** Passages with the first of a group; further ones are another group. */
const mostAlike = 300

/**
 * Passages that were removed one after the other, or moved together, are one group where `reasonsOf` says the
 * same of them.
 */
export function groupAlike<B extends ToldBlocks>(
  told: readonly B[],
  reasonsOf: (block: B) => unknown,
): ChangedGroup<B>[] {
  const groups: ChangedGroup<B>[] = []
  let open: string | null = null
  let last: B | undefined
  for (const block of told) {
    const key = isToldAlike(block) ? JSON.stringify([block.did, reasonsOf(block)]) : null
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
function goesWith({ first, alike }: ChangedGroup, last: ToldBlocks, block: ToldBlocks): boolean {
  if (alike.length >= mostAlike) return false
  if (block.did !== 'moved') return true
  const [top, now] = [first.now[0], block.now[0]]
  const under = !now || !isHeading(now) || (top && isHeading(top) && top.level < now.level)
  return under === true && block.at === last.at + 1 && block.oldAt === last.oldAt + 1
}

function isToldAlike({ did, old, now }: ToldBlocks): boolean {
  if (did !== 'removed' && did !== 'moved') return false
  return !isPictureChanged(old[0]?.picture, now[0]?.picture)
}

/** On one page: groups, and the passages that they are made of. */
const groupsOnPage = 50
const passagesOnPage = 400

/** Returns at which group each page begins. */
export function cutPages(groups: readonly ChangedGroup[]): number[] {
  const starts = [0]
  let passages = 0
  for (const [index, { alike }] of groups.entries()) {
    passages += 1 + alike.length
    const before = index - (starts.at(-1) ?? 0)
    if (before === 0 || (before < groupsOnPage && passages <= passagesOnPage)) continue
    starts.push(index)
    passages = 1 + alike.length
  }
  return starts
}

/** Returns on which page a group stands, from 1. */
export function pageOf(starts: readonly number[], index: number): number {
  return Math.max(1, starts.findLastIndex((start) => start <= index) + 1)
}

export type ChangesPart<B extends ToldBlocks = ToldBlocks> = {
  groups: ChangedGroup<B>[]
  page: number
  pages: number
  /** How many groups stand on the pages before. */
  skipped: number
  /** The passage that somebody was led to. */
  at: string | null
}

/** The blocks that a group tells of. */
function idsTold({ first, alike }: ChangedGroup): string[] {
  return [first, ...alike].flatMap(({ blockId, others }) => [blockId, ...others])
}

/** The page that was asked for, or the one that tells of the block. */
export function choosePart<B extends ToldBlocks>(
  groups: readonly ChangedGroup<B>[],
  { page, at }: { page: number | null; at: string | null },
): ChangesPart<B> {
  const starts = cutPages(groups)
  const index = groups.findIndex((group) => at !== null && idsTold(group).includes(at))
  const chosen = Math.min(page ?? pageOf(starts, Math.max(0, index)), starts.length)
  const skipped = starts[chosen - 1] ?? 0
  return {
    groups: groups.slice(skipped, starts[chosen]),
    page: chosen,
    pages: starts.length,
    skipped,
    at,
  }
}

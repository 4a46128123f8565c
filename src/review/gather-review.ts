import {
  listAnchorsIn,
  listReasons,
  listToReview,
  type Anchor,
  type ToReview,
} from '../anchors/index.ts'
import { listByNumbers, withCounts, type ListedContribution } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listHeadingsAnd, type Edition, type PlacedBlock } from '../reports/index.ts'

/** Contributions that speak of the same words, and were found at the same place or at none. */
export type ReviewGroup = {
  /** Of their anchors, by which a decision names them. */
  ids: number[]
  /** Where they stand. */
  anchor: Anchor
  /** Why they stand there, since the last edition that changed it. */
  reason: Pick<Anchor, 'rule' | 'score'>
  /** The first of them. */
  listed: ListedContribution[]
  /** The block where they stand; null where they stand nowhere. */
  block: PlacedBlock | null
}

/** Passages on a page of the review. */
const groupsShown = 20

/** Contributions of one passage that are named. */
const namedAtMost = 10

/** One page of what an editor looks at; the last where fewer are left than were asked for. */
export async function gatherReview(
  db: Db,
  edition: Edition,
  which: Parameters<typeof listToReview>[2],
  asked: number,
): Promise<{ groups: ReviewGroup[]; page: number; pages: number }> {
  const all = [...Map.groupBy(await listToReview(db, edition.id, which), ({ key }) => key).values()]
  const pages = Math.max(1, Math.ceil(all.length / groupsShown))
  const page = Math.min(asked, pages)
  const shown = all.slice((page - 1) * groupsShown, page * groupsShown)
  return { groups: await describeGroups(db, edition, shown), page, pages }
}

/** The same of these anchors only, in one group, whatever was decided on them. */
export async function gatherGroup(
  db: Db,
  edition: Edition,
  numbers: readonly number[],
): Promise<ReviewGroup | undefined> {
  const found = await listToReview(db, edition.id, numbers)
  const [group] = found.length === 0 ? [] : await describeGroups(db, edition, [found])
  return group
}

async function describeGroups(
  db: Db,
  edition: Edition,
  groups: readonly ToReview[][],
): Promise<ReviewGroup[]> {
  const named = groups.flatMap((group) => group.slice(0, namedAtMost))
  const numbers = named.map(({ number }) => number)
  const anchors = await listAnchorsIn(db, edition.id, numbers)
  const reasons = await listReasons(db, edition, numbers)
  const listed = await withCounts(db, await listByNumbers(db, numbers))
  const byNumber = new Map(listed.map((one) => [one.contribution.number, one]))
  const ids = [...anchors.values()].flatMap(({ place }) => place?.blockId ?? [])
  const blocks = new Map(
    (await listHeadingsAnd(db, edition.id, ids)).map((block) => [block.id, block]),
  )
  return groups.flatMap((group) => {
    const anchor = anchors.get(group[0]?.number ?? 0)
    if (!anchor) return []
    return {
      ids: group.map(({ id }) => id),
      anchor,
      reason: reasons.get(anchor.number) ?? anchor,
      listed: group.slice(0, namedAtMost).flatMap(({ number }) => byNumber.get(number) ?? []),
      block: (anchor.place && blocks.get(anchor.place.blockId)) ?? null,
    }
  })
}

import { foreseeAnchors, type Standing } from '../anchors/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { findLatestEdition, listEditionBlocks, type ToldBlocks } from '../reports/index.ts'
import type { Planning } from './plan-reading.ts'

/** Of contributions that stand on passages: how many there are, and which would lose theirs, or have to be reviewed. */
export type OnPassages = { count: number; losing: number[]; doubtful: number[] }

/** Where a contribution stands in the working text, and what it would come to. */
type Foreseen = { number: number; fate: 'found' | 'losing' | 'doubtful' }

/** By the blocks of the working text. */
export type Foresight = ReadonlyMap<string, Foreseen[]>

/**
 * Returns what reading a document would make of the contributions that stand on each block of the working text:
 * where the next edition would find them with it, compared with where it would without.
 */
export async function foreseeStanding(
  db: Db,
  reportId: number,
  { plan, since }: Planning,
): Promise<Foresight> {
  const previous = await findLatestEdition(db, reportId)
  if (!previous) return new Map()
  const old = await listEditionBlocks(db, previous.id)
  const following = { previous, old }
  const without = await foreseeAnchors(db, { ...following, now: plan.before, steps: since })
  const steps = [...since, ...plan.changes]
  const all = await foreseeAnchors(db, { ...following, now: plan.after, steps })
  const after = new Map(all.map((one) => [one.number, one]))
  const standing = without.flatMap((before) =>
    before.place ? [{ before, blockId: before.place.blockId }] : [],
  )
  return new Map(
    [...Map.groupBy(standing, ({ blockId }) => blockId)].map(([blockId, here]) => [
      blockId,
      here.map(({ before }) => ({
        number: before.number,
        fate: fateOf(before, after.get(before.number)),
      })),
    ]),
  )
}

/** What an editor has to look at anyway is not the file's doing. */
function fateOf(before: Standing, after: Standing | undefined): Foreseen['fate'] {
  if (!after?.place) return 'losing'
  return after.doubtful && !before.doubtful ? 'doubtful' : 'found'
}

/** Of the contributions that stand on what these passages were. */
export function standingOn(foresight: Foresight, told: readonly ToldBlocks[]): OnPassages {
  const here = told.flatMap(({ old }) => old).flatMap(({ id }) => foresight.get(id) ?? [])
  const those = (fate: Foreseen['fate']) =>
    here.filter((one) => one.fate === fate).map(({ number }) => number)
  return { count: here.length, losing: those('losing'), doubtful: those('doubtful') }
}

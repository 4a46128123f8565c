import { listCredits, type Credit } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  choosePart,
  groupAlike,
  placeChanges,
  type ChangesPart,
  type Report,
} from '../reports/index.ts'
import { measureText, type PlacedChange, type TextScale } from '../ui/map-changes.ts'
import { foreseeStanding, standingOn, type Foresight, type OnPassages } from './foresee-standing.ts'
import type { Planned } from './plan-import.ts'
import type { Planning } from './plan-reading.ts'

/** Contributions that are named at once. */
export const namedAtMost = 20

/** What a document would change of the text that is there, one page of it. */
export type Differences = Planned & {
  part: ChangesPart
  /** Every change, of all pages. */
  placed: PlacedChange[]
  scale: TextScale
  foresight: Foresight
  /** Changes by which contributions would lose their passage, or have to be reviewed. */
  unsettling: (OnPassages & { change: PlacedChange })[]
  credits: ReadonlyMap<number, Credit>
}

/** `here`: the address of the preview. */
type Asked = { page: number; here: string }

/** Null where there is no text yet. */
export async function gatherDifferences(
  db: Db,
  report: Pick<Report, 'id'>,
  planning: Planning,
  { page, here }: Asked,
): Promise<Differences | null> {
  const { plan, planned } = planning
  if (!planned) return null
  const foresight = await foreseeStanding(db, report.id, planning)
  // A file is one reason for all that it does.
  const groups = groupAlike(planned.told, () => null)
  const part = choosePart(groups, { page, at: null })
  const placed = placeChanges(groups, {
    page: part.page,
    addressOf: (_, number) => `${here}?differences=${number}`,
  })
  const unsettling = groups.flatMap(({ first, alike }, at) => {
    const [on, change] = [standingOn(foresight, [first, ...alike]), placed[at]]
    return change && on.losing.length + on.doubtful.length > 0 ? [{ ...on, change }] : []
  })
  const named = part.groups
    .map(({ first, alike }) => standingOn(foresight, [first, ...alike]))
    .flatMap(({ losing, doubtful }) => [losing, doubtful])
    .flatMap((numbers) => numbers.slice(0, namedAtMost))
  return {
    ...planned,
    part,
    placed,
    scale: measureText(plan.after),
    foresight,
    unsettling,
    credits: await listCredits(db, named),
  }
}

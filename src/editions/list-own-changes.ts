import type { Db } from '../platform/db/connect.ts'
import {
  findEdition,
  findEditionBlock,
  findLatestEdition,
  findWorkingBlock,
  isPlacing,
  listChanges,
  listChangesCausedBy,
  listChangesOf,
  listEditionBlocks,
  listWorkingBlocks,
  tellDifferences,
  type Change,
  type Edition,
  type Told,
} from '../reports/index.ts'

/** A change that a contribution caused; `stands`: its edition, or the working text, shows it. */
export type OwnChange = { change: Change; stands: boolean }

/** What a contribution changed, and what of it was undone before an edition published it. */
export async function listOwnChanges(db: Db, number: number): Promise<OwnChange[]> {
  const changes = await listChangesCausedBy(db, number)
  const own: OwnChange[] = []
  for (const [editionNumber, together] of Map.groupBy(changes, (one) => one.editionNumber)) {
    const [{ reportId } = { reportId: 0 }] = together
    const texts = await findTexts(db, reportId, editionNumber)
    // Only where a passage stands, and what became of one that was divided, is a matter of the whole texts.
    const told =
      together.some(isPlacing) || (await isDivided(db, together))
        ? await tellWhole(db, reportId, texts)
        : await tellBlocks(db, texts, together)
    const standing = new Set(told.flatMap((one) => one.changes.map(({ id }) => id)))
    own.push(...together.map((change) => ({ change, stands: standing.has(change.id) })))
  }
  return own
}

/** Whether some of the blocks were split or merged in the same edition. */
async function isDivided(db: Db, together: readonly Change[]): Promise<boolean> {
  const [{ editionNumber } = { editionNumber: null }] = together
  for (const blockId of new Set(together.map((change) => change.blockId))) {
    const divided = (await listChangesOf(db, blockId)).some(
      (change) => change.otherBlock && change.editionNumber === editionNumber,
    )
    if (divided) return true
  }
  return false
}

/** The edition that published a change, or null for the working text, and the edition before. */
type Texts = { before: Edition | undefined; edition: Edition | null }

async function findTexts(db: Db, reportId: number, editionNumber: number | null): Promise<Texts> {
  if (editionNumber === null) {
    return { before: await findLatestEdition(db, reportId), edition: null }
  }
  return {
    before: await findEdition(db, reportId, editionNumber - 1),
    edition: (await findEdition(db, reportId, editionNumber)) ?? null,
  }
}

async function tellWhole(
  db: Db,
  reportId: number,
  { before, edition }: Texts,
): Promise<Told<Change>[]> {
  return tellDifferences(
    before ? await listEditionBlocks(db, before.id) : [],
    edition ? await listEditionBlocks(db, edition.id) : await listWorkingBlocks(db, reportId),
    await listChanges(db, reportId, edition?.id ?? null),
  )
}

async function tellBlocks(
  db: Db,
  { before, edition }: Texts,
  together: readonly Change[],
): Promise<Told<Change>[]> {
  const told: Told<Change>[] = []
  for (const blockId of new Set(together.map((change) => change.blockId))) {
    const old = before && (await findEditionBlock(db, before.id, blockId))
    const now = edition
      ? await findEditionBlock(db, edition.id, blockId)
      : await findWorkingBlock(db, blockId)
    const changes = (await listChangesOf(db, blockId)).filter(
      (change) => change.editionNumber === (edition?.number ?? null),
    )
    told.push(...tellDifferences(old ? [old] : [], now ? [now] : [], changes))
  }
  return told
}

import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  findEdition,
  listChanges,
  listEditionBlocks,
  listEditions,
  lockReport,
  type Edition,
} from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import type { Standing } from './anchor.ts'
import { carryAnchors } from './carry-anchors.ts'
import {
  holdNextEdition,
  listNotCarried,
  listStood,
  lockNextEdition,
  saveCarried,
  saveCarriedEdition,
} from './carry-store.ts'
import type { Step } from './follow-block.ts'

export type Following = {
  /** The edition before. */
  previous: Pick<Edition, 'id'>
  old: readonly Block[]
  now: readonly Block[]
  steps: readonly Step[]
}

/** Where the published contributions of an edition would stand in the text that follows; nothing is written. */
export async function foreseeAnchors(db: Db, following: Following): Promise<Standing[]> {
  return carryAnchors(await listStood(db, following.previous.id, 'published'), following)
}

/**
 * Writes down where every passage stands in an edition that has just been saved. The caller holds the report's
 * lock; contributions that come in meanwhile wait.
 */
export async function carryIntoEdition(
  tx: Db,
  { edition, ...following }: Following & { edition: Pick<Edition, 'id' | 'reportId'> },
  now: Date,
): Promise<void> {
  await lockNextEdition(tx, edition.reportId)
  const stood = await listStood(tx, following.previous.id)
  await saveCarried(tx, edition.id, carryAnchors(stood, following))
  await saveCarriedEdition(tx, edition.id, now)
}

/**
 * Carries the passage of a contribution that was written on an edition into those that were published while it was
 * written. To be called in its transaction, once it is saved.
 */
export async function carryNewcomer(
  tx: Db,
  { number, reportId, editionNumber }: { number: number; reportId: number; editionNumber: number },
): Promise<void> {
  await holdNextEdition(tx, reportId)
  const later = (await listEditions(tx, reportId)).filter((one) => one.number > editionNumber)
  for (const edition of later.toReversed()) {
    const following = await gatherFollowing(tx, edition)
    const stood = await listStood(tx, following.previous.id, { number })
    await saveCarried(tx, edition.id, carryAnchors(stood, following))
  }
}

/** Carries all passages into the editions that were published before anchors were kept; returns into how many. */
export function carryMissing(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const reports = new Set((await listNotCarried(tx)).map(({ reportId }) => reportId))
    for (const id of reports) await lockReport(tx, id)
    // Another process may have done it meanwhile.
    const editions = reports.size === 0 ? [] : await listNotCarried(tx)
    for (const edition of editions) {
      await carryIntoEdition(tx, { edition, ...(await gatherFollowing(tx, edition)) }, now)
    }
    return editions.length
  })
}

/** An edition, the one before, and what was done to the text between the two. */
async function gatherFollowing(
  db: Db,
  { id, reportId, number }: Pick<Edition, 'id' | 'reportId' | 'number'>,
): Promise<Following> {
  const previous = await findEdition(db, reportId, number - 1)
  if (!previous) throw new Error('an edition that follows none')
  return {
    previous,
    old: await listEditionBlocks(db, previous.id),
    now: await listEditionBlocks(db, id),
    steps: await listChanges(db, reportId, id),
  }
}

import type { Db } from '../platform/db/connect.ts'
import { listChangesOf, type Change, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { isDivision, type Division } from './division.ts'

/** The change by which a passage became a part of another; undefined where it is in the text, or never was. */
export async function findMerger(db: Db, id: string): Promise<(Change & Division) | undefined> {
  const last = (await listChangesOf(db, id)).at(-1)
  if (last?.operation !== 'merge-blocks' || !isDivision(last)) return undefined
  return last.otherBlock.id === id ? last : undefined
}

export type Merged = {
  /** As it was. */
  block: Block
  merger: Change & Division
  /** The id of the passage that it is a part of by now, that one having become a part of another, perhaps. */
  into: string
}

/** A passage of the report that became a part of another. */
export async function findMerged(db: Db, report: Report, id: string): Promise<Merged | undefined> {
  const merger = await findMerger(db, id)
  if (merger?.reportId !== report.id) return undefined
  let into = merger.blockId
  for (let next = await findMerger(db, into); next; next = await findMerger(db, into)) {
    into = next.blockId
  }
  return { block: merger.otherBlock, merger, into }
}

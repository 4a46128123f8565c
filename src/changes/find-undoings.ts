import type { Db } from '../platform/db/connect.ts'
import { findTakenBack, listDivisionsOfOthers, type Change } from '../reports/index.ts'

/** Of splits and mergers, by their ids: the change that undid one, and the one that a change undid. */
export type Undoings = {
  undoneBy: ReadonlyMap<number, Change>
  undoes: ReadonlyMap<number, Change>
}

/** Only what was undone before an edition published it: after that, another change is another change. */
export async function findUndoings(db: Db, changes: readonly Change[]): Promise<Undoings> {
  const others = new Set(changes.flatMap(({ otherBlock }) => otherBlock?.id ?? []))
  const divisions = await listDivisionsOfOthers(db, [...others])
  const pairs = [...findTakenBack(divisions)].filter(
    ([change, undoing]) => change.editionNumber === undoing.editionNumber,
  )
  return {
    undoneBy: new Map(pairs.map(([change, undoing]) => [change.id, undoing])),
    undoes: new Map(pairs.map(([change, undoing]) => [undoing.id, change])),
  }
}

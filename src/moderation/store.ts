import type { Db } from '../platform/db/connect.ts'
import type { Withholding } from './withholding.ts'

/** The newest first. */
export function listWithholdings(db: Db, contributionNumber: number): Promise<Withholding[]> {
  return db
    .selectFrom('withholding')
    .leftJoin('person', 'person.id', 'withholding.withheld_by')
    .select([
      'withholding.id',
      'withholding.contribution_number as contributionNumber',
      'withholding.reason',
      'person.display_name as withheldBy',
      'withholding.withheld_at as withheldAt',
      'withholding.released_at as releasedAt',
    ])
    .where('withholding.contribution_number', '=', contributionNumber)
    .orderBy('withholding.id', 'desc')
    .execute()
}

export async function saveWithholding(
  tx: Db,
  withholding: { contributionNumber: number; reason: string; withheldBy: number; withheldAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('withholding')
    .values({
      contribution_number: withholding.contributionNumber,
      reason: withholding.reason,
      withheld_by: withholding.withheldBy,
      withheld_at: withholding.withheldAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends the withholding in force; undefined where none was. */
export function saveRelease(
  tx: Db,
  release: { contributionNumber: number; releasedBy: number; releasedAt: Date },
): Promise<{ id: number; reason: string } | undefined> {
  return tx
    .updateTable('withholding')
    .set({ released_by: release.releasedBy, released_at: release.releasedAt })
    .where('contribution_number', '=', release.contributionNumber)
    .where('released_at', 'is', null)
    .returning(['id', 'reason'])
    .executeTakeFirst()
}

/** What the journal says of a withholding, as its row says it. */
export type WithholdingAccount = {
  id: number
  contributionNumber: number
  /** What its contribution is now. */
  state: 'published' | 'withdrawn' | 'withheld'
  reason: string
  /** Pseudonyms; null where the operator's import did it. */
  withheldBy: string | null
  withheldAt: Date
  releasedBy: string | null
  releasedAt: Date | null
}

export function listWithholdingAccounts(db: Db): Promise<WithholdingAccount[]> {
  return db
    .selectFrom('withholding')
    .innerJoin('contribution', 'contribution.number', 'withholding.contribution_number')
    .leftJoin('person as one', 'one.id', 'withholding.withheld_by')
    .leftJoin('person as other', 'other.id', 'withholding.released_by')
    .select(['withholding.id', 'withholding.contribution_number as contributionNumber'])
    .select(['contribution.state', 'withholding.reason', 'one.pseudonym as withheldBy'])
    .select(['withholding.withheld_at as withheldAt', 'other.pseudonym as releasedBy'])
    .select('withholding.released_at as releasedAt')
    .orderBy('withholding.id')
    .execute()
}

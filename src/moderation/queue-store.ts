import type { HoldGround } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'

/** What waits for a moderator: which contribution, since when and why. */
export type Waiting = { number: number; ground: HoldGround; signs: string[]; heldAt: Date }

/** The longest waiting first; what its author took back waits for nobody. */
export function listWaiting(
  db: Db,
  reportId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<Waiting[]> {
  return waiting(db, reportId)
    .select(['contribution.number', 'hold.ground', 'hold.signs', 'hold.held_at as heldAt'])
    .orderBy('hold.held_at')
    .orderBy('hold.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countWaiting(db: Db, reportId: number): Promise<number> {
  const row = await waiting(db, reportId)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function waiting(db: Db, reportId: number) {
  return db
    .selectFrom('moderation_hold as hold')
    .innerJoin('contribution', 'contribution.number', 'hold.contribution_number')
    .where('hold.ended_at', 'is', null)
    .where('contribution.report_id', '=', reportId)
    .where('contribution.withdrawn_at', 'is', null)
}

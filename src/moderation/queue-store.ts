import type { HoldGround } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { AuthorHistory, Waiting } from './waiting.ts'

type Asked = { reportId: number; ground?: HoldGround | null }

/** The longest waiting first; what its author took back waits for nobody. */
export function listWaiting(
  db: Db,
  asked: Asked,
  { limit, offset }: { limit: number; offset: number },
): Promise<Waiting[]> {
  return waiting(db, asked)
    .select(['contribution.number', 'hold.ground', 'hold.signs', 'hold.held_at as heldAt'])
    .orderBy('hold.held_at')
    .orderBy('hold.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How many wait on each ground that any waits on. */
export async function countWaiting(db: Db, reportId: number): Promise<Map<HoldGround, number>> {
  const rows = await waiting(db, { reportId })
    .select('hold.ground')
    .select((the) => the.fn.countAll<string>().as('count'))
    .groupBy('hold.ground')
    .orderBy('hold.ground')
    .execute()
  return new Map(rows.map(({ ground, count }) => [ground, Number(count)]))
}

function waiting(db: Db, { reportId, ground = null }: Asked) {
  return db
    .selectFrom('moderation_hold as hold')
    .innerJoin('contribution', 'contribution.number', 'hold.contribution_number')
    .where('hold.ended_at', 'is', null)
    .where('contribution.report_id', '=', reportId)
    .where('contribution.withdrawn_at', 'is', null)
    .$if(ground !== null, (all) => all.where('hold.ground', '=', ground ?? 'spam-defence'))
}

export async function countHistory(db: Db, authorId: number): Promise<AuthorHistory> {
  const row = await db
    .selectFrom('contribution')
    .select((the) => [
      the.fn.countAll<string>().as('said'),
      the.fn.countAll<string>().filterWhere('state', '=', 'withheld').as('hidden'),
      the.fn.countAll<string>().filterWhere('cut_by', 'is not', null).as('cut'),
    ])
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow()
  return { said: Number(row.said), hidden: Number(row.hidden), cut: Number(row.cut) }
}

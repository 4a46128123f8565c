import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Phase, PhaseDeed, PhaseFacts } from './phase.ts'

/** A topic's phases, by their dates. */
export async function listPhases(db: Db, topicId: number): Promise<Phase[]> {
  return (await listPhasesOf(db, [topicId])).get(topicId) ?? []
}

/** The phases of each of these topics, by their dates. */
export async function listPhasesOf(
  db: Db,
  topicIds: readonly number[],
): Promise<Map<number, Phase[]>> {
  if (topicIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('topic_phase')
    .select(['topic_id as topicId', 'number', 'label', 'prompt', 'revision'])
    .select('closed_at as closedAt')
    .select(sql<Day>`to_char(opens_on, 'YYYY-MM-DD')`.as('opensOn'))
    .select(sql<Day>`to_char(closes_on, 'YYYY-MM-DD')`.as('closesOn'))
    .where('topic_id', 'in', topicIds)
    .orderBy('topic_id')
    .orderBy('opens_on')
    .execute()
  return Map.groupBy(rows, ({ topicId }) => topicId)
}

/** The number of the phase that the form of that key has added. */
export async function findAdded(db: Db, topicId: number, key: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('topic_phase')
    .select('number')
    .where('topic_id', '=', topicId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.number
}

/** Returns the number that it is given, which no other phase of the topic ever had. */
export async function savePhase(
  tx: Db,
  { topicId, key }: { topicId: number; key: string },
  phase: PhaseFacts,
): Promise<number> {
  const { number } = await tx
    .updateTable('topic')
    .set((the) => ({ last_phase: the('last_phase', '+', 1) }))
    .where('id', '=', topicId)
    .returning('last_phase as number')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('topic_phase')
    .values({ ...valuesOf(phase), topic_id: topicId, number, key })
    .execute()
  return number
}

/** `closedAt`: null where it is open again, or was never closed. */
export async function updatePhase(
  tx: Db,
  topicId: number,
  { number, revision, closedAt, ...phase }: Phase,
): Promise<void> {
  await tx
    .updateTable('topic_phase')
    .set({ ...valuesOf(phase), revision: revision + 1, closed_at: closedAt })
    .where('topic_id', '=', topicId)
    .where('number', '=', number)
    .execute()
}

export async function deletePhase(tx: Db, topicId: number, number: number): Promise<void> {
  await tx
    .deleteFrom('topic_date_change')
    .where('topic_id', '=', topicId)
    .where('phase', '=', number)
    .execute()
  await tx
    .deleteFrom('topic_phase')
    .where('topic_id', '=', topicId)
    .where('number', '=', number)
    .execute()
}

/** What became of dates that people had been told. */
export type DateChange = {
  phase: number
  at: Date
  deed: PhaseDeed
  before: { opensOn: Day; closesOn: Day }
  after: { opensOn: Day; closesOn: Day }
}

export async function saveDateChange(tx: Db, topicId: number, change: DateChange): Promise<void> {
  await tx
    .insertInto('topic_date_change')
    .values({
      topic_id: topicId,
      phase: change.phase,
      at: change.at,
      deed: change.deed,
      opened_before: change.before.opensOn,
      closed_before: change.before.closesOn,
      opens_on: change.after.opensOn,
      closes_on: change.after.closesOn,
    })
    .execute()
}

/** The oldest first. */
export async function listDateChanges(db: Db, topicId: number): Promise<DateChange[]> {
  const rows = await db
    .selectFrom('topic_date_change')
    .select(['phase', 'at', 'deed'])
    .select(sql<Day>`to_char(opened_before, 'YYYY-MM-DD')`.as('openedBefore'))
    .select(sql<Day>`to_char(closed_before, 'YYYY-MM-DD')`.as('closedBefore'))
    .select(sql<Day>`to_char(opens_on, 'YYYY-MM-DD')`.as('opensOn'))
    .select(sql<Day>`to_char(closes_on, 'YYYY-MM-DD')`.as('closesOn'))
    .where('topic_id', '=', topicId)
    .orderBy('id')
    .execute()
  return rows.map(({ phase, at, deed, openedBefore, closedBefore, opensOn, closesOn }) => ({
    phase,
    at,
    deed,
    before: { opensOn: openedBefore, closesOn: closedBefore },
    after: { opensOn, closesOn },
  }))
}

function valuesOf({ label, prompt, opensOn, closesOn }: PhaseFacts) {
  return { label, prompt, opens_on: opensOn, closes_on: closesOn }
}

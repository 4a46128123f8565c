import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { HandOver } from './hand-over.ts'

/** The one that is planned and whose day has not come. */
export function findPlanned(
  db: Db,
  organisationId: number,
  now: Date,
): Promise<HandOver | undefined> {
  return db
    .selectFrom('hand_over')
    .innerJoin('person as successor', 'successor.id', 'successor_id')
    .innerJoin('person as planner', 'planner.id', 'planned_by')
    .select(['hand_over.id', 'at', 'planned_at as plannedAt', 'successor_id as successorId'])
    .select(['successor.display_name as successor', 'planner.display_name as plannedBy'])
    .where('organisation_id', '=', organisationId)
    .where('undone_at', 'is', null)
    .where('at', '>', now)
    .executeTakeFirst()
}

/** Grants that the planned hand-over gives: they are taken back with it only. */
export async function listPromised(
  db: Db,
  organisationId: number,
  now: Date,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('hand_over')
    .innerJoin('hand_over_grant', 'hand_over_id', 'hand_over.id')
    .select('grant_id as id')
    .where('organisation_id', '=', organisationId)
    .where('undone_at', 'is', null)
    .where('at', '>', now)
    .where('given', '=', true)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

type NewHandOver = {
  organisationId: number
  at: Date
  successorId: number
  plannedBy: number
  plannedAt: Date
}

export async function saveHandOver(tx: Db, planned: NewHandOver): Promise<number> {
  const { id } = await tx
    .insertInto('hand_over')
    .values({
      organisation_id: planned.organisationId,
      at: planned.at,
      successor_id: planned.successorId,
      planned_by: planned.plannedBy,
      planned_at: planned.plannedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Touched = { handOverId: number; grantId: number; given: boolean; untilBefore: Date | null }

export async function saveTouched(tx: Db, touched: Touched): Promise<void> {
  await tx
    .insertInto('hand_over_grant')
    .values({
      hand_over_id: touched.handOverId,
      grant_id: touched.grantId,
      given: touched.given,
      until_before: touched.untilBefore,
    })
    .execute()
}

/** Gives back the ends that mandates had, but for those that were ended by hand since; takes back those it gave. */
export async function saveUndone(
  tx: Db,
  { id, at }: Pick<HandOver, 'id' | 'at'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('role_grant')
    .from('hand_over_grant')
    .set({ until_at: sql`hand_over_grant.until_before`, end_noted: false })
    .whereRef('grant_id', '=', 'role_grant.id')
    .where('hand_over_id', '=', id)
    .where('given', '=', false)
    .where('until_at', '=', at)
    .execute()
  await tx
    .deleteFrom('role_grant')
    .using('hand_over_grant')
    .whereRef('grant_id', '=', 'role_grant.id')
    .where('hand_over_id', '=', id)
    .where('given', '=', true)
    .execute()
  await tx.updateTable('hand_over').set({ undone_at: now }).where('id', '=', id).execute()
}

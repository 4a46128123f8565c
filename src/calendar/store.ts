import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { EventFacts, ReportEvent } from './event.ts'

export function listEvents(db: Db, reportId: number): Promise<ReportEvent[]> {
  return events(db, reportId).orderBy('day').orderBy('id').execute()
}

export function findEvent(db: Db, reportId: number, id: number): Promise<ReportEvent | undefined> {
  return events(db, reportId).where('id', '=', id).executeTakeFirst()
}

/** What the form of that key has added. */
export function findAdded(db: Db, reportId: number, key: string): Promise<ReportEvent | undefined> {
  return events(db, reportId).where('key', '=', key).executeTakeFirst()
}

type Place = { reportId: number; key: string }

export async function saveEvent(
  tx: Db,
  { reportId, key }: Place,
  event: EventFacts,
): Promise<ReportEvent> {
  const added = await tx
    .insertInto('report_event')
    .values({ ...valuesOf(event), report_id: reportId, key })
    .returning(['id', 'revision'])
    .executeTakeFirstOrThrow()
  return { ...event, ...added }
}

export async function updateEvent(tx: Db, event: ReportEvent): Promise<void> {
  const { id, revision } = event
  const values = { ...valuesOf(event), revision }
  await tx.updateTable('report_event').set(values).where('id', '=', id).execute()
}

export async function deleteEvent(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('report_event').where('id', '=', id).execute()
}

function valuesOf({ kind, day, precision, edition, label, byWhom, link }: EventFacts) {
  return { kind, day, precision, edition, label, by_whom: byWhom, link }
}

function events(db: Db, reportId: number) {
  return db
    .selectFrom('report_event')
    .select([
      'id',
      'kind',
      'precision',
      'edition',
      'label',
      'by_whom as byWhom',
      'link',
      'revision',
    ])
    .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'))
    .where('report_id', '=', reportId)
}

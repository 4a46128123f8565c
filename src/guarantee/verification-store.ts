import { z } from 'zod'
import type { Db } from '../platform/db/connect.ts'
import type { Result, Verification } from './verification.ts'

const findings = z.array(z.object({ kind: z.string(), object: z.string(), problem: z.string() }))

type Asking = { reportId: number; askedBy: number; askedAt: Date }

/** Its id; undefined where one waits or runs already. */
export async function saveAsked(
  tx: Db,
  { reportId, askedBy, askedAt }: Asking,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('record_verification')
    .values({ report_id: reportId, asked_by: askedBy, asked_at: askedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function saveStarted(db: Db, id: number, at: Date): Promise<void> {
  await db
    .updateTable('record_verification')
    .set({ started_at: at })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}

/** False where it was done before. */
export async function saveDone(tx: Db, id: number, at: Date, result: Result): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('record_verification')
    .set({
      finished_at: at,
      entries: result.entries,
      waiting: result.waiting,
      head_sequence: result.head?.sequence ?? null,
      head_sha256: result.head?.sha256 ?? null,
      findings: JSON.stringify(result.findings),
    })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The newest first; the record is that of the whole site, whichever report's guarantor asked. */
export async function listVerifications(db: Db, limit: number): Promise<Verification[]> {
  const rows = await verifications(db).orderBy('record.id', 'desc').limit(limit).execute()
  return rows.map(toVerification)
}

export async function findUndone(db: Db): Promise<Verification | undefined> {
  const row = await verifications(db).where('record.finished_at', 'is', null).executeTakeFirst()
  return row && toVerification(row)
}

/** Those that are done, as their rows say it. */
export async function listVerificationAccounts(db: Db): Promise<Verification[]> {
  const rows = await verifications(db)
    .where('record.finished_at', 'is not', null)
    .orderBy('record.id')
    .execute()
  return rows.map(toVerification)
}

function verifications(db: Db) {
  return db
    .selectFrom('record_verification as record')
    .innerJoin('person', 'person.id', 'record.asked_by')
    .select(['record.id', 'person.display_name as askedBy', 'record.asked_at as askedAt'])
    .select(['record.started_at as startedAt', 'record.finished_at as finishedAt'])
    .select(['record.entries', 'record.waiting', 'record.findings'])
    .select(['record.head_sequence as sequence', 'record.head_sha256 as sha256'])
}

type Row = Awaited<ReturnType<ReturnType<typeof verifications>['executeTakeFirstOrThrow']>>

function toVerification(row: Row): Verification {
  const { finishedAt, entries, waiting, findings: found, sequence, sha256, ...asked } = row
  if (!finishedAt || entries === null || waiting === null) return { ...asked, done: null }
  const head = sequence === null || sha256 === null ? null : { sequence, sha256 }
  const done = { at: finishedAt, entries, waiting, head, findings: findings.parse(found) }
  return { ...asked, done }
}

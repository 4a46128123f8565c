import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/** True if it was not there yet. */
export async function saveSupport(
  tx: Db,
  support: { number: number; personId: number; at: Date },
): Promise<boolean> {
  const saved = await tx
    .insertInto('support')
    .values({
      contribution_number: support.number,
      person_id: support.personId,
      given_at: support.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const added = Number(saved.numInsertedOrUpdatedRows ?? 0) > 0
  if (added) await addToCount(tx, support.number, 1)
  return added
}

export async function deleteSupport(tx: Db, number: number, personId: number): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('support')
    .where('contribution_number', '=', number)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (numDeletedRows > 0n) await addToCount(tx, number, -1)
}

async function addToCount(tx: Db, number: number, by: 1 | -1): Promise<void> {
  await tx
    .updateTable('contribution')
    .set((the) => ({ supports: the('supports', '+', by) }))
    .where('number', '=', number)
    .execute()
}

/** How many supports somebody gave from that moment on. */
export async function countGivenSince(db: Db, personId: number, since: Date): Promise<number> {
  const row = await db
    .selectFrom('support')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('given_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export type Supports = {
  count: number
  /** Given to an earlier revision than the one now shown. */
  beforeRevision: number
  /** By the person who asks. */
  own: boolean
}

/**
 * The supports given here to these contributions, by number; none for a contribution without any. What is
 * counted on a contribution, less what came with an import: counting thousands of clicks takes long.
 */
export async function countSupports(
  db: Db,
  numbers: readonly number[],
  personId: number | null,
): Promise<Map<number, Supports>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.contribution_number', '=', 'contribution.number')
        .onRef('revision.revision', '=', 'contribution.revision'),
    )
    .leftJoin('imported_total', 'imported_total.contribution_number', 'contribution.number')
    .select(['contribution.number', 'contribution.supports'])
    .select(sql<number>`coalesce(imported_total.supports + imported_total.agree, 0)`.as('brought'))
    .select(
      sql<string>`case when contribution.revision > 1 then (
        select count(*) from support
        where support.contribution_number = contribution.number and given_at < revision.at
      ) else 0 end`.as('beforeRevision'),
    )
    .select(
      sql<boolean>`exists (
        select from support
        where support.contribution_number = contribution.number and person_id = ${personId}::integer
      )`.as('own'),
    )
    .where('contribution.number', 'in', numbers)
    .where('contribution.supports', '>', 0)
    .execute()
  return new Map(
    rows.flatMap(({ number, supports, brought, beforeRevision, own }) => {
      const count = supports - brought
      return count > 0 ? [[number, { count, beforeRevision: Number(beforeRevision), own }]] : []
    }),
  )
}

export type ImportedTotal = {
  consultationId: number
  agree: number
  mixed: number
  disagree: number
  supports: number
  rewordings: number
}

const totals = [
  'consultation_id as consultationId',
  'agree',
  'mixed',
  'disagree',
  'supports',
  'rewordings',
] as const

/** Totals that these contributions came with, by number. */
export async function listImportedTotals(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, ImportedTotal>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('imported_total')
    .select(['contribution_number as number', ...totals])
    .where('contribution_number', 'in', numbers)
    .execute()
  return new Map(rows.flatMap(({ number, ...total }) => (number === null ? [] : [[number, total]])))
}

/** Totals that came with consultations on a passage. */
export function listTotalsOn(db: Db, blockId: string): Promise<ImportedTotal[]> {
  return db.selectFrom('imported_total').select(totals).where('block_id', '=', blockId).execute()
}

/** How many replies were published to each of these contributions that has any, in its whole thread. */
export async function countReplies(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('contribution')
    .select('thread')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('thread', 'in', numbers)
    .where('state', '=', 'published')
    .groupBy('thread')
    .execute()
  return new Map(
    rows.flatMap(({ thread, count }) => (thread === null ? [] : [[thread, Number(count)]])),
  )
}

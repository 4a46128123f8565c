import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { lockUntilCommit } from '../platform/db/transaction.ts'
import type { Day } from '../platform/paris-days.ts'
import { reference, type Audit, type PlannedPages, type ReadFacts, type Finding } from './audit.ts'
import type { Counted, PublishedCount } from './conformity.ts'

/** A date as the day that it is: a JavaScript date would be of some time zone. */
export const day = (column: string) => sql<Day>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`
const dayOrNull = (column: string) => sql<Day | null>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

/**
 * The audit that the declaration rests on, as it was counted when it was published: the last that was, so that a wrong
 * date is mended by a further one.
 */
export function findPublishedCount(db: Db): Promise<(PublishedCount & { id: number }) | undefined> {
  return db
    .selectFrom('accessibility_audit')
    .select((the) => [
      'id',
      day('audited_on').as('auditedOn'),
      the.fn.coalesce('respected', sql<number>`0`).as('respected'),
      the.fn.coalesce('applicable', sql<number>`0`).as('applicable'),
    ])
    .where('published_at', 'is not', null)
    .where('reference', '=', reference)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const columns = [
  'id',
  day('audited_on').as('auditedOn'),
  'auditor',
  'reference',
  'method',
  'exempted',
  'begun_at as begunAt',
  'published_at as publishedAt',
] as const

export async function findAudit(db: Db, id: number): Promise<Audit | undefined> {
  const found = await db
    .selectFrom('accessibility_audit')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return found && { ...found, pages: await listPages(db, id) }
}

/** Holds the audit, so that nothing is entered in it while it is published. */
export async function lockAudit(tx: Db, id: number): Promise<Audit | undefined> {
  const found = await tx
    .selectFrom('accessibility_audit')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found && { ...found, pages: await listPages(tx, id) }
}

function listPages(db: Db, auditId: number) {
  return db
    .selectFrom('accessibility_page')
    .select(['number', 'title', 'address'])
    .where('audit_id', '=', auditId)
    .orderBy('number')
    .execute()
}

/** Without their pages, the newest first. */
export function listAudits(db: Db): Promise<Omit<Audit, 'pages'>[]> {
  return db
    .selectFrom('accessibility_audit')
    .select(columns)
    .orderBy('audited_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function listFindings(db: Db, auditId: number): Promise<Finding[]> {
  return (
    db
      .selectFrom('accessibility_finding')
      .select([
        'page',
        'criterion',
        'result',
        'note',
        'derogation',
        dayOrNull('remedy_on').as('remedyOn'),
      ])
      .where('audit_id', '=', auditId)
      .orderBy('page')
      // By bytes: the hash of an audit that is published is of this order.
      .orderBy(sql`criterion collate "C"`)
      .execute()
  )
}

type By = { by: number; at: Date }

/** One at a time is begun. */
export async function lockBeginning(tx: Db): Promise<void> {
  await lockUntilCommit(tx, beginningLock)
}

/** Any number, the same in every process. */
const beginningLock = 727_005

/** What the form of that key has begun. */
export async function findBegun(db: Db, by: number, key: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('accessibility_audit')
    .select('id')
    .where('begun_by', '=', by)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id
}

type NewAudit = Omit<ReadFacts, 'pages'> & { pages: PlannedPages['added'] }

/** Returns its id. */
export async function saveAudit(
  tx: Db,
  { auditedOn, pages, ...rest }: NewAudit,
  { key, by, at }: By & { key: string },
): Promise<number> {
  const said = { ...rest, audited_on: auditedOn, reference, last_page: pages.length }
  const { id } = await tx
    .insertInto('accessibility_audit')
    .values({ ...said, key, begun_by: by, begun_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = pages.map((page, at) => ({ number: at + 1, ...page }))
  await savePages(tx, id, rows)
  return id
}

type ChangedAudit = Omit<ReadFacts, 'pages'> & { pages: PlannedPages }

/** Says the audit anew; a page that is no longer in it goes with what was found there, and its number is not given again. */
export async function changeFacts(
  tx: Db,
  id: number,
  { auditedOn, pages: { kept, added }, ...rest }: ChangedAudit,
): Promise<void> {
  const { last } = await tx
    .updateTable('accessibility_audit')
    .set((the) => ({
      ...rest,
      audited_on: auditedOn,
      last_page: the('last_page', '+', added.length),
    }))
    .where('id', '=', id)
    .returning('last_page as last')
    .executeTakeFirstOrThrow()
  const numbered = added.map((page, at) => ({ number: last - added.length + at + 1, ...page }))
  const numbers = [...kept, ...numbered].map(({ number }) => number)
  await tx
    .deleteFrom('accessibility_page')
    .where('audit_id', '=', id)
    .where('number', 'not in', numbers)
    .execute()
  await savePages(tx, id, [...kept, ...numbered])
}

async function savePages(tx: Db, auditId: number, pages: Audit['pages']): Promise<void> {
  await tx
    .insertInto('accessibility_page')
    .values(pages.map((page) => ({ audit_id: auditId, ...page })))
    .onConflict((it) =>
      it.columns(['audit_id', 'number']).doUpdateSet((the) => ({
        title: the.ref('excluded.title'),
        address: the.ref('excluded.address'),
      })),
    )
    .execute()
}

/** Of one page: as many as there are criteria at most, which PostgreSQL takes in one statement. */
export async function saveFindings(
  tx: Db,
  auditId: number,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return
  const rows = findings.map(({ remedyOn, ...finding }) => ({
    audit_id: auditId,
    ...finding,
    remedy_on: remedyOn,
  }))
  await tx
    .insertInto('accessibility_finding')
    .values(rows)
    .onConflict((it) =>
      it.columns(['audit_id', 'page', 'criterion']).doUpdateSet((the) => ({
        result: the.ref('excluded.result'),
        note: the.ref('excluded.note'),
        derogation: the.ref('excluded.derogation'),
        remedy_on: the.ref('excluded.remedy_on'),
      })),
    )
    .execute()
}

type Taken = { auditId: number; page: number; criteria: readonly string[] }

export async function deleteFindings(tx: Db, { auditId, page, criteria }: Taken): Promise<void> {
  if (criteria.length === 0) return
  await tx
    .deleteFrom('accessibility_finding')
    .where('audit_id', '=', auditId)
    .where('page', '=', page)
    .where('criterion', 'in', criteria)
    .execute()
}

export async function savePublication(
  tx: Db,
  id: number,
  { respected, applicable }: Counted,
  { by, at }: By,
): Promise<void> {
  await tx
    .updateTable('accessibility_audit')
    .set({ published_by: by, published_at: at, respected, applicable })
    .where('id', '=', id)
    .execute()
}

export async function deleteAudit(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('accessibility_audit').where('id', '=', id).execute()
}

/** Every audit that is published, with who published it. */
export function listPublications(db: Db): Promise<(Counted & PublicationRow)[]> {
  return db
    .selectFrom('accessibility_audit')
    .innerJoin('person', 'person.id', 'accessibility_audit.published_by')
    .select((the) => [
      'accessibility_audit.id',
      sql<Date>`published_at`.as('publishedAt'),
      'person.pseudonym',
      the.fn.coalesce('respected', sql<number>`0`).as('respected'),
      the.fn.coalesce('applicable', sql<number>`0`).as('applicable'),
    ])
    .orderBy('accessibility_audit.id')
    .execute()
}

type PublicationRow = { id: number; publishedAt: Date; pseudonym: string }

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Opinion, Version } from './opinion.ts'

export type NewOpinion = {
  reportId: number
  editionNumber: number | null
  authorId: number
  key: string
}

/** Its id; undefined where the same form has made it before. */
export async function saveOpinion(tx: Db, opinion: NewOpinion): Promise<number | undefined> {
  const row = await tx
    .insertInto('opinion')
    .values({
      report_id: opinion.reportId,
      edition_number: opinion.editionNumber,
      author_id: opinion.authorId,
      key: opinion.key,
    })
    .onConflict((conflict) => conflict.columns(['author_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function findByKey(db: Db, authorId: number, key: string): Promise<number> {
  const { id } = await db
    .selectFrom('opinion')
    .select('id')
    .where('author_id', '=', authorId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return id
}

type NewVersion = Omit<Version, 'writtenBy'> & { writtenById: number }

export async function saveVersion(tx: Db, version: NewVersion): Promise<void> {
  await tx
    .insertInto('opinion_version')
    .values({
      opinion_id: version.opinionId,
      version: version.version,
      title: version.title,
      body: version.body,
      lang: version.lang,
      reason: version.reason,
      written_by: version.writtenById,
      written_at: version.writtenAt,
    })
    .execute()
}

/** Of a report, the newest first; `editionNumber`: only those on that edition. */
export async function listOpinions(
  db: Db,
  reportId: number,
  editionNumber?: number,
): Promise<Opinion[]> {
  const rows = await opinions(db)
    .where('opinion.report_id', '=', reportId)
    .$if(editionNumber !== undefined, (all) =>
      all.where('opinion.edition_number', '=', editionNumber ?? 0),
    )
    .orderBy('opinion.id', 'desc')
    .execute()
  return rows.map(toOpinion)
}

export async function findOpinion(db: Db, id: number): Promise<Opinion | undefined> {
  const row = await opinions(db).where('opinion.id', '=', id).executeTakeFirst()
  return row && toOpinion(row)
}

/** As `findOpinion`; nobody else corrects it until the transaction ends. */
export async function lockOpinion(tx: Db, id: number): Promise<Opinion | undefined> {
  await tx.selectFrom('opinion').select('id').where('id', '=', id).forUpdate().execute()
  return findOpinion(tx, id)
}

/** The newest first. */
export function listVersions(db: Db, opinionId: number): Promise<Version[]> {
  return versions(db)
    .where('version.opinion_id', '=', opinionId)
    .orderBy('version.version', 'desc')
    .execute()
}

/** What the journal says of every version, as their rows say it. */
export function listVersionAccounts(db: Db) {
  return versions(db)
    .innerJoin('opinion', 'opinion.id', 'version.opinion_id')
    .innerJoin('report', 'report.id', 'opinion.report_id')
    .select(['report.slug', 'opinion.edition_number as editionNumber', 'person.pseudonym'])
    .select(sql<boolean>`opinion.author_id = version.written_by`.as('byAuthor'))
    .orderBy('version.opinion_id')
    .orderBy('version.version')
    .execute()
}

function versions(db: Db) {
  return db
    .selectFrom('opinion_version as version')
    .innerJoin('person', 'person.id', 'version.written_by')
    .select(['version.opinion_id as opinionId', 'version.version', 'version.title'])
    .select(['version.body', 'version.lang', 'version.reason'])
    .select(['person.display_name as writtenBy', 'version.written_at as writtenAt'])
}

function opinions(db: Db) {
  return versions(db)
    .innerJoin('opinion', 'opinion.id', 'version.opinion_id')
    .where((where) =>
      where(
        'version.version',
        '=',
        where
          .selectFrom('opinion_version as newest')
          .select((newest) => newest.fn.max('newest.version').as('version'))
          .whereRef('newest.opinion_id', '=', 'opinion.id'),
      ),
    )
    .select(['opinion.id', 'opinion.report_id as reportId', 'opinion.author_id as authorId'])
    .select('opinion.edition_number as editionNumber')
}

type Row = Version & Omit<Opinion, 'current'>

function toOpinion({ id, reportId, authorId, editionNumber, ...current }: Row): Opinion {
  return { id, reportId, authorId, editionNumber, current }
}

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import type { Cause, Change, NewChange } from './change.ts'

export async function saveChanges(
  tx: Db,
  changes: readonly NewChange[],
  causes: readonly Cause[],
): Promise<void> {
  for (const batch of inBatches(changes)) {
    const saved = await tx
      .insertInto('change')
      .values(batch.map(changeValues))
      .returning('id')
      .execute()
    const links = saved.flatMap(({ id }) => causes.map((cause) => causeValues(id, cause)))
    await tx.insertInto('change_cause').values(links).execute()
  }
}

/** Changes made since the last edition, or published by that one; the first text's own blocks left out. */
export function listChanges(db: Db, reportId: number, editionId: number | null): Promise<Change[]> {
  const found = changes(db)
    .where('change.report_id', '=', reportId)
    .where('change.operation', '<>', 'insert-block')
  return editionId === null
    ? found.where('change.edition_id', 'is', null).execute()
    : found.where('change.edition_id', '=', editionId).execute()
}

/** The blocks that the imported file put into the working text, in its order. */
export function listInsertions(db: Db, reportId: number): Promise<Change[]> {
  return changes(db)
    .where('change.report_id', '=', reportId)
    .where('change.operation', '=', 'insert-block')
    .execute()
}

export function listChangesCausedBy(db: Db, contributionNumber: number): Promise<Change[]> {
  return changes(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('change_cause as cause')
          .select('cause.id')
          .whereRef('cause.change_id', '=', 'change.id')
          .where('cause.contribution_number', '=', contributionNumber),
      ),
    )
    .execute()
}

/** Puts what was changed since the last edition into the one being published. */
export async function freezeChanges(tx: Db, reportId: number, editionId: number): Promise<void> {
  await tx
    .updateTable('change')
    .set({ edition_id: editionId })
    .where('report_id', '=', reportId)
    .where('edition_id', 'is', null)
    .execute()
}

export type NewSource = {
  reportId: number
  fileName: string
  sha256: Buffer
  reason: string
  importedAt: Date
}

export async function saveSource(tx: Db, source: NewSource): Promise<number> {
  const { id } = await tx
    .insertInto('import_source')
    .values({
      report_id: source.reportId,
      file_name: source.fileName,
      sha256: source.sha256,
      reason: source.reason,
      imported_at: source.importedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type KeptSource = {
  id: number
  slug: string
  fileName: string
  sha256: Buffer
  importedAt: Date
  /** How many changes it is the cause of. */
  blocks: number
}

export function listSources(db: Db): Promise<KeptSource[]> {
  return db
    .selectFrom('import_source')
    .innerJoin('report', 'report.id', 'import_source.report_id')
    .select([
      'import_source.id',
      'report.slug',
      'import_source.file_name as fileName',
      'import_source.sha256',
      'import_source.imported_at as importedAt',
    ])
    .select((the) =>
      the
        .selectFrom('change_cause')
        .whereRef('change_cause.source_id', '=', 'import_source.id')
        .select(the.fn.countAll<string>().as('count'))
        .as('blocks'),
    )
    .orderBy('import_source.id')
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, blocks: Number(row.blocks) })))
}

function changes(db: Db) {
  return db
    .selectFrom('change')
    .leftJoin('edition', 'edition.id', 'change.edition_id')
    .innerJoin('change_cause', 'change_cause.change_id', 'change.id')
    .select([
      'change.id',
      'change.report_id as reportId',
      'change.operation',
      'change.block_id as blockId',
      'change.before_text as before',
      'change.after_text as after',
      'change.sentences_before as sentencesBefore',
      'change.sentences_after as sentencesAfter',
      'change.changed_at as changedAt',
      'edition.number as editionNumber',
      causesOf('contribution_number').as('contributionNumbers'),
      causesOf('source_id').as('sourceIds'),
    ])
    .groupBy(['change.id', 'edition.number'])
    .orderBy('change.id')
}

function causesOf(column: 'contribution_number' | 'source_id') {
  const cause = sql.ref(`change_cause.${column}`)
  return sql<number[]>`coalesce(
    array_agg(${cause} order by ${cause}) filter (where ${cause} is not null), '{}')`
}

function changeValues(change: NewChange) {
  return {
    report_id: change.reportId,
    operation: change.operation,
    block_id: change.blockId,
    before_text: change.before,
    after_text: change.after,
    sentences_before: change.sentencesBefore,
    sentences_after: change.sentencesAfter,
    changed_at: change.changedAt,
  }
}

function causeValues(changeId: number, cause: Cause) {
  return cause.kind === 'contribution'
    ? { change_id: changeId, contribution_number: cause.contributionNumber, source_id: null }
    : { change_id: changeId, contribution_number: null, source_id: cause.sourceId }
}

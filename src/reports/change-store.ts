import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import type { Cause, Change, KnownCause, NewChange } from './change.ts'

/** Returns the changes' ids, in their order. */
export async function saveChanges(
  tx: Db,
  changes: readonly NewChange[],
  causes: readonly Cause[],
): Promise<number[]> {
  const ids: number[] = []
  for (const batch of inBatches(changes)) {
    const saved = await tx
      .insertInto('change')
      .values(batch.map(changeValues))
      .returning('id')
      .execute()
    const links = saved.flatMap(({ id }) =>
      causes.map((cause) => ({ change_id: id, ...causeValues(cause) })),
    )
    await tx.insertInto('change_cause').values(links).execute()
    ids.push(...saved.map(({ id }) => id))
  }
  return ids
}

/** Changes made since the last edition, or published by that one; the first text's own blocks left out. */
export async function listChanges(
  db: Db,
  reportId: number,
  editionId: number | null,
): Promise<Change[]> {
  const found = changes(db).where('change.report_id', '=', reportId).where(isNoFirstText)
  const rows = await (
    editionId === null
      ? found.where('change.edition_id', 'is', null)
      : found.where('change.edition_id', '=', editionId)
  ).execute()
  return rows.map(fromRow)
}

/** The blocks that the first imported file put into the working text, in its order. */
export async function listFirstText(
  db: Db,
  reportId: number,
): Promise<{ id: string; text: string }[]> {
  return db
    .selectFrom('change')
    .select(['block_id as id', 'after_text as text'])
    .where('report_id', '=', reportId)
    .where(isFirstText)
    .orderBy('change.id')
    .execute()
}

export async function findChange(db: Db, id: number): Promise<Change | undefined> {
  const row = await changes(db).where('change.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Everything that happened to a block since it first stood in the text, in order; also what split it off or merged it. */
export async function listChangesOf(db: Db, blockId: string): Promise<Change[]> {
  const rows = await changes(db)
    .where((where) =>
      where.or([
        where('change.block_id', '=', blockId),
        where(sql`change.other_block ->> 'id'`, '=', blockId),
      ]),
    )
    .where(isNoFirstText)
    .execute()
  return rows.map(fromRow)
}

export async function listChangesCausedBy(db: Db, contributionNumber: number): Promise<Change[]> {
  const rows = await changes(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('change_cause as cause')
          .select('cause.id')
          .whereRef('cause.change_id', '=', 'change.id')
          .where('cause.contribution_number', '=', contributionNumber)
          .where('cause.withdrawn_at', 'is', null),
      ),
    )
    .execute()
  return rows.map(fromRow)
}

export type AddedCause = { contributionNumber: number; personId: number; at: Date }

/** Names one more contribution as the cause of a change that was made before. */
export async function saveAddedCause(tx: Db, changeId: number, added: AddedCause): Promise<void> {
  await tx
    .insertInto('change_cause')
    .values({
      change_id: changeId,
      ...causeValues({ kind: 'contribution', contributionNumber: added.contributionNumber }),
      added_by: added.personId,
      added_at: added.at,
    })
    .execute()
}

/** Takes back a cause that was named after the change was made; false where there is none such. */
export async function withdrawAddedCause(
  tx: Db,
  changeId: number,
  { contributionNumber, personId, at }: AddedCause,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('change_cause')
    .set({ withdrawn_by: personId, withdrawn_at: at })
    .where('change_id', '=', changeId)
    .where('contribution_number', '=', contributionNumber)
    .where('added_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
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
  importedBy: number | null
  /** Of the changes that it made to a text that was there; null for a first text. */
  changesSha256: Buffer | null
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
      imported_by: source.importedBy,
      changes_sha256: source.changesSha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const isFirstText = sql<boolean>`change.operation = 'insert-block' and change.block is null`
const isNoFirstText = sql<boolean>`not (${isFirstText})`

/** Changes as rows, with their edition's number and their causes. */
export function changes(db: Db) {
  return db
    .selectFrom('change')
    .leftJoin('edition', 'edition.id', 'change.edition_id')
    .innerJoin('change_cause as cause', (join) =>
      join.onRef('cause.change_id', '=', 'change.id').on('cause.withdrawn_at', 'is', null),
    )
    .leftJoin('import_source as file', 'file.id', 'cause.source_id')
    .select([
      'change.id',
      'change.report_id as reportId',
      'change.operation',
      'change.block_id as blockId',
      'change.before_text as before',
      'change.after_text as after',
      'change.sentences_before as sentencesBefore',
      'change.sentences_after as sentencesAfter',
      sql<Change['block']>`change.block`.as('block'),
      sql<Change['otherBlock']>`change.other_block`.as('otherBlock'),
      'change.follows',
      'change.changed_at as changedAt',
      'change.reason',
      'change.changed_by as changedBy',
      'edition.number as editionNumber',
      sql<KnownCause[]>`json_agg(${knownCause} order by cause.id)`.as('causes'),
    ])
    .groupBy(['change.id', 'edition.number'])
    .orderBy('change.id')
}

const knownCause = sql`case
  when cause.contribution_number is not null
    then json_build_object('kind', 'contribution', 'contributionNumber', cause.contribution_number,
      'added', cause.added_at is not null)
  when cause.source_id is not null
    then json_build_object('kind', 'file', 'name', file.file_name,
      'sha256', encode(file.sha256, 'hex'), 'reason', file.reason)
  when cause.erratum then json_build_object('kind', 'erratum')
  else json_build_object('kind', 'source', 'citation', cause.citation, 'link', cause.link)
end`

export type ChangeRow = Awaited<ReturnType<ReturnType<typeof changes>['executeTakeFirstOrThrow']>>

export function fromRow({ reason, changedBy, ...row }: ChangeRow): Change {
  const byHand = reason === null || changedBy === null ? null : { reason, personId: changedBy }
  return { ...row, byHand }
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
    block: change.block && JSON.stringify(change.block),
    other_block: change.otherBlock && JSON.stringify(change.otherBlock),
    follows: change.follows,
    changed_at: change.changedAt,
    reason: change.byHand?.reason ?? null,
    changed_by: change.byHand?.personId ?? null,
  }
}

const noCause = {
  contribution_number: null,
  source_id: null,
  citation: null,
  link: null,
  erratum: false,
}

function causeValues(cause: Cause) {
  switch (cause.kind) {
    case 'contribution':
      return { ...noCause, contribution_number: cause.contributionNumber }
    case 'file':
      return { ...noCause, source_id: cause.sourceId }
    case 'source':
      return { ...noCause, citation: cause.citation, link: cause.link }
    case 'erratum':
      return { ...noCause, erratum: true }
  }
}

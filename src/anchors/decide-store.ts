import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { AnchorRule, Standing } from './anchor.ts'
import { valuesOf } from './carry-store.ts'
import { anchors, fromRow } from './store.ts'

/** An anchor that an editor decides on. */
export type Decidable = Standing & {
  id: number
  current: boolean
  decided: boolean
  undone: boolean
  /** The words that were read, and the block that they were read in. */
  exact: string
  readIn: string
}

/** Anchors of an edition by their ids, in their order. */
export async function listDecidable(
  db: Db,
  editionId: number,
  ids: readonly number[],
): Promise<Decidable[]> {
  if (ids.length === 0) return []
  const rows = await anchors(db)
    .innerJoin('passage', 'passage.contribution_number', 'anchor.contribution_number')
    .select(['anchor.id', 'anchor.current', 'passage.exact', 'passage.block_id as readIn'])
    .select(sql<boolean>`anchor.decided_by is not null`.as('decided'))
    .select(sql<boolean>`anchor.undone_by is not null`.as('undone'))
    .where('anchor.edition_id', '=', editionId)
    .where('anchor.id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .orderBy('anchor.id')
    .execute()
  return rows.map(({ id, current, decided, undone, exact, readIn, ...row }) => ({
    ...fromRow(row),
    id,
    current,
    decided,
    undone,
    exact,
    readIn,
  }))
}

export type Decision = { editionId: number; personId: number; at: Date }

/** Puts an editor's decision in the place of the anchor that held; returns its id. */
export async function saveDecision(
  tx: Db,
  { id, standing }: { id: number; standing: Standing },
  { editionId, personId, at }: Decision,
): Promise<number> {
  await tx.updateTable('anchor').set({ current: false }).where('id', '=', id).execute()
  const saved = await tx
    .insertInto('anchor')
    .values({ ...valuesOf(editionId, standing), decided_by: personId, decided_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return saved.id
}

/** Takes a decision back: what held before holds again. */
export async function undoDecision(
  tx: Db,
  { id, number }: Pick<Decidable, 'id' | 'number'>,
  { editionId, personId, at }: Decision,
): Promise<void> {
  await tx
    .updateTable('anchor')
    .set({ current: false, undone_by: personId, undone_at: at })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('anchor')
    .set({ current: true })
    .where('id', '=', (from) =>
      from
        .selectFrom('anchor')
        .select((the) => the.fn.max('anchor.id').as('id'))
        .where('contribution_number', '=', number)
        .where('edition_id', '=', editionId)
        .where('id', '<', id)
        .where('undone_by', 'is', null),
    )
    .execute()
}

/** A decision as its row says it. */
export type DecisionAccount = {
  id: number
  number: number
  edition: string
  rule: AnchorRule
  blockId: string | null
  start: number | null
  end: number | null
  decidedAt: Date
  decider: string
  undoneAt: Date | null
  undoer: string | null
}

/** Every decision that was ever made, in order. */
export async function listDecisionAccounts(db: Db): Promise<DecisionAccount[]> {
  return db
    .selectFrom('anchor')
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .innerJoin('report', 'report.id', 'edition.report_id')
    .innerJoin('person as decider', 'decider.id', 'anchor.decided_by')
    .leftJoin('person as undoer', 'undoer.id', 'anchor.undone_by')
    .select(['anchor.id', 'anchor.contribution_number as number'])
    .select(sql<string>`report.slug || '/' || edition.number`.as('edition'))
    .select(sql<AnchorRule>`anchor.rule`.as('rule'))
    .select(['anchor.block_id as blockId', 'anchor.start_offset as start'])
    .select(['anchor.end_offset as end', 'anchor.decided_at as decidedAt'])
    .select(['decider.pseudonym as decider', 'anchor.undone_at as undoneAt'])
    .select('undoer.pseudonym as undoer')
    .where('anchor.decided_at', 'is not', null)
    .$narrowType<{ decidedAt: Date }>()
    .orderBy('anchor.id')
    .execute()
}

export type AnchorFault = { number: number; problem: 'missing' | 'out-of-place' | 'altered' }

/**
 * Contributions that stand nowhere in an edition, not even as orphans, since their own; past the end of a text; or
 * elsewhere than the last decision says that was not undone.
 */
export async function listAnchorFaults(db: Db): Promise<AnchorFault[]> {
  const { rows } = await sql<AnchorFault>`
    select passage.contribution_number as number, 'missing' as problem
      from passage
      join edition own on own.id = passage.edition_id
      join edition on edition.report_id = own.report_id and edition.number >= own.number
      where not exists (select from anchor
        where anchor.contribution_number = passage.contribution_number
          and anchor.edition_id = edition.id and current)
    union
    select anchor.contribution_number, 'out-of-place' from anchor
      join edition_block place using (edition_id, block_id)
      where end_offset > char_length(text)
        and end_offset > char_length(text)
          + char_length(regexp_replace(text, '[\\u0001-\\uffff]', '', 'g'))
    union
    select held.contribution_number, 'altered' from anchor held
      where held.current and exists (select from anchor later
        where later.contribution_number = held.contribution_number
          and later.edition_id = held.edition_id and later.id > held.id
          and later.undone_by is null)
    union
    select anchor.contribution_number, 'altered' from anchor
      join passage using (contribution_number, edition_id)
      where rule = 'as-written' and (anchor.block_id, anchor.start_offset, anchor.end_offset)
        is distinct from (passage.block_id, passage.start_offset, passage.end_offset)
    order by number`.execute(db)
  return rows
}

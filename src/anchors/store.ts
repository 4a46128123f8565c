import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { AnchorPlace, AnchorRule, Standing, StateCounts } from './anchor.ts'

export type Anchor = Standing & {
  id: number
  editionId: number
  /** Whose decision it is; null where it was carried. */
  decidedBy: string | null
  decidedAt: Date | null
}

/** Where these contributions stand in that edition, by number. */
export async function listAnchorsIn(
  db: Db,
  editionId: number,
  numbers: readonly number[],
): Promise<Map<number, Anchor>> {
  if (numbers.length === 0) return new Map()
  const rows = await told(db)
    .where('anchor.edition_id', '=', editionId)
    .where('anchor.contribution_number', '=', sql<number>`any(${[...numbers]}::integer[])`)
    .execute()
  return new Map(rows.map((row) => [row.number, fromTold(row)]))
}

export type AnchorOfEdition = Anchor & { editionNumber: number }

/** What became of a contribution's passage in each edition since its own, in their order. */
export async function listAnchorsOf(db: Db, number: number): Promise<AnchorOfEdition[]> {
  const rows = await told(db)
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .select('edition.number as editionNumber')
    .where('anchor.contribution_number', '=', number)
    .orderBy('edition.number')
    .execute()
  return rows.map((row) => ({ ...fromTold(row), editionNumber: row.editionNumber }))
}

/** By which rule each of these contributions came to stand as it does in that edition, there or in one before. */
export async function listReasons(
  db: Db,
  edition: { id: number; number: number },
  numbers: readonly number[],
): Promise<Map<number, Pick<Standing, 'rule' | 'score'>>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('anchor')
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .distinctOn('anchor.contribution_number')
    .select(['anchor.contribution_number as number', 'anchor.score'])
    .select(sql<AnchorRule>`anchor.rule`.as('rule'))
    .where('anchor.contribution_number', '=', sql<number>`any(${[...numbers]}::integer[])`)
    .where('anchor.current', '=', true)
    .where('anchor.rule', '<>', 'unchanged')
    .where('edition.number', '<=', edition.number)
    .orderBy('anchor.contribution_number')
    .orderBy('edition.number', 'desc')
    .execute()
  return new Map(rows.map(({ number, ...reason }) => [number, reason]))
}

/** How many of the published contributions are in each state in that edition. */
export async function countAnchors(db: Db, editionId: number): Promise<StateCounts> {
  const rows = await published(db, editionId)
    .select('anchor.state')
    .select((the) => the.fn.countAll<string>().as('count'))
    .groupBy('anchor.state')
    .execute()
  const counts = { exact: 0, edited: 0, moved: 0, rewritten: 0, orphan: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

/** How many of the published contributions wait in that edition for an editor to look at their passage. */
export async function countDoubtful(db: Db, editionId: number): Promise<number> {
  const { count } = await published(db, editionId)
    .where('anchor.doubtful', '=', true)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** An anchor to be looked at; those of one `key` are of the same words, and stand at the same place. */
export type ToReview = { id: number; number: number; key: string }

/**
 * Of the published contributions those that an editor is to look at, has decided on, or names by number, in the
 * order of the text.
 */
export async function listToReview(
  db: Db,
  editionId: number,
  which: 'doubtful' | 'decided' | readonly number[],
): Promise<ToReview[]> {
  const all = published(db, editionId)
    .innerJoin('passage', 'passage.contribution_number', 'anchor.contribution_number')
    .leftJoin('edition_block as place', (join) =>
      join
        .onRef('place.edition_id', '=', 'anchor.edition_id')
        .on('place.block_id', '=', sql<string>`coalesce(anchor.block_id, anchor.home_id)`),
    )
    .select(['anchor.id', 'anchor.contribution_number as number'])
    .select(
      sql<string>`concat_ws(' ', ${sql.join(sameReview.map((name) => sql.ref(name)))})`.as('key'),
    )
    .orderBy(sql`place.position nulls first`)
    .orderBy('passage.block_id')
    .orderBy('passage.start_offset')
    .orderBy('anchor.contribution_number')
  if (which === 'doubtful') return all.where('anchor.doubtful', '=', true).execute()
  if (which === 'decided') return all.where('anchor.decided_by', 'is not', null).execute()
  return all
    .where('anchor.contribution_number', '=', sql<number>`any(${[...which]}::integer[])`)
    .execute()
}

const sameReview = [
  'passage.edition_id',
  'passage.block_id',
  'passage.start_offset',
  'passage.end_offset',
  'anchor.state',
  'anchor.rule',
  'anchor.decided_at',
  'anchor.block_id',
  'anchor.start_offset',
  'anchor.end_offset',
]

/** Of which contributions these anchors are. */
export async function listNumbersOf(
  db: Db,
  editionId: number,
  ids: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectFrom('anchor')
    .select('contribution_number as number')
    .distinct()
    .where('edition_id', '=', editionId)
    .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .execute()
  return rows.map(({ number }) => number)
}

/** Numbers of the published contributions whose passage stands nowhere in that edition, the newest first. */
export async function listOrphanNumbers(
  db: Db,
  editionId: number,
  /** Only what is told of under one of these headings; null: before the first. */
  homes?: readonly string[] | null,
): Promise<number[]> {
  const orphans = published(db, editionId)
    .where('anchor.state', '=', 'orphan')
    .select('anchor.contribution_number as number')
    .orderBy('anchor.contribution_number', 'desc')
  const chosen =
    homes === undefined
      ? orphans
      : homes === null
        ? orphans.where('anchor.home_id', 'is', null)
        : orphans.where('anchor.home_id', '=', sql<string>`any(${[...homes]}::text[])`)
  return (await chosen.execute()).map(({ number }) => number)
}

function published(db: Db, editionId: number) {
  return db
    .selectFrom('anchor')
    .innerJoin('contribution', 'contribution.number', 'anchor.contribution_number')
    .where('anchor.edition_id', '=', editionId)
    .where('anchor.current', '=', true)
    .where('contribution.state', '=', 'published')
}

/** Anchors as rows. */
export function anchors(db: Db) {
  return db
    .selectFrom('anchor')
    .select(['anchor.contribution_number as number', 'anchor.state', 'anchor.block_id as blockId'])
    .select(['anchor.start_offset as start', 'anchor.end_offset as end'])
    .select(['anchor.home_id as homeId', 'anchor.score', 'anchor.doubtful'])
    .select(sql<AnchorRule>`anchor.rule`.as('rule'))
}

/** Those that hold, with who decided. */
function told(db: Db) {
  return anchors(db)
    .leftJoin('person', 'person.id', 'anchor.decided_by')
    .select(['anchor.id', 'anchor.edition_id as editionId', 'anchor.decided_at as decidedAt'])
    .select('person.display_name as decidedBy')
    .where('anchor.current', '=', true)
}

type PlaceRow = { blockId: string | null; start: number | null; end: number | null }
type Row = PlaceRow & Omit<Standing, 'place'>

export function fromRow({ blockId, start, end, ...row }: Row): Standing {
  return { ...row, place: placeOf({ blockId, start, end }) }
}

type ToldRow = Row & Pick<Anchor, 'id' | 'editionId' | 'decidedBy' | 'decidedAt'>

function fromTold({ id, editionId, decidedBy, decidedAt, ...row }: ToldRow): Anchor {
  return { ...fromRow(row), id, editionId, decidedBy, decidedAt }
}

export function placeOf({ blockId, start, end }: PlaceRow): AnchorPlace | null {
  return blockId === null || start === null || end === null ? null : { blockId, start, end }
}

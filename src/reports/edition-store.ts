import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { headingKinds, type BlockKind, type Mark, type Picture } from '../text/index.ts'
import type { Edition, PlacedBlock } from './report.ts'
import { blockColumns, storedColumns } from './block-columns-store.ts'

export function listEditions(db: Db, reportId: number): Promise<Edition[]> {
  return editions(db).where('report_id', '=', reportId).orderBy('number', 'desc').execute()
}

export function findLatestEdition(db: Db, reportId: number): Promise<Edition | undefined> {
  return editions(db)
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function findEdition(
  db: Db,
  reportId: number,
  number: number,
): Promise<Edition | undefined> {
  return editions(db)
    .where('report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst()
}

export function listEditionBlocks(db: Db, editionId: number): Promise<PlacedBlock[]> {
  return db
    .selectFrom('edition_block')
    .select(blockColumns)
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute()
}

/** The headings of an edition and those blocks, in the order of the text: enough to say where they stand. */
export function listHeadingsAnd(
  db: Db,
  editionId: number,
  blockIds: readonly string[],
): Promise<PlacedBlock[]> {
  return listKindsAnd(db, editionId, { kinds: headingKinds, blockIds })
}

/** The notes of an edition and that block, in the order of the text: enough to find the notes that it refers to. */
export function listNotesAnd(db: Db, editionId: number, blockId: string): Promise<PlacedBlock[]> {
  return listKindsAnd(db, editionId, { kinds: ['note'], blockIds: [blockId] })
}

type Sought = { kinds: Iterable<BlockKind>; blockIds: readonly string[] }

function listKindsAnd(db: Db, editionId: number, { kinds, blockIds }: Sought) {
  return db
    .selectFrom('edition_block')
    .select(blockColumns)
    .where('edition_id', '=', editionId)
    .where((where) =>
      where.or([
        where('kind', 'in', [...kinds]),
        where('block_id', '=', sql<string>`any(${[...blockIds]}::text[])`),
      ]),
    )
    .orderBy('position')
    .execute()
}

export function findEditionBlock(
  db: Db,
  editionId: number,
  blockId: string,
): Promise<PlacedBlock | undefined> {
  return db
    .selectFrom('edition_block')
    .select(blockColumns)
    .where('edition_id', '=', editionId)
    .where('block_id', '=', blockId)
    .executeTakeFirst()
}

export type PastText = { editionNumber: number; publishedAt: Date; text: string }

/** A block's text through the editions, oldest first. */
export function listPastTexts(db: Db, blockId: string): Promise<PastText[]> {
  return db
    .selectFrom('edition_block')
    .innerJoin('edition', 'edition.id', 'edition_block.edition_id')
    .select([
      'edition.number as editionNumber',
      'edition.published_at as publishedAt',
      'edition_block.text',
    ])
    .where('edition_block.block_id', '=', blockId)
    .orderBy('edition.number')
    .execute()
}

/** Null where the edition did not have it. */
export type TextOfEdition = Omit<PastText, 'text'> & {
  text: string | null
  marks: Mark[] | null
  picture: Picture | null
}

/** A block's text through a report's editions since the first that had it, oldest first. */
export async function listThroughEditions(
  db: Db,
  reportId: number,
  blockId: string,
): Promise<TextOfEdition[]> {
  const rows = await db
    .selectFrom('edition')
    .leftJoin('edition_block', (join) =>
      join
        .onRef('edition_block.edition_id', '=', 'edition.id')
        .on('edition_block.block_id', '=', blockId),
    )
    .select(['edition.number as editionNumber', 'edition.published_at as publishedAt'])
    .select('edition_block.text')
    .select(sql<Mark[] | null>`edition_block.marks`.as('marks'))
    .select(sql<Picture | null>`edition_block.picture`.as('picture'))
    .where('edition.report_id', '=', reportId)
    .orderBy('edition.number')
    .execute()
  const first = rows.findIndex(({ text }) => text !== null)
  return first === -1 ? [] : rows.slice(first)
}

/** Those of the blocks that an edition before that one had. */
export async function listStoodBefore(
  db: Db,
  blockIds: readonly string[],
  editionNumber: number,
): Promise<Set<string>> {
  if (blockIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('edition_block')
    .innerJoin('edition', 'edition.id', 'edition_block.edition_id')
    .select('edition_block.block_id as id')
    .distinct()
    .where('edition_block.block_id', '=', sql<string>`any(${blockIds}::text[])`)
    .where('edition.number', '<', editionNumber)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export type NewEdition = {
  reportId: number
  number: number
  publishedAt: Date
  publishedBy: number
  canonical: string
  sha256: Buffer
  previousSha256: Buffer | null
  unanswered: number[]
}

/** Freezes the working text as an edition, and returns its id. The caller holds the report's lock. */
export async function saveEdition(tx: Db, edition: NewEdition): Promise<number> {
  const { id } = await tx
    .insertInto('edition')
    .values({
      report_id: edition.reportId,
      number: edition.number,
      published_at: edition.publishedAt,
      published_by: edition.publishedBy,
      canonical: edition.canonical,
      sha256: edition.sha256,
      previous_sha256: edition.previousSha256,
      unanswered: edition.unanswered,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('edition_block')
    .columns(['edition_id', 'position', 'block_id', ...storedColumns])
    .expression(
      tx
        .selectFrom('working_block')
        .select([
          sql<number>`${id}::integer`.as('edition_id'),
          sql<number>`row_number() over (order by position)`.as('position'),
          'block_id',
          ...storedColumns,
        ])
        .where('report_id', '=', edition.reportId),
    )
    .execute()
  return id
}

export type FrozenEdition = { canonical: string; signer: string }

/** What was hashed, and the pseudonym of whoever signed it. */
export function findFrozenEdition(db: Db, editionId: number): Promise<FrozenEdition | undefined> {
  return db
    .selectFrom('edition')
    .innerJoin('person', 'person.id', 'edition.published_by')
    .select(['edition.canonical', 'person.pseudonym as signer'])
    .where('edition.id', '=', editionId)
    .executeTakeFirst()
}

function editions(db: Db) {
  return db
    .selectFrom('edition')
    .innerJoin('person', 'person.id', 'edition.published_by')
    .select([
      'edition.id',
      'edition.report_id as reportId',
      'edition.number',
      'edition.published_at as publishedAt',
      'person.display_name as signedBy',
      'edition.sha256',
      'edition.previous_sha256 as previousSha256',
      'edition.unanswered',
    ])
}

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/** How many published contributions stand on each of these blocks of an edition that has any. */
export async function countByBlock(
  db: Db,
  editionId: number,
  blockIds: readonly string[],
): Promise<Map<string, number>> {
  if (blockIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('anchor', 'anchor.contribution_number', 'contribution.number')
    .select(['anchor.block_id as blockId'])
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('anchor.edition_id', '=', editionId)
    .where('anchor.current', '=', true)
    .where('contribution.state', '=', 'published')
    .where('anchor.block_id', '=', sql<string>`any(${[...blockIds]}::text[])`)
    .$narrowType<{ blockId: string }>()
    .groupBy('anchor.block_id')
    .execute()
  return new Map(rows.map(({ blockId, count }) => [blockId, Number(count)]))
}

/** How much was said for an organisation and is public. */
export async function countSpokenFor(db: Db, slug: string): Promise<number> {
  const { count } = await db
    .selectFrom('contribution')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('spoken_for', '=', slug)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Of what is published: first words, those of them with an answer of the editors, replies, people. */
export type ReportCounts = {
  contributions: number
  answered: number
  replies: number
  participants: number
}

export async function countContributions(db: Db, reportId: number): Promise<ReportCounts> {
  const row = await db
    .selectFrom('contribution')
    .select((the) => [
      the.fn.countAll<string>().filterWhere('reply_to', 'is', null).as('contributions'),
      the.fn
        .countAll<string>()
        .filterWhere('reply_to', 'is', null)
        .filterWhere('settled_at', 'is not', null)
        .as('answered'),
      the.fn.countAll<string>().filterWhere('reply_to', 'is not', null).as('replies'),
      the.fn.count<string>('author_id').distinct().as('participants'),
    ])
    .where('report_id', '=', reportId)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  return {
    contributions: Number(row.contributions),
    answered: Number(row.answered),
    replies: Number(row.replies),
    participants: Number(row.participants),
  }
}

export async function countOfAuthor(db: Db, authorId: number): Promise<number> {
  const row = await db
    .selectFrom('contribution')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** When somebody said the oldest of the newest so many things, revisions too; null while there are fewer. */
export async function findNthSaid(db: Db, authorId: number, nth: number): Promise<Date | null> {
  const row = await db
    .selectFrom('contribution')
    .innerJoin('revision', 'revision.contribution_number', 'contribution.number')
    .select('revision.at')
    .where('contribution.author_id', '=', authorId)
    .orderBy('revision.at', 'desc')
    .offset(nth - 1)
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

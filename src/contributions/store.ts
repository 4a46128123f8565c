import type { Db } from '../platform/db/connect.ts'
import type { Amendment } from './contribution.ts'

const columns = [
  'contribution.number',
  'contribution.report_id as reportId',
  'contribution.kind',
  'contribution.author_name as authorName',
  'contribution.helix_side as helixSide',
  'contribution.organisation',
  'contribution.lang',
  'contribution.body',
  'contribution.published_at as publishedAt',
  'passage.block_id as blockId',
  'edition.number as editionNumber',
  'passage.start_offset as start',
  'passage.end_offset as end',
  'passage.exact',
  'passage.prefix',
  'passage.suffix',
  'amendment.sentences',
  'amendment.base_sha256 as baseSha256',
  'amendment.wording',
] as const

export async function findContribution(db: Db, number: number): Promise<Amendment | undefined> {
  const row = await contributions(db).where('contribution.number', '=', number).executeTakeFirst()
  return row && fromRow(row)
}

export async function listContributionsOn(db: Db, blockId: string): Promise<Amendment[]> {
  const rows = await contributions(db)
    .where('passage.block_id', '=', blockId)
    .orderBy('contribution.number')
    .execute()
  return rows.map(fromRow)
}

export async function listContributions(db: Db, reportId: number): Promise<Amendment[]> {
  const rows = await contributions(db)
    .where('contribution.report_id', '=', reportId)
    .orderBy('contribution.number', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** How many contributions point at each block of a report that has any. */
export async function countByBlock(db: Db, reportId: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('passage', 'passage.contribution_number', 'contribution.number')
    .select(['passage.block_id as blockId'])
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('contribution.report_id', '=', reportId)
    .groupBy('passage.block_id')
    .execute()
  return new Map(rows.map(({ blockId, count }) => [blockId, Number(count)]))
}

export async function countContributions(
  db: Db,
  reportId: number,
): Promise<{ contributions: number; participants: number }> {
  const row = await db
    .selectFrom('contribution')
    .select((the) => [
      the.fn.countAll<string>().as('contributions'),
      the.fn.count<string>('author_id').distinct().as('participants'),
    ])
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow()
  return { contributions: Number(row.contributions), participants: Number(row.participants) }
}

/** What that form was already received as, if it was. */
export async function findBySubmission(
  db: Db,
  authorId: number,
  idempotencyKey: string,
): Promise<Amendment | undefined> {
  const row = await contributions(db)
    .where('contribution.author_id', '=', authorId)
    .where('contribution.idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  return row && fromRow(row)
}

export type NewAmendment = Omit<Amendment, 'number'> & {
  authorId: number
  editionId: number
  idempotencyKey: string
  salt: Buffer
  commitment: Buffer
}

/** Undefined when the same form was received at the same moment: nothing was written. */
export async function saveAmendment(tx: Db, amendment: NewAmendment): Promise<number | undefined> {
  const saved = await tx
    .insertInto('contribution')
    .values({
      report_id: amendment.reportId,
      kind: amendment.kind,
      state: 'published',
      author_id: amendment.authorId,
      author_name: amendment.author.name,
      helix_side: amendment.author.helixSide,
      organisation: amendment.author.organisation,
      lang: amendment.lang,
      body: amendment.body,
      published_at: amendment.publishedAt,
      idempotency_key: amendment.idempotencyKey,
      salt: amendment.salt,
      commitment: amendment.commitment,
    })
    .onConflict((conflict) => conflict.columns(['author_id', 'idempotency_key']).doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!saved) return undefined
  const { passage } = amendment
  await tx
    .insertInto('passage')
    .values({
      contribution_number: saved.number,
      edition_id: amendment.editionId,
      block_id: passage.blockId,
      start_offset: passage.start,
      end_offset: passage.end,
      exact: passage.exact,
      prefix: passage.prefix,
      suffix: passage.suffix,
    })
    .execute()
  await tx
    .insertInto('amendment')
    .values({
      contribution_number: saved.number,
      base_sha256: Buffer.from(amendment.baseSha256),
      sentences: amendment.sentences,
      wording: amendment.wording,
    })
    .execute()
  return saved.number
}

export type KeptCommitment = { number: number; salt: Buffer | null; commitment: Buffer }

/** What the journal says of a contribution, as its rows say it; null where a row is missing. */
export type ContributionAccount = KeptCommitment & {
  kind: Amendment['kind']
  publishedAt: Date
  author: string
  reportSlug: string
  editionSlug: string | null
  editionNumber: number | null
  blockId: string | null
}

export function listAccounts(db: Db, after: number, limit: number): Promise<ContributionAccount[]> {
  return db
    .selectFrom('contribution')
    .innerJoin('person', 'person.id', 'contribution.author_id')
    .innerJoin('report', 'report.id', 'contribution.report_id')
    .leftJoin('passage', 'passage.contribution_number', 'contribution.number')
    .leftJoin('edition', 'edition.id', 'passage.edition_id')
    .leftJoin('report as read', 'read.id', 'edition.report_id')
    .select(['contribution.number', 'contribution.salt', 'contribution.commitment'])
    .select(['contribution.kind', 'contribution.published_at as publishedAt'])
    .select(['person.pseudonym as author', 'report.slug as reportSlug'])
    .select(['read.slug as editionSlug', 'edition.number as editionNumber'])
    .select('passage.block_id as blockId')
    .where('contribution.number', '>', after)
    .orderBy('contribution.number')
    .limit(limit)
    .execute()
}

export function findCommitment(db: Db, number: number): Promise<KeptCommitment | undefined> {
  return db
    .selectFrom('contribution')
    .select(['number', 'salt', 'commitment'])
    .where('number', '=', number)
    .executeTakeFirst()
}

function contributions(db: Db) {
  return db
    .selectFrom('contribution')
    .innerJoin('passage', 'passage.contribution_number', 'contribution.number')
    .innerJoin('edition', 'edition.id', 'passage.edition_id')
    .innerJoin('amendment', 'amendment.contribution_number', 'contribution.number')
    .select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof contributions>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): Amendment {
  const { authorName, helixSide, organisation, ...rest } = row
  const { blockId, editionNumber, start, end, exact, prefix, suffix, ...amendment } = rest
  return {
    ...amendment,
    author: { name: authorName, helixSide, organisation },
    passage: { blockId, editionNumber, start, end, exact, prefix, suffix },
  }
}

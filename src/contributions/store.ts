import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Contribution, ContributionKind } from './contribution.ts'

const columns = [
  'contribution.number',
  'contribution.report_id as reportId',
  'contribution.kind',
  'contribution.stance',
  'contribution.state',
  'contribution.consultation_id as consultationId',
  'contribution.source_key as sourceKey',
  'contribution.author_id as authorId',
  'contribution.author_name as authorName',
  'contribution.helix_side as helixSide',
  'contribution.organisation',
  'contribution.lang',
  'contribution.reply_to as replyTo',
  'contribution.thread',
  'contribution.published_at as publishedAt',
  'contribution.withdrawn_at as withdrawnAt',
  'contribution.settled_at as settledAt',
  'edition.number as editionNumber',
  'revision.revision',
  'revision.at as revisedAt',
  'revision.title',
  'revision.body',
  'revision.explanation',
  'revision.link',
  'revision.place',
  'revision.wording',
  'passage.block_id as blockId',
  'passage.start_offset as start',
  'passage.end_offset as end',
  'passage.exact',
  'passage.prefix',
  'passage.suffix',
  'amendment.sentences',
  'amendment.base_sha256 as baseSha256',
] as const

export async function findContribution(db: Db, number: number): Promise<Contribution | undefined> {
  const row = await contributions(db).where('contribution.number', '=', number).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row, so that what is decided on it is decided on what it says now. */
export async function lockContribution(tx: Db, number: number): Promise<Contribution | undefined> {
  await tx
    .selectFrom('contribution')
    .select('number')
    .where('number', '=', number)
    .forNoKeyUpdate()
    .execute()
  return findContribution(tx, number)
}

/** What that form was already received as, if it was. */
export async function findBySubmission(
  db: Db,
  authorId: number,
  idempotencyKey: string,
): Promise<Contribution | undefined> {
  const row = await contributions(db)
    .where('contribution.author_id', '=', authorId)
    .where('contribution.idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Every revision of a contribution, or of all up to another number, the oldest first. */
export async function listRevisions(db: Db, number: number, to = number): Promise<Contribution[]> {
  const rows = await contributionsAt(db, 'every')
    .where('contribution.number', '>=', number)
    .where('contribution.number', '<=', to)
    .orderBy('contribution.number')
    .orderBy('revision.revision')
    .execute()
  return rows.map(fromRow)
}

export type Listed = {
  reportId: number
  blockId?: string | undefined
  kind?: ContributionKind | undefined
  /** What the editors owe an answer, or have given one. */
  waiting?: boolean | undefined
}

export type Page = { order: 'newest' | 'oldest' | 'supported'; limit: number; offset: number }

/** Contributions that are readers' first words, not replies: a thread is listed by where it began. */
export async function listContributions(
  db: Db,
  listed: Listed,
  { order, limit, offset }: Page,
): Promise<Contribution[]> {
  const chosen = contributions(db).where(chosenBy(listed))
  const ordered = order === 'supported' ? chosen.orderBy('contribution.supports', 'desc') : chosen
  const rows = await ordered
    .orderBy('contribution.number', order === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(fromRow)
}

export async function countListed(db: Db, listed: Listed): Promise<number> {
  const row = await db
    .selectFrom('contribution')
    .leftJoin('passage', 'passage.contribution_number', 'contribution.number')
    .where(chosenBy(listed))
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export type Credit = {
  kind: ContributionKind
  state: Contribution['state']
  authorName: string
  organisation: string | null
}

/** What contributions of these numbers are called, and whose they are. */
export async function listCredits(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, Credit>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('contribution')
    .select(['number', 'kind', 'state', 'author_name as authorName', 'organisation'])
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ number, ...credit }) => [number, credit]))
}

/** Numbers of all that the editors owe an answer, in order. */
export async function listWaitingNumbers(db: Db, reportId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('contribution')
    .select('number')
    .where('report_id', '=', reportId)
    .where('settled_at', 'is', null)
    .where('state', '=', 'published')
    .where('reply_to', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

/** What was said below a contribution, in the order in which it was said. */
export async function listThread(db: Db, root: number, limit: number): Promise<Contribution[]> {
  const rows = await contributions(db)
    .where('contribution.thread', '=', root)
    .orderBy('contribution.number')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Everything that somebody published, the newest first. */
export async function listOfAuthor(
  db: Db,
  authorId: number,
  { limit, offset }: Omit<Page, 'order'>,
): Promise<Contribution[]> {
  const rows = await contributions(db)
    .where('contribution.author_id', '=', authorId)
    .orderBy('contribution.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(fromRow)
}

/** When contributions were settled, by number. */
export async function listSettled(db: Db): Promise<Map<number, Date>> {
  const rows = await db
    .selectFrom('contribution')
    .select(['number', 'settled_at as at'])
    .where('settled_at', 'is not', null)
    .$narrowType<{ at: Date }>()
    .execute()
  return new Map(rows.map(({ number, at }) => [number, at]))
}

/** First words, of that passage, kind and state of answer. */
function chosenBy({ reportId, blockId, kind, waiting }: Listed) {
  const conditions = [
    sql<boolean>`contribution.report_id = ${reportId} and contribution.reply_to is null`,
    ...(blockId === undefined ? [] : [sql<boolean>`passage.block_id = ${blockId}`]),
    ...(kind === undefined ? [] : [sql<boolean>`contribution.kind = ${kind}`]),
    ...(waiting === undefined ? [] : [waiting ? isOwedAnAnswer : isSettled]),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const isOwedAnAnswer = sql<boolean>`contribution.settled_at is null and contribution.state = 'published'`
const isSettled = sql<boolean>`contribution.settled_at is not null`

function contributions(db: Db) {
  return contributionsAt(db, 'newest')
}

function contributionsAt(db: Db, which: 'newest' | 'every') {
  return db
    .selectFrom('contribution')
    .innerJoin('edition', 'edition.id', 'contribution.edition_id')
    .innerJoin('revision', (join) => {
      const all = join.onRef('revision.contribution_number', '=', 'contribution.number')
      return which === 'every' ? all : all.onRef('revision.revision', '=', 'contribution.revision')
    })
    .leftJoin('passage', 'passage.contribution_number', 'contribution.number')
    .leftJoin('amendment', 'amendment.contribution_number', 'contribution.number')
    .select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof contributionsAt>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): Contribution {
  const { title, body, explanation, link, place, wording, consultationId, sourceKey } = row
  return {
    number: row.number,
    reportId: row.reportId,
    kind: row.kind,
    stance: row.stance,
    state: row.state,
    imported: consultationId === null ? null : { consultationId, key: sourceKey ?? '' },
    authorId: row.authorId,
    author: { name: row.authorName, helixSide: row.helixSide, organisation: row.organisation },
    lang: row.lang,
    editionNumber: row.editionNumber,
    passage: passageOf(row),
    replyTo: row.replyTo,
    thread: row.thread,
    base:
      row.sentences && row.baseSha256 ? { sentences: row.sentences, sha256: row.baseSha256 } : null,
    content: { title, body, explanation, link, place, wording },
    revision: row.revision,
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    withdrawnAt: row.withdrawnAt,
    settledAt: row.settledAt,
  }
}

function passageOf(row: Row): Contribution['passage'] {
  const { blockId, editionNumber, start, end, exact, prefix, suffix } = row
  if (blockId === null || start === null || end === null) return null
  if (exact === null || prefix === null || suffix === null) return null
  return { blockId, editionNumber, start, end, exact, prefix, suffix }
}

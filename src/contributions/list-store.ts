import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { asShown } from './as-shown.ts'
import type { Contribution, ContributionKind, Stance } from './contribution.ts'
import { contributions, fromRow } from './rows-store.ts'

export type Listed = {
  reportId: number
  /** Where their passage stands in an edition. */
  on?: OnBlocks | undefined
  /** Of one topic, and of one of its phases. */
  topicId?: number | undefined
  phase?: number | undefined
  kind?: ContributionKind | undefined
  /** Of arguments. */
  stance?: Stance | undefined
  /** Only those whose words everybody reads. */
  published?: true | undefined
  origin?: 'online' | 'import' | undefined
  publishedBefore?: Date | undefined
  /** What the editors owe an answer, or have given one. */
  waiting?: boolean | undefined
  /** Only those of these numbers. */
  among?: readonly number[] | undefined
  /** Only those whose words nobody reads any more: withdrawn by their author, or withheld. */
  hidden?: true | undefined
}

/** `withLost`: those, too, that were written on these blocks and have no place in the edition. */
export type OnBlocks = { editionId: number; blockIds: readonly string[]; withLost?: true }

export type Page = {
  /** `passage`: as the latest edition reads; what speaks of the whole report first. */
  order: 'newest' | 'oldest' | 'supported' | 'passage'
  limit: number
  offset: number
}

/** Contributions that are readers' first words, not replies: a thread is listed by where it began. */
export async function listContributions(
  db: Db,
  listed: Listed,
  { order, limit, offset }: Page,
): Promise<Contribution[]> {
  const chosen = contributions(db).where(chosenBy(listed))
  const ordered = {
    oldest: () => chosen,
    newest: () => chosen,
    supported: () => chosen.orderBy('contribution.supports', 'desc'),
    passage: () =>
      chosen
        .orderBy(sql`passage.block_id is not null`)
        .orderBy(positionIn(listed.reportId))
        .orderBy(startIn(listed.reportId)),
  }[order]()
  const ascending = order === 'oldest' || order === 'passage'
  const rows = await ordered
    .orderBy('contribution.number', ascending ? 'asc' : 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => asShown(fromRow(row)))
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

export type CountOfKind = { kind: ContributionKind; waiting: number; answered: number }

/** How many of each kind there are that wait for an answer, and that have one. */
export async function countByKind(
  db: Db,
  listed: Omit<Listed, 'kind' | 'waiting'>,
): Promise<CountOfKind[]> {
  const rows = await db
    .selectFrom('contribution')
    .leftJoin('passage', 'passage.contribution_number', 'contribution.number')
    .where(chosenBy(listed))
    .select((the) => [
      'contribution.kind',
      the.fn.countAll<string>().filterWhere(isOwedAnAnswer).as('waiting'),
      the.fn.countAll<string>().filterWhere(isSettled).as('answered'),
    ])
    .groupBy('contribution.kind')
    .orderBy('contribution.kind')
    .execute()
  return rows.map(({ kind, waiting, answered }) => ({
    kind,
    waiting: Number(waiting),
    answered: Number(answered),
  }))
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

/** Contributions of these numbers that do not wait for a moderator, the newest first. */
export async function listByNumbers(db: Db, numbers: readonly number[]): Promise<Contribution[]> {
  if (numbers.length === 0) return []
  const rows = await contributions(db)
    .where('contribution.number', 'in', numbers)
    .where('contribution.state', '<>', 'pending')
    .orderBy('contribution.number', 'desc')
    .execute()
  return rows.map((row) => asShown(fromRow(row)))
}

/** Contributions of these numbers, whatever became of them: for those who moderate. */
export async function listPending(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, Contribution>> {
  if (numbers.length === 0) return new Map()
  const rows = await contributions(db).where('contribution.number', 'in', numbers).execute()
  return new Map(rows.map((row) => [row.number, fromRow(row)]))
}

/** The newest published first words on each of these blocks of an edition, by block. */
export async function listNewestOn(
  db: Db,
  editionId: number,
  blockIds: readonly string[],
): Promise<Map<string, Contribution>> {
  const { rows } = await sql<{ id: string; number: number }>`
    select asked.id, newest.number from unnest(${[...blockIds]}::text[]) as asked (id)
    cross join lateral (
      select number from anchor
      join contribution on number = contribution_number
      where anchor.edition_id = ${editionId} and block_id = asked.id and current
        and contribution.state = 'published' and reply_to is null
      order by contribution_number desc limit 1
    ) newest`.execute(db)
  const newest = await listByNumbers(
    db,
    rows.map(({ number }) => number),
  )
  const byNumber = new Map(newest.map((one) => [one.number, one]))
  return new Map(
    rows.flatMap(({ id, number }) => {
      const found = byNumber.get(number)
      return found ? [[id, found]] : []
    }),
  )
}

/** First words, of those passages, of that kind, origin, age and state of answer. */
function chosenBy(listed: Listed) {
  const {
    reportId,
    on,
    topicId,
    phase,
    kind,
    stance,
    published,
    origin,
    publishedBefore,
    waiting,
    among,
    hidden,
  } = listed
  const conditions = [
    sql<boolean>`contribution.report_id = ${reportId} and contribution.reply_to is null
      and contribution.state <> 'pending'`,
    ...when(on, standsOn),
    ...when(topicId, (one) => sql<boolean>`contribution.topic_id = ${one}`),
    ...when(phase, (one) => sql<boolean>`contribution.phase = ${one}`),
    ...when(kind, (one) => sql<boolean>`contribution.kind = ${one}`),
    ...when(stance, (one) => sql<boolean>`contribution.stance = ${one}`),
    ...when(published, () => sql<boolean>`contribution.state = 'published'`),
    ...when(origin, (one) => sql<boolean>`contribution.origin = ${one}`),
    ...when(publishedBefore, (at) => sql<boolean>`contribution.published_at < ${at}`),
    ...when(waiting, (owed) => (owed ? isOwedAnAnswer : isSettled)),
    ...when(among, (all) => sql<boolean>`contribution.number = any(${[...all]}::integer[])`),
    ...when(hidden, () => sql<boolean>`contribution.state <> 'published'`),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function when<T>(asked: T | undefined, condition: (asked: T) => RawBuilder<boolean>) {
  return asked === undefined ? [] : [condition(asked)]
}

function standsOn({ editionId, blockIds, withLost }: OnBlocks) {
  const ids = sql`any(${[...blockIds]}::text[])`
  const lost = withLost ? sql`or (anchor.state = 'orphan' and passage.block_id = ${ids})` : sql``
  return sql<boolean>`contribution.number in (
    select contribution_number from anchor
    where anchor.edition_id = ${editionId} and anchor.current
      and (anchor.block_id = ${ids} ${lost}))`
}

/** Where a passage stands in the edition now read; null where it is no longer there, which sorts last. */
function positionIn(reportId: number) {
  return sql`(select place.position ${anchorIn(reportId)})`
}

function startIn(reportId: number) {
  return sql`(select anchor.start_offset ${anchorIn(reportId)})`
}

function anchorIn(reportId: number) {
  return sql`from anchor
    join edition_block as place using (edition_id, block_id)
    where anchor.contribution_number = contribution.number and anchor.current
      and anchor.edition_id =
        (select id from edition where report_id = ${reportId} order by number desc limit 1)`
}

const isOwedAnAnswer = sql<boolean>`contribution.settled_at is null and contribution.state = 'published'`
const isSettled = sql<boolean>`contribution.settled_at is not null`

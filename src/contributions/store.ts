import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { asShown } from './as-shown.ts'
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
  'contribution.cut_by as cutBy',
] as const

/** With every word, also those that moderation cut: a page shows it `asShown`. */
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

/** The key of the form that it was published with; null for an imported one. */
export async function findSubmissionKey(db: Db, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('contribution')
    .select('idempotency_key as key')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.key ?? null
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

/**
 * Every revision that everybody could read once, the oldest first: not one that was changed again before a moderator
 * had decided, nor one of which a decision that holds has cut words.
 */
export async function listPublicRevisions(db: Db, number: number): Promise<Contribution[]> {
  const rows = await contributionsAt(db, 'every')
    .where('contribution.number', '=', number)
    .where(
      sql<boolean>`(
        not exists (
          select from moderation_hold as hold
          where hold.contribution_number = contribution.number and hold.held_at <= revision.at
            and (hold.ended_at is null or revision.at < hold.ended_at)
        )
        or ${judgedAs('published')}
      ) and not ${judgedAs('cut')}`,
    )
    .orderBy('revision.revision')
    .execute()
  return rows.map(fromRow)
}

/** A decision on just that revision, which was not undone. */
function judgedAs(outcome: 'published' | 'cut') {
  return sql<boolean>`exists (
    select from moderation_decision as decision
    where decision.contribution_number = contribution.number
      and decision.revision = revision.revision and decision.outcome = ${outcome}
      and not exists (
        select from moderation_decision as later
        where later.ends = decision.id and later.outcome = 'undone'
      )
  )`
}

export type Credit = {
  kind: ContributionKind
  state: Contribution['state']
  authorName: string
  organisation: string | null
  /** The contribution that it replies to. */
  replyTo: number | null
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
    .select('reply_to as replyTo')
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ number, ...credit }) => [number, credit]))
}

/**
 * What was said below a contribution, in the order in which it was said. What waits for a moderator is left out,
 * unless somebody replied to it before it was changed.
 */
export async function listThread(db: Db, root: number, limit: number): Promise<Contribution[]> {
  const rows = await contributions(db)
    .where('contribution.thread', '=', root)
    .where((the) =>
      the.or([
        the('contribution.state', '<>', 'pending'),
        the.exists(
          the
            .selectFrom('contribution as reply')
            .select('reply.number')
            .whereRef('reply.reply_to', '=', 'contribution.number')
            .where('reply.state', '<>', 'pending'),
        ),
      ]),
    )
    .orderBy('contribution.number')
    .limit(limit)
    .execute()
  return rows.map((row) => asShown(fromRow(row)))
}

/** Everything that somebody published, the newest first. */
export async function listOfAuthor(
  db: Db,
  authorId: number,
  { limit, offset }: { limit: number; offset: number },
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

/** Contributions as they now say it. */
export function contributions(db: Db) {
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
    .select(cutRanges.as('cutRanges'))
    .select(cutRule.as('cutRule'))
}

const cutRanges = sql<{ start: number; end: number }[] | null>`(
  select json_agg(json_build_object('start', start_offset, 'end', end_offset) order by start_offset)
  from moderation_cut where decision_id = contribution.cut_by)`
const cutRule = sql<number | null>`(
  select rule from moderation_decision where id = contribution.cut_by)`

type Row = Awaited<ReturnType<ReturnType<typeof contributionsAt>['executeTakeFirstOrThrow']>>

export function fromRow(row: Row): Contribution {
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
    cut:
      row.cutBy === null
        ? null
        : { decision: row.cutBy, rule: row.cutRule, ranges: row.cutRanges ?? [] },
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

import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { asShown } from './as-shown.ts'
import type { Contribution, ContributionKind } from './contribution.ts'
import { contributions, contributionsAt, fromRow } from './rows-store.ts'

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
  /** It was said for that organisation. */
  spokenFor: boolean
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
    .select(['reply_to as replyTo', 'spoken_for as spokenFor'])
    .where('number', 'in', numbers)
    .execute()
  return new Map(
    rows.map(({ number, spokenFor, ...credit }) => [
      number,
      { ...credit, spokenFor: spokenFor !== null },
    ]),
  )
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

/** What was said for an organisation, the newest first. */
export async function listSpokenFor(db: Db, slug: string, limit: number): Promise<Contribution[]> {
  const rows = await contributions(db)
    .where('contribution.spoken_for', '=', slug)
    .where('contribution.state', '=', 'published')
    .orderBy('contribution.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => asShown(fromRow(row)))
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

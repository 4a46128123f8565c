import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { ContributionKind, ContributionState } from './contribution.ts'

export type KeptCommitment = { number: number; salt: Buffer | null; commitment: Buffer }

/** What the journal says of a contribution, as its rows say it; null where a row is missing. */
export type ContributionAccount = {
  number: number
  kind: ContributionKind
  state: ContributionState
  receivedAt: Date
  /** Held back as soon as it was received. */
  received: boolean
  withdrawnAt: Date | null
  origin: 'online' | 'import'
  sourceKey: string | null
  /** The author's pseudonym. */
  author: string
  reportSlug: string
  /** Of the report whose edition was read; null where there was none. */
  editionSlug: string | null
  editionNumber: number | null
  topicSlug: string | null
  phase: number | null
  /** The organisation that it was said for. */
  spokenFor: string | null
  blockId: string | null
  replyTo: number | null
  thread: number | null
  /** What its thread is, as what it answers says. */
  threadAnswered: number | null
  /** Number of the newest revision. */
  revision: number
}

export function listAccounts(db: Db, after: number, limit: number): Promise<ContributionAccount[]> {
  return db
    .selectFrom('contribution')
    .innerJoin('person', 'person.id', 'contribution.author_id')
    .innerJoin('report', 'report.id', 'contribution.report_id')
    .leftJoin('edition', 'edition.id', 'contribution.edition_id')
    .leftJoin('report as read', 'read.id', 'edition.report_id')
    .leftJoin('topic', 'topic.id', 'contribution.topic_id')
    .leftJoin('passage', 'passage.contribution_number', 'contribution.number')
    .leftJoin('contribution as answered', 'answered.number', 'contribution.reply_to')
    .select(['contribution.number', 'contribution.kind', 'contribution.state'])
    .select(['contribution.received_at as receivedAt', 'contribution.withdrawn_at as withdrawnAt'])
    .select(['contribution.origin', 'contribution.source_key as sourceKey'])
    .select(['person.pseudonym as author', 'report.slug as reportSlug'])
    .select(['read.slug as editionSlug', 'edition.number as editionNumber'])
    .select(['topic.slug as topicSlug', 'contribution.phase'])
    .select(['passage.block_id as blockId', 'contribution.reply_to as replyTo'])
    .select([
      'contribution.thread',
      'contribution.revision',
      'contribution.spoken_for as spokenFor',
    ])
    .select((the) => the.fn.coalesce('answered.thread', 'answered.number').as('threadAnswered'))
    .select((the) =>
      the
        .exists(
          the
            .selectFrom('moderation_hold as hold')
            .select('hold.id')
            .whereRef('hold.contribution_number', '=', 'contribution.number')
            .whereRef('hold.held_at', '=', 'contribution.received_at'),
        )
        .$castTo<boolean>()
        .as('received'),
    )
    .where('contribution.number', '>', after)
    .orderBy('contribution.number')
    .limit(limit)
    .execute()
}

export type KeptRevision = KeptCommitment & {
  revision: number
  at: Date
  /** Since its author was erased: of what it says now. */
  renewedSalt: Buffer | null
  renewedCommitment: Buffer | null
}

/** The revisions of contributions from one number to another, both included, in order. */
export function listKeptRevisions(db: Db, from: number, to: number): Promise<KeptRevision[]> {
  return db
    .selectFrom('revision')
    .select(['contribution_number as number', 'revision', 'at', 'salt', 'commitment'])
    .select(['renewed_salt as renewedSalt', 'renewed_commitment as renewedCommitment'])
    .where('contribution_number', '>=', from)
    .where('contribution_number', '<=', to)
    .orderBy('contribution_number')
    .orderBy('revision')
    .execute()
}

/** What the newest revision of each of these contributions is committed to. */
export function listCommitments(db: Db, numbers: readonly number[]): Promise<KeptCommitment[]> {
  return db
    .selectFrom('revision')
    .distinctOn('contribution_number')
    .select(['contribution_number as number', 'salt', 'commitment'])
    .where('contribution_number', '=', sql<number>`any(${[...numbers]}::integer[])`)
    .orderBy('contribution_number')
    .orderBy('revision', 'desc')
    .execute()
}

export type RenewedRevision = {
  author: string
  number: number
  revision: number
  commitment: Buffer
}

/** What the revisions of authors who are erased are committed to since, by the author’s pseudonym, in order. */
export function listRenewed(db: Db): Promise<RenewedRevision[]> {
  return db
    .selectFrom('revision')
    .innerJoin('contribution', 'contribution.number', 'contribution_number')
    .innerJoin('person', 'person.id', 'author_id')
    .select(['person.pseudonym as author', 'contribution_number as number', 'revision.revision'])
    .select('renewed_commitment as commitment')
    .where('renewed_commitment', 'is not', null)
    .orderBy('contribution_number')
    .orderBy('revision.revision')
    .$narrowType<{ commitment: Buffer }>()
    .execute()
}

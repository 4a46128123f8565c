import type { Db } from '../platform/db/connect.ts'
import type { ContributionKind } from './contribution.ts'

/** Where a draft is written: a passage, another contribution, or neither: the report as a whole. */
export type DraftPlace = {
  reportId: number
  kind: ContributionKind
  blockId: string | null
  topicId: number | null
  replyTo: number | null
}

export type KeptDraft = DraftPlace & {
  key: string
  slug: string
  topicSlug: string | null
  fields: unknown
  updatedAt: Date
}

const columns = [
  'draft.key',
  'draft.report_id as reportId',
  'report.slug',
  'draft.kind',
  'draft.block_id as blockId',
  'draft.topic_id as topicId',
  'topic.slug as topicSlug',
  'draft.reply_to as replyTo',
  'draft.fields',
  'draft.updated_at as updatedAt',
] as const

/** Keeps what is typed under the form's key, in the place of what was kept there. */
export async function saveDraft(
  tx: Db,
  authorId: number,
  draft: DraftPlace & { key: string; fields: object; updatedAt: Date },
): Promise<void> {
  const values = {
    report_id: draft.reportId,
    kind: draft.kind,
    block_id: draft.blockId,
    topic_id: draft.topicId,
    reply_to: draft.replyTo,
    fields: JSON.stringify(draft.fields),
    updated_at: draft.updatedAt,
  }
  await tx
    .insertInto('draft')
    .values({ author_id: authorId, key: draft.key, ...values })
    .onConflict((conflict) => conflict.columns(['author_id', 'key']).doUpdateSet(values))
    .execute()
}

export function findDraft(db: Db, authorId: number, key: string): Promise<KeptDraft | undefined> {
  return drafts(db, authorId).where('draft.key', '=', key).executeTakeFirst()
}

/** What somebody was writing there last. */
export function findDraftAt(
  db: Db,
  authorId: number,
  { reportId, kind, blockId, topicId, replyTo }: DraftPlace,
): Promise<KeptDraft | undefined> {
  return drafts(db, authorId)
    .where('draft.report_id', '=', reportId)
    .where('draft.kind', '=', kind)
    .where('draft.block_id', blockId === null ? 'is' : '=', blockId)
    .where('draft.topic_id', topicId === null ? 'is' : '=', topicId)
    .where('draft.reply_to', replyTo === null ? 'is' : '=', replyTo)
    .orderBy('draft.updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The last touched first. */
export function listDrafts(db: Db, authorId: number): Promise<KeptDraft[]> {
  return drafts(db, authorId).orderBy('draft.updated_at', 'desc').execute()
}

export async function countDrafts(db: Db, authorId: number): Promise<number> {
  const row = await db
    .selectFrom('draft')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function deleteDraft(tx: Db, authorId: number, key: string): Promise<void> {
  await tx.deleteFrom('draft').where('author_id', '=', authorId).where('key', '=', key).execute()
}

function drafts(db: Db, authorId: number) {
  return db
    .selectFrom('draft')
    .innerJoin('report', 'report.id', 'draft.report_id')
    .leftJoin('topic', 'topic.id', 'draft.topic_id')
    .select(columns)
    .where('draft.author_id', '=', authorId)
}

/** Those that were last touched before then. */
export async function deleteDraftsBefore(tx: Db, time: Date): Promise<void> {
  await tx.deleteFrom('draft').where('updated_at', '<', time).execute()
}

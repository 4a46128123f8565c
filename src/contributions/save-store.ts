import { saveAttachments } from '../attachments/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Author, Contribution } from './contribution.ts'

export type NewContribution = Omit<
  Contribution,
  'number' | 'state' | 'withdrawnAt' | 'settledAt'
> & {
  editionId: number | null
  idempotencyKey: string
  receivedAt: Date
  salt: Buffer
  commitment: Buffer
}

/** Undefined when the same form was received at the same moment: nothing was written. */
export async function saveContribution(
  tx: Db,
  contribution: NewContribution,
): Promise<number | undefined> {
  const saved = await tx
    .insertInto('contribution')
    .values(contributionValues(contribution))
    .onConflict((conflict) => conflict.columns(['author_id', 'idempotency_key']).doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!saved) return undefined
  const { number } = saved
  await saveRevision(tx, { ...contribution, number, revision: 1 })
  const { passage, base, editionId } = contribution
  if (passage && editionId !== null) {
    await tx
      .insertInto('passage')
      .values(passageValues(number, editionId, passage))
      .execute()
  }
  if (base) {
    const amendment = {
      contribution_number: number,
      base_sha256: Buffer.from(base.sha256),
      sentences: base.sentences,
    }
    await tx.insertInto('amendment').values(amendment).execute()
  }
  return number
}

type NewRevision = Pick<
  Contribution,
  'number' | 'revision' | 'revisedAt' | 'content' | 'attachments'
> & {
  salt: Buffer
  commitment: Buffer
}

export async function saveRevision(tx: Db, revision: NewRevision): Promise<void> {
  await tx.insertInto('revision').values(revisionValues(revision)).execute()
  await saveAttachments(tx, revision, revision.attachments)
  if (revision.revision === 1) return
  await tx
    .updateTable('contribution')
    .set({ revision: revision.revision })
    .where('number', '=', revision.number)
    .execute()
}

/** What waits for a moderator, or was withheld, stays hidden: withdrawn, it waits no longer, nor is it ever shown again. */
export async function saveWithdrawal(
  tx: Db,
  { number, state }: Pick<Contribution, 'number' | 'state'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('contribution')
    .set({ state: state === 'published' ? 'withdrawn' : state, withdrawn_at: now })
    .where('number', '=', number)
    .execute()
}

/**
 * As moderation decided, with the decision whose cuts hold, where that changes; what was withdrawn meanwhile is not published but
 * stays withdrawn.
 */
export async function saveState(
  tx: Db,
  number: number,
  state: 'pending' | 'published' | 'withheld',
  cutBy?: number | null,
): Promise<void> {
  const { withdrawn_at: withdrawnAt } = await tx
    .selectFrom('contribution')
    .select('withdrawn_at')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const shown = withdrawnAt === null ? 'published' : 'withdrawn'
  await tx
    .updateTable('contribution')
    .set({
      state: state === 'published' ? shown : state,
      ...(cutBy !== undefined && { cut_by: cutBy }),
    })
    .where('number', '=', number)
    .execute()
}

export async function saveSettled(tx: Db, numbers: readonly number[], now: Date): Promise<void> {
  await tx
    .updateTable('contribution')
    .set({ settled_at: now })
    .where('number', 'in', numbers)
    .execute()
}

export function contributionValues(contribution: NewContribution) {
  return {
    report_id: contribution.reportId,
    kind: contribution.kind,
    stance: contribution.stance,
    state: 'published' as const,
    origin: contribution.imported ? ('import' as const) : ('online' as const),
    consultation_id: contribution.imported?.consultationId ?? null,
    source_key: contribution.imported?.key ?? null,
    author_id: contribution.authorId,
    ...authorValues(contribution.author),
    lang: contribution.lang,
    edition_id: contribution.editionId,
    topic_id: contribution.topic?.id ?? null,
    phase: contribution.topic?.phase ?? null,
    reply_to: contribution.replyTo,
    thread: contribution.thread,
    published_at: contribution.publishedAt,
    received_at: contribution.receivedAt,
    idempotency_key: contribution.idempotencyKey,
  }
}

function authorValues({ name, helixSide, organisation, territory, languages, ...author }: Author) {
  return {
    author_name: name,
    helix_side: helixSide,
    organisation,
    territory,
    languages: [...languages],
    ...officeValues(author.office),
    ...mandateValues(author.spokenFor),
  }
}

function officeValues(office: Author['office']) {
  if (!office) return { office: null, office_title: null, office_verified: null }
  return { office: office.kind, office_title: office.title, office_verified: office.verified }
}

function mandateValues(mandate: Author['spokenFor']) {
  return {
    spoken_for: mandate && mandate.slug,
    spoken_for_verified: mandate && mandate.verified,
    mandate_from: mandate && mandate.from,
    mandate_until: mandate && mandate.until,
  }
}

export function revisionValues({
  number,
  revision,
  revisedAt,
  content,
  ...proof
}: Omit<NewRevision, 'attachments'>) {
  return { contribution_number: number, revision, at: revisedAt, ...content, ...pick(proof) }
}

export function passageValues(
  number: number,
  editionId: number,
  passage: NonNullable<Contribution['passage']>,
) {
  return {
    contribution_number: number,
    edition_id: editionId,
    block_id: passage.blockId,
    start_offset: passage.start,
    end_offset: passage.end,
    exact: passage.exact,
    prefix: passage.prefix,
    suffix: passage.suffix,
  }
}

function pick({ salt, commitment }: Pick<NewRevision, 'salt' | 'commitment'>) {
  return { salt, commitment }
}

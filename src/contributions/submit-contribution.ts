import {
  holdFiles,
  sameAttachments,
  type Attachment,
  type TypedAttachment,
} from '../attachments/index.ts'
import { carryNewcomer } from '../anchors/index.ts'
import { lockPerson, type Person } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { newSalt } from '../platform/ids.ts'
import type { Report } from '../reports/index.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Sending } from '../spam/index.ts'
import { lockTopic } from '../topics/index.ts'
import { findNotBefore } from './check-hourly-limit.ts'
import { commitTo } from './commitment.ts'
import type { Contribution } from './contribution.ts'
import { deleteDraft } from './draft-store.ts'
import { authorFor, keepTrueName } from './find-voice.ts'
import { findPlace, type Place } from './find-place.ts'
import { findHoldReason, holdForModeration } from './hold-for-moderation.ts'
import { recordOwnAct, requirePersonId } from './record-own-act.ts'
import { saveContribution } from './save-store.ts'
import { findBySubmission, lockContribution } from './store.ts'
import {
  checkSubmission,
  describeSubmission,
  saysSame,
  type Said,
  type SubmissionProblem,
} from './submission.ts'

export type Submission = Said & {
  report: Report
  /** The edition that was read. */
  /** The edition that was read; null before there is one. */
  editionNumber: number | null
  blockId: string | null
  topicId: number | null
  replyTo: number | null
  lang: string
  /** Files that its author has sent before, in the order in which they are to be shown. */
  attachments?: readonly TypedAttachment[]
  /** As typed, where the report asks for it and the author had not said it yet. */
  trueName?: string
  /** Made with the form; the same form sent again is the same contribution. */
  idempotencyKey: string
  /** How its form came in; what came by no form is not suspected of being spam. */
  sending?: Sending
}

export type Refused = {
  ok: false
  problems: SubmissionProblem[]
  /** The contribution that other words sent with the same form became. */
  published?: number
  /** When the next one will be received. */
  notBefore?: Date
}

export type Submitted = { ok: true; number: number } | Refused

/**
 * Publishes what somebody says of a passage, a report or a contribution, once, or holds it back until a
 * moderator decides; writes it in the journal and asks for its receipt. The draft that it was is no more.
 */
export function submitContribution(
  db: Db,
  actor: Actor,
  submission: Submission,
  now: Date,
): Promise<Submitted> {
  return inTransaction(db, async (tx) => {
    const { report, idempotencyKey } = submission
    const role = authorize(actor, 'contribution.submit', { reportId: report.id })
    const author = await lockAuthor(tx, actor)
    const place = await lockPlace(tx, submission, now)
    if (!place) throw new NotFound('what is spoken of')
    const { attachments, problem } = await holdFiles(tx, author.id, submission.attachments)
    const received = await findBySubmission(tx, author.id, idempotencyKey)
    if (received) return receivedBefore(received, { submission, attachments, place })

    const problems = [...checkSubmission(submission, place), ...problem]
    if (problems.length > 0) return { ok: false, problems }
    const speaker = await admit(tx, { actor, author, submission }, now)
    if (!speaker.ok) return speaker

    const said = describeSubmission(submission, {
      authorId: author.id,
      author: speaker.shown,
      place,
      attachments,
      now,
    })
    const salt = newSalt()
    const commitment = commitTo(salt, said)
    const number = await saveContribution(tx, {
      ...said,
      editionId: place.edition?.id ?? null,
      idempotencyKey,
      receivedAt: now,
      salt,
      commitment,
    })
    if (number === undefined) throw new Error('a form was received past the lock on its author')
    await carryInto(tx, report, { number, passage: said.passage })
    await deleteDraft(tx, author.id, idempotencyKey)
    const sent = { ...said, number, revision: 1 }
    const held = await findHoldReason(tx, sent, submission.sending, now)
    await recordOwnAct(
      tx,
      { actor, role, action: held ? 'contribution.received' : 'contribution.published', number },
      accountOf({ number, ...said, report, commitment }),
      now,
    )
    if (held) await holdForModeration(tx, { number, ...held }, now)
    return { ok: true, number }
  })
}

/** Nobody withholds or withdraws what is answered, or closes its topic, while it is being answered. */
async function lockPlace(tx: Db, submission: Submission, now: Date): Promise<Place | undefined> {
  const { replyTo } = submission
  const answered = replyTo === null ? undefined : await lockContribution(tx, replyTo)
  const topicId = answered?.topic?.id ?? submission.topicId
  if (topicId !== null) await lockTopic(tx, topicId, 'to-speak')
  return findPlace(tx, { ...submission, today: dayInParis(now) })
}

type Newcomer = Pick<Contribution, 'number' | 'passage'>

/** Later editions may be there already: its passage is carried into them. */
async function carryInto(tx: Db, { id }: Pick<Report, 'id'>, { number, passage }: Newcomer) {
  if (!passage) return
  await carryNewcomer(tx, { number, reportId: id, editionNumber: passage.editionNumber })
}

type Admitting = { actor: Actor; author: Person; submission: Submission }

/** As whom somebody says it, if they may say it in that name and now. */
async function admit(tx: Db, { actor, author, submission }: Admitting, now: Date) {
  const speaking = { actor, person: author, speaker: submission.speaker }
  const shown = await authorFor(tx, speaking, now)
  if (!shown) return { ok: false as const, problems: ['no-mandate' as const] }
  const notBefore = await findNotBefore(tx, author.id, now)
  if (notBefore) return { ok: false as const, problems: ['too-many' as const], notBefore }
  const nameless = await keepTrueName(tx, author, submission)
  if (nameless) return { ok: false as const, problems: [nameless] }
  return { ok: true as const, shown }
}

type Accounted = Pick<
  Contribution,
  'number' | 'kind' | 'editionNumber' | 'passage' | 'topic' | 'replyTo' | 'imported' | 'author'
> & { report: Pick<Report, 'slug'>; commitment: Uint8Array }

/** What the journal says of a contribution: what it is and where it stands, and not its words. */
export function accountOf(said: Accounted) {
  const { number, kind, editionNumber, passage, topic, replyTo, imported, author } = said
  return {
    number,
    kind,
    edition: editionNumber === null ? null : `${said.report.slug}/${editionNumber}`,
    block: passage?.blockId ?? null,
    ...(topic && { topic: topic.slug }),
    ...(topic?.phase && { phase: topic.phase }),
    ...(replyTo !== null && { replyTo }),
    ...(author.spokenFor && { for: author.spokenFor.slug }),
    ...(imported && { source: imported.key }),
    commitment: Buffer.from(said.commitment).toString('hex'),
  }
}

/** Held until the act is done: what one person sends at once is received one after the other. */
async function lockAuthor(tx: Db, actor: Actor): Promise<Person> {
  const author = await lockPerson(tx, requirePersonId(actor))
  if (!author) throw new SignInNeeded()
  return author
}

type Sent = { submission: Submission; attachments: readonly Attachment[]; place: Place }

/** The same words sent again are the same contribution; others are not lost under its number. */
function receivedBefore(
  received: Contribution,
  { submission, attachments, place }: Sent,
): Submitted {
  const { number } = received
  const same =
    saysSame(received, submission, place) && sameAttachments(received.attachments, attachments)
  if (same) return { ok: true, number }
  return { ok: false, problems: ['sent-already'], published: number }
}

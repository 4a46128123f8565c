import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { newSalt } from '../platform/ids.ts'
import { recordAct } from '../journal/index.ts'
import { findPerson, type Person } from '../people/index.ts'
import {
  findEdition,
  findEditionBlock,
  type Edition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { quoteOf } from '../text/index.ts'
import { commitTo } from './commitment.ts'
import {
  checkProposal,
  coveredRange,
  keptWording,
  type Amendment,
  type AmendmentProblem,
  type Proposal,
} from './contribution.ts'
import { findBySubmission, saveAmendment } from './store.ts'

export type Submission = Proposal & {
  report: Report
  blockId: string
  /** The edition that was read. */
  editionNumber: number
  lang: string
  /** Made with the form; the same form sent again is the same contribution. */
  idempotencyKey: string
}

export type Submitted =
  | { ok: true; number: number }
  /** `published`: the contribution that another text sent with the same form became. */
  | { ok: false; problems: AmendmentProblem[]; published?: number }

/** Publishes an amendment on sentences of an edition, once, and writes it in the journal. */
export function submitAmendment(
  db: Db,
  actor: Actor,
  submission: Submission,
  now: Date,
): Promise<Submitted> {
  return inTransaction(db, async (tx) => {
    const { report, idempotencyKey } = submission
    const role = authorize(actor, 'contribution.submit', { reportId: report.id })
    const author = await requireAuthor(tx, actor)
    const { edition, block } = await requireBlock(tx, submission)
    const received = await findBySubmission(tx, author.id, idempotencyKey)
    if (received) return receivedBefore(received, submission, block)

    const problems = checkProposal(block, submission)
    if (problems.length > 0) return { ok: false, problems }

    const amendment = describe(submission, { author, edition, block, now })
    const salt = newSalt()
    const commitment = commitTo(salt, amendment)
    const number = await saveAmendment(tx, {
      ...amendment,
      authorId: author.id,
      editionId: edition.id,
      idempotencyKey,
      salt,
      commitment,
    })
    if (number === undefined) return receivedMeanwhile(tx, author.id, submission, block)

    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'contribution.published',
        object: `contribution/${number}`,
      },
      {
        number,
        kind: amendment.kind,
        edition: `${report.slug}/${edition.number}`,
        block: block.id,
        commitment: commitment.toString('hex'),
      },
    )
    return { ok: true, number }
  })
}

async function requireAuthor(tx: Db, actor: Actor): Promise<Person> {
  const author = actor.personId === null ? undefined : await findPerson(tx, actor.personId)
  if (!author) throw new SignInNeeded()
  return author
}

async function requireBlock(
  tx: Db,
  { report, editionNumber, blockId }: Submission,
): Promise<{ edition: Edition; block: PlacedBlock }> {
  const edition = await findEdition(tx, report.id, editionNumber)
  const block = edition && (await findEditionBlock(tx, edition.id, blockId))
  if (!block) throw new NotFound('passage')
  return { edition, block }
}

type Facts = { author: Person; edition: Edition; block: PlacedBlock; now: Date }

function describe(submission: Submission, { author, edition, block, now }: Facts) {
  const { report, sentences, wording, body, lang } = submission
  const range = coveredRange(block, sentences) ?? { start: 0, end: block.text.length }
  return {
    reportId: report.id,
    kind: 'amendment' as const,
    author: {
      name: author.displayName,
      helixSide: author.helixSide,
      organisation: author.organisation,
    },
    lang,
    body: body.trim(),
    publishedAt: now,
    passage: {
      blockId: block.id,
      editionNumber: edition.number,
      ...range,
      ...quoteOf(block, range.start, range.end),
    },
    sentences,
    baseSha256: block.sha256,
    wording: keptWording(wording, block),
  }
}

/** The other request holds the row until it commits, so it is there to be read now. */
async function receivedMeanwhile(
  tx: Db,
  authorId: number,
  submission: Submission,
  block: PlacedBlock,
): Promise<Submitted> {
  const received = await findBySubmission(tx, authorId, submission.idempotencyKey)
  if (!received) throw new Error('a submission was refused as a duplicate of one that is not there')
  return receivedBefore(received, submission, block)
}

/** The same text sent again is the same contribution; another text is not lost under its number. */
function receivedBefore(
  { number, passage, sentences, wording, body }: Amendment,
  submission: Submission,
  block: PlacedBlock,
): Submitted {
  const same =
    passage.blockId === block.id &&
    passage.editionNumber === submission.editionNumber &&
    sentences.join() === submission.sentences.join() &&
    wording === keptWording(submission.wording, block) &&
    body === submission.body.trim()
  if (same) return { ok: true, number }
  return { ok: false, problems: ['sent-already'], published: number }
}

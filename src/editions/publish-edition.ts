import { freezeAnswers, listAnswers } from '../answers/index.ts'
import { listWaitingNumbers } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  findLatestEdition,
  freezeChanges,
  listChanges,
  listWorkingBlocks,
  lockReport,
  saveEdition,
  type Report,
} from '../reports/index.ts'
import { editionDocument, gatherCommitments } from './edition-document.ts'

export type PublicationProblem =
  | 'no-working-text'
  | 'nothing-new'
  | 'unanswered-not-confirmed'
  | 'changed-meanwhile'

export type Published = { ok: true; number: number } | { ok: false; problem: PublicationProblem }

/** What publishing now would freeze: shown on the check-list, and checked again under the lock. */
export async function prepareEdition(db: Db, report: Report) {
  const previous = await findLatestEdition(db, report.id)
  const blocks = await listWorkingBlocks(db, report.id)
  const changes = await listChanges(db, report.id, null)
  const answers = await listAnswers(db, report.id, null)
  const unanswered = await listWaitingNumbers(db, report.id)
  return { previous, blocks, changes, answers, unanswered }
}

/** Stands for the text, changes and answers that publishing would freeze: what an editor saw of them. */
export function digestPrepared({ blocks, changes, answers }: Prepared): string {
  const texts = blocks.map(({ id, sha256: hash }) => [id, Buffer.from(hash).toString('hex')])
  const causes = changes.map((change) => [change.id, change.causes.length])
  const seen = [texts, causes, answers.map(({ id }) => id)]
  return sha256(JSON.stringify(seen)).toString('hex')
}

export type Publication = {
  report: Report
  unansweredConfirmed: boolean
  /** See `digestPrepared`; null where nobody looked at a check-list. */
  seen: string | null
}

/**
 * Freezes the working text as the report's next edition: numbered, hashed, chained to the one before.
 * Contributions that still wait for an answer must be confirmed as waiting.
 */
export function publishEdition(
  db: Db,
  actor: Actor,
  { report, unansweredConfirmed, seen }: Publication,
  now: Date,
): Promise<Published> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'edition.publish', { reportId: report.id })
    await lockReport(tx, report.id)
    const next = await prepareEdition(tx, report)
    const problem = checkPublication(next, { unansweredConfirmed, seen })
    if (problem) return { ok: false, problem }

    const number = (next.previous?.number ?? 0) + 1
    const canonical = await canonicalEdition(tx, report, { ...next, number, now })
    const hash = sha256(canonical)
    const previousSha256 = next.previous ? Buffer.from(next.previous.sha256) : null
    const { unanswered } = next
    const edition = { reportId: report.id, number, publishedAt: now, canonical, previousSha256 }
    const signed = { ...edition, publishedBy: requirePerson(actor), sha256: hash, unanswered }
    const id = await saveEdition(tx, signed, next.blocks)
    await freezeChanges(tx, report.id, id)
    await freezeAnswers(tx, report.id, id)
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'edition.published',
        object: `edition/${report.slug}/${number}`,
      },
      {
        sha256: hash.toString('hex'),
        previous: previousSha256?.toString('hex') ?? null,
        unanswered,
      },
    )
    return { ok: true, number }
  })
}

type Prepared = Awaited<ReturnType<typeof prepareEdition>>

function checkPublication(
  next: Prepared,
  { unansweredConfirmed, seen }: Omit<Publication, 'report'>,
): PublicationProblem | null {
  if (next.blocks.length === 0) return 'no-working-text'
  if (next.previous && next.changes.length === 0 && next.answers.length === 0) return 'nothing-new'
  if (seen !== null && seen !== digestPrepared(next)) return 'changed-meanwhile'
  return next.unanswered.length > 0 && !unansweredConfirmed ? 'unanswered-not-confirmed' : null
}

type Next = Prepared & { number: number; now: Date }

async function canonicalEdition(tx: Db, report: Report, next: Next): Promise<string> {
  const { number, now, previous, blocks, changes, answers } = next
  const { slug, title, lang } = report
  return canonicalJson(
    editionDocument({
      report: { slug, title, lang },
      number,
      publishedAt: now,
      previousSha256: previous?.sha256 ?? null,
      blocks,
      changes,
      answers,
      commitments: await gatherCommitments(tx, next),
      unanswered: next.unanswered,
    }),
  )
}

function requirePerson(actor: Actor): number {
  if (actor.personId === null) throw new SignInNeeded()
  return actor.personId
}

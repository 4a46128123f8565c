import { carryIntoEdition } from '../anchors/index.ts'
import { freezeAnswers, listAnswers, type Answer } from '../answers/index.ts'
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
  listDifferences,
  listChanges,
  listEditionBlocks,
  listWorkingBlocks,
  lockReport,
  saveEdition,
  type Change,
  type PlacedBlock,
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
  const published = previous ? await listEditionBlocks(db, previous.id) : []
  const blocks = await listWorkingBlocks(db, report.id)
  const changes = await listChanges(db, report.id, null)
  const answers = await listAnswers(db, report.id, null)
  const unanswered = await listWaitingNumbers(db, report.id)
  return { previous, published, blocks, changes, answers, unanswered }
}

type Freezing = {
  /** Of the edition. */
  number: number
  blocks: readonly PlacedBlock[]
  changes: readonly Change[]
  answers: readonly Answer[]
}

/** Stands for the text, changes and answers that publishing would freeze: what an editor saw of them. */
export function digestPrepared({ previous, ...prepared }: Prepared): string {
  return digestFreezing({ ...prepared, number: (previous?.number ?? 0) + 1 })
}

function digestFreezing({ number, blocks, changes, answers }: Freezing): string {
  const texts = blocks.map(({ id, sha256: hash }) => [id, Buffer.from(hash).toString('hex')])
  const causes = changes.map((change) => [change.id, change.causes.length])
  const seen = [number, texts, causes, answers.map(({ id }) => id)]
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
    // The form was sent twice: what its editor saw is what the latest edition froze.
    if (next.previous && seen !== null && seen === (await digestLatest(tx, next))) {
      return { ok: true, number: next.previous.number }
    }
    const problem = checkPublication(next, { unansweredConfirmed, seen })
    if (problem) return { ok: false, problem }

    const number = (next.previous?.number ?? 0) + 1
    const canonical = await canonicalEdition(tx, report, { ...next, number, now })
    const hash = sha256(canonical)
    const previousSha256 = next.previous ? Buffer.from(next.previous.sha256) : null
    const { unanswered } = next
    const edition = { reportId: report.id, number, publishedAt: now, canonical, previousSha256 }
    const signed = { ...edition, publishedBy: requirePerson(actor), sha256: hash, unanswered }
    const id = await saveEdition(tx, signed)
    await freezeChanges(tx, report.id, id)
    await freezeAnswers(tx, report.id, id)
    await carryInto(tx, next, { id, reportId: report.id }, now)
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

/** Contributions keep their passages: what became of each is written down with the edition. */
async function carryInto(
  tx: Db,
  { previous, published, blocks, changes }: Prepared,
  edition: { id: number; reportId: number },
  now: Date,
): Promise<void> {
  if (!previous) return
  const following = { previous, old: published, now: blocks, steps: changes }
  await carryIntoEdition(tx, { edition, ...following }, now)
}

type Prepared = Awaited<ReturnType<typeof prepareEdition>>

/** See `digestPrepared`: of what the latest edition froze. */
async function digestLatest(tx: Db, { previous, published }: Prepared): Promise<string | null> {
  if (!previous) return null
  const { id, number, reportId } = previous
  return digestFreezing({
    number,
    blocks: published,
    changes: await listChanges(tx, reportId, id),
    answers: await listAnswers(tx, reportId, id),
  })
}

function checkPublication(
  next: Prepared,
  { unansweredConfirmed, seen }: Omit<Publication, 'report'>,
): PublicationProblem | null {
  if (next.blocks.length === 0) return 'no-working-text'
  if (next.previous && !bringsSomething(next)) return 'nothing-new'
  if (seen !== null && seen !== digestPrepared(next)) return 'changed-meanwhile'
  return next.unanswered.length > 0 && !unansweredConfirmed ? 'unanswered-not-confirmed' : null
}

/** Changes that were undone leave nothing to publish. */
function bringsSomething({ published, blocks, answers }: Prepared): boolean {
  return answers.length > 0 || listDifferences(published, blocks).length > 0
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

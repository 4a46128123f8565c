import { holdFiles, sameAttachments, typedOf, type TypedAttachment } from '../attachments/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { newSalt } from '../platform/ids.ts'
import type { Sending } from '../spam/index.ts'
import { checkAmendment } from './amendment.ts'
import { findNotBefore } from './check-hourly-limit.ts'
import { commitTo } from './commitment.ts'
import { checkContent, type Typed } from './content.ts'
import { checkRevision, type Contribution, type RevisionProblem } from './contribution.ts'
import { findHoldReason, holdForModeration } from './hold-for-moderation.ts'
import { readBlockOf } from './read-block.ts'
import { recordOwnAct, requirePersonId } from './record-own-act.ts'
import { saveRevision } from './save-store.ts'
import { lockContribution } from './store.ts'
import { contentOf, sameContent, type SubmissionProblem } from './submission.ts'

export type Revising = {
  number: number
  /** The revision that was read. */
  read: number
  typed: Typed
  wording: string
  /** Undefined: those that it has stay. */
  attachments?: readonly TypedAttachment[] | undefined
  /** How its form came in. */
  sending?: Sending
}

export type ReviseProblem = SubmissionProblem | RevisionProblem | 'nothing-revised'

export type Revised =
  | { ok: true }
  /** `notBefore`: when it will be received. */
  | { ok: false; problems: ReviseProblem[]; notBefore?: Date }

/**
 * Puts other words in the place of one's own, while nobody has decided on them; the old ones are kept. Where a
 * moderator reads what is said before everybody does, these are read first, too.
 */
export function reviseContribution(
  db: Db,
  actor: Actor,
  revising: Revising,
  now: Date,
): Promise<Revised> {
  return inTransaction(db, async (tx) => {
    await lockPerson(tx, requirePersonId(actor))
    const said = await lockContribution(tx, revising.number)
    if (!said) throw new NotFound('contribution')
    const role = authorize(actor, 'contribution.revise', said)
    const late = checkRevision(said, revising.read)
    const block = await readBlockOf(tx, said)
    const content = contentOf(said.kind, revising, { block })
    const named = revising.attachments ?? typedOf(said.attachments)
    const { attachments, problem } = await holdFiles(tx, said.authorId, named)
    const same =
      sameContent(said.content, content) && sameAttachments(said.attachments, attachments)
    if (late === 'revised-meanwhile' && same) return { ok: true }
    if (late) return { ok: false, problems: [late] }

    const problems = refuse(said, { revising, block, same, problem })
    if (problems.length > 0) return { ok: false, problems }
    const notBefore = await findNotBefore(tx, said.authorId, now)
    if (notBefore) return { ok: false, problems: ['too-many'], notBefore }
    const revised = { ...said, content, attachments, revision: said.revision + 1, revisedAt: now }
    const salt = newSalt()
    const commitment = commitTo(salt, revised)
    await saveRevision(tx, { ...revised, salt, commitment })
    const { number, revision } = revised
    await recordOwnAct(
      tx,
      { actor, role, action: 'contribution.revised', number },
      { number, revision, commitment: commitment.toString('hex') },
      now,
    )
    if (said.state === 'published') await holdAgain(tx, revised, revising.sending, now)
    return { ok: true }
  })
}

async function holdAgain(
  tx: Db,
  revised: Contribution,
  sending: Sending | undefined,
  now: Date,
): Promise<void> {
  const held = await findHoldReason(tx, revised, sending, now)
  if (held) await holdForModeration(tx, { number: revised.number, ...held }, now)
}

type Checking = {
  revising: Revising
  block: Awaited<ReturnType<typeof readBlockOf>>
  same: boolean
  problem: 'attachments'[]
}

function refuse(said: Contribution, { revising, block, same, problem }: Checking): ReviseProblem[] {
  const problems = [...checkWords(said, revising, block), ...problem]
  return problems.length === 0 && same ? ['nothing-revised'] : problems
}

/** What keeps these words from taking the place of the ones that were published. */
export function checkWords(
  { kind, stance, base }: Contribution,
  { typed, wording }: Pick<Revising, 'typed' | 'wording'>,
  block: Awaited<ReturnType<typeof readBlockOf>>,
): SubmissionProblem[] {
  const amended = base && block && checkAmendment(block, base.sentences, wording)
  return [...(amended ? [amended] : []), ...checkContent(kind, stance, typed)]
}

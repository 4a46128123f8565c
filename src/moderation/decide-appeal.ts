import { lockContribution, saveState, type Contribution } from '../contributions/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, can, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import {
  barFromAppeal,
  checkAnswer,
  type AnswerProblem,
  type Appeal,
  type Decider,
  type TypedAnswer,
} from './appeal.ts'
import { countDeciders, findAppeal } from './appeal-store.ts'
import { requireCharter } from './charter-store.ts'
import {
  checkGround,
  currentOf,
  cutAfter,
  groundFrom,
  stateBefore,
  type Decision,
  type Ground,
} from './decision.ts'
import { listFlags } from './flag-store.ts'
import { keepDecision } from './keep-decision.ts'
import { queueNotice } from './queue-notice.ts'
import { requirePerson } from './require-person.ts'
import { answerFlags, dismissFlags, keepAnswer } from './settle-flags.ts'
import { listDecisions } from './store.ts'

export type Answered = { ok: true } | { ok: false; problem: AnswerProblem }

type Answering = { id: number; typed: TypedAnswer; mailing: Mailing }

/**
 * Decides on what somebody contests: confirms it, or reverses it by a decision of its own on the contribution. By
 * somebody else than whoever took it; who guards or administers decides only where no moderator could.
 */
export function decideAppeal(
  db: Db,
  actor: Actor,
  { id, typed, mailing }: Answering,
  now: Date,
): Promise<Answered> {
  return inTransaction(db, async (tx) => {
    const { appeal, said, role, deciderId } = await openAppeal(tx, actor, id)
    const decider = await findDecider(tx, actor, { appeal, said }, now)
    const charter = await requireCharter(tx)
    const rules = charter.rules.map((rule) => rule.number)
    const hiding = appeal.decisionId === null && typed.outcome === 'reversed'
    const problem =
      barFromAppeal(appeal, decider) ??
      checkAnswer(typed) ??
      (hiding ? checkGround(typed, rules) : null)
    if (problem || typed.outcome === null) {
      return { ok: false, problem: problem ?? 'appeal-no-outcome' }
    }
    const answering = { actor, role, said, mailing, deciderId, answer: typed.answer.trim() }
    if (typed.outcome === 'confirmed') {
      const answer = { appeal, outcome: typed.outcome, resultId: null }
      await keepAnswer(tx, { ...answering, ...answer }, now)
      return { ok: true }
    }
    if (hiding) {
      const ground = groundFrom(typed, charter.version)
      await hide(tx, { ...answering, appeal, ground }, now)
    } else await restore(tx, { ...answering, appeal }, now)
    return { ok: true }
  })
}

/** Who would decide, and who else could. */
export async function findDecider(
  db: Db,
  actor: Actor,
  { appeal, said }: { appeal: Appeal; said: Contribution },
  now: Date,
): Promise<Decider> {
  const { reportId, authorId, number } = said
  const flaggers = (await listFlags(db, number)).map(({ flaggerId }) => flaggerId)
  const concerned = [authorId, ...flaggers].filter((one) => one !== null)
  const except = [appeal.contestedById, ...concerned]
  return {
    personId: actor.personId ?? 0,
    instead: !can(actor, 'contribution.moderate', { reportId }),
    others: await countDeciders(db, { reportId, except }, now),
    concerned,
  }
}

/** Whoever decides is held before what they decide on, as everywhere. */
async function openAppeal(tx: Db, actor: Actor, id: number) {
  const deciderId = requirePerson(actor)
  await lockPerson(tx, deciderId)
  const named = await findAppeal(tx, id)
  const said = named && (await lockContribution(tx, named.contributionNumber))
  const appeal = await findAppeal(tx, id)
  if (!said || !appeal) throw new NotFound('appeal')
  const role = authorize(actor, 'appeal.decide', { reportId: said.reportId })
  return { appeal, said, role, deciderId }
}

type Reversing = {
  actor: Actor
  role: Role
  deciderId: number
  said: Contribution
  appeal: Appeal
  answer: string
  mailing: Mailing
}

/** Makes the contribution what it was before the decision, and public in any case. */
async function restore(tx: Db, reversing: Reversing, now: Date): Promise<void> {
  const { actor, role, said, appeal, answer, mailing, deciderId } = reversing
  const decisions = await listDecisions(tx, said.number)
  const current = currentOf(decisions)
  const outcome = 'reversed' as const
  // What its author changed since, or somebody decided on again, is no longer what is contested.
  if (!current || current.id !== appeal.decisionId || said.state === 'pending') {
    await keepAnswer(
      tx,
      { actor, role, said, mailing, appeal, outcome, answer, resultId: null },
      now,
    )
    return
  }
  const decision = { ...showing(current, decisions), ...plain(said, deciderId, now) }
  const resultId = await keepDecision(tx, { actor, role, decision }, now)
  const cut = cutAfter({ ...decision, id: resultId }, decisions)
  await saveState(tx, said.number, 'published', cut)
  await keepAnswer(tx, { actor, role, said, mailing, appeal, outcome, answer, resultId }, now)
  if (cut !== null) return
  await dismissFlags(tx, { actor, role, said, mailing }, { id: appeal.id, answer }, now)
}

/** Undone where it was public before; else published. */
function showing(current: Decision, decisions: readonly Decision[]) {
  const before = stateBefore(current, decisions)
  const outcome = before === 'published' ? ('undone' as const) : ('published' as const)
  return { outcome, ends: current.id, ground: null, reason: '' }
}

function plain(said: Contribution, decidedById: number, decidedAt: Date) {
  const { number: contributionNumber, revision } = said
  const nothingCut = { holdId: null, cuts: [], files: [] }
  return { contributionNumber, revision, ...nothingCut, decidedById, decidedAt }
}

/** Hides what was flagged, for the reason given to whoever contested; where it is hidden already, that holds. */
async function hide(
  tx: Db,
  { ground, ...reversing }: Reversing & { ground: Ground | null },
  now: Date,
): Promise<void> {
  const { actor, role, said, appeal, answer, mailing, deciderId } = reversing
  const current = currentOf(await listDecisions(tx, said.number))
  const settling = { actor, role, said, mailing, flags: [] }
  if (said.state === 'withheld' && current) {
    await answerFlags(tx, { ...settling, decision: { id: current.id, reason: answer } }, now)
    return
  }
  // Other words of its author wait for a decision of their own.
  if (said.state === 'pending') {
    const answered = { outcome: 'reversed' as const, answer, resultId: null }
    await keepAnswer(tx, { ...settling, appeal, ...answered }, now)
    return
  }
  const hidden = { outcome: 'withheld' as const, ends: current?.id ?? null, ground, reason: answer }
  const decision = { ...hidden, ...plain(said, deciderId, now) }
  const id = await keepDecision(tx, { actor, role, decision }, now)
  await saveState(tx, said.number, 'withheld', null)
  await answerFlags(tx, { ...settling, decision: { id, reason: answer } }, now)
  await queueNotice(tx, mailing, { said, decision: { ...decision, id }, becomes: 'withheld' }, now)
}

import {
  findOpenHold,
  lockContribution,
  saveHoldEnd,
  saveState,
  type Contribution,
} from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import {
  actionOf,
  checkDecision,
  currentOf,
  payloadOf,
  stateBefore,
  type Decision,
  type DecisionProblem,
  type TypedDecision,
} from './decision.ts'
import { queueNotice } from './queue-notice.ts'
import { requirePerson } from './require-person.ts'
import { listDecisions, saveDecision, type NewDecision } from './store.ts'

export type Decided = { ok: true } | { ok: false; problem: DecisionProblem }

type Deciding = {
  number: number
  typed: TypedDecision
  /** Null where nobody is told: in the past that the demonstration is given. */
  mailing: Mailing | null
}

/**
 * Decides on a contribution: publishes what waits or was withheld, or takes it out of sight with a reason that stays
 * public. Its author is told. Who decides at the same moment, or on other words, is told so and decides nothing.
 */
export function decideContribution(
  db: Db,
  actor: Actor,
  { number, typed, mailing }: Deciding,
  now: Date,
): Promise<Decided> {
  return inTransaction(db, async (tx) => {
    const { said, role, current, deciderId } = await openDeciding(tx, actor, number)
    const problem = checkDecision(typed, { said, current: current?.id ?? null, deciderId })
    if (problem) return { ok: false, problem }
    const decision = await makeDecision(tx, { said, typed, current, deciderId }, now)
    await keepDecision(tx, { actor, role, decision }, now)
    if (decision.holdId !== null) await saveHoldEnd(tx, decision.holdId, now)
    await saveState(tx, number, decision.outcome)
    const becomes = decision.outcome
    if (mailing) await queueNotice(tx, mailing, { said, decision, becomes }, now)
    return { ok: true }
  })
}

type Making = {
  said: Contribution
  typed: TypedDecision
  current: Decision | undefined
  deciderId: number
}

/** What is kept of a decision that nothing keeps from being taken. */
async function makeDecision(tx: Db, { said, typed, current, deciderId }: Making, now: Date) {
  const outcome = typed.choice ?? 'published'
  const hold = said.state === 'pending' ? await findOpenHold(tx, said.number) : undefined
  return {
    contributionNumber: said.number,
    outcome,
    ends: current?.id ?? null,
    holdId: hold?.id ?? null,
    revision: said.revision,
    reason: outcome === 'published' ? '' : typed.reason.trim(),
    decidedById: deciderId,
    decidedAt: now,
  }
}

type Undoing = { number: number; decision: number; mailing: Mailing }

/** Takes the last decision on a contribution back: it is again what it was before, and both stay in the record. */
export function undoDecision(
  db: Db,
  actor: Actor,
  { number, decision: undone, mailing }: Undoing,
  now: Date,
): Promise<Decided> {
  return inTransaction(db, async (tx) => {
    const { said, role, current, decisions, deciderId } = await openDeciding(tx, actor, number)
    if (said.authorId === deciderId) return { ok: false, problem: 'own-contribution' }
    // What its author changed since waits for a decision of its own.
    const over = said.state === 'pending' || current?.outcome === 'undone'
    if (!current || over) return { ok: false, problem: 'nothing-to-undo' }
    if (current.id !== undone) return { ok: false, problem: 'decided-meanwhile' }
    const decision = {
      contributionNumber: number,
      outcome: 'undone' as const,
      ends: current.id,
      holdId: null,
      revision: said.revision,
      reason: '',
      decidedById: deciderId,
      decidedAt: now,
    }
    await keepDecision(tx, { actor, role, decision }, now)
    const state = stateBefore(current, decisions)
    if (current.holdId !== null) await saveHoldEnd(tx, current.holdId, null)
    await saveState(tx, number, state)
    await queueNotice(tx, mailing, { said, decision, becomes: state }, now)
    return { ok: true }
  })
}

/** Whoever decides is held before what they decide on, as everywhere. */
async function openDeciding(tx: Db, actor: Actor, number: number) {
  const deciderId = requirePerson(actor)
  await lockPerson(tx, deciderId)
  const said = await lockContribution(tx, number)
  if (!said) throw new NotFound('contribution')
  const role = authorize(actor, 'contribution.moderate', { reportId: said.reportId })
  const decisions = await listDecisions(tx, number)
  return { said, role, decisions, current: currentOf(decisions), deciderId }
}

type Keeping = { actor: Actor; role: Role; decision: NewDecision }

async function keepDecision(tx: Db, { actor, role, decision }: Keeping, now: Date) {
  const id = await saveDecision(tx, decision)
  const object = `contribution/${decision.contributionNumber}`
  await recordAct(
    tx,
    { at: now, role, actor: actor.pseudonym, action: actionOf(decision), object },
    payloadOf({ ...decision, id, asWithholding: false }),
  )
}

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
import { requireCharter } from './charter-store.ts'
import { readCut } from './cut.ts'
import {
  actionOf,
  bodyOf,
  checkDecision,
  currentOf,
  cutAfter,
  payloadOf,
  stateBefore,
  type Decision,
  type DecisionProblem,
  type Ground,
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
    const charter = await requireCharter(tx)
    const rules = charter.rules.map((rule) => rule.number)
    const known = { said, current: current?.id ?? null, deciderId, rules }
    const problem = checkDecision(typed, known)
    if (problem) return { ok: false, problem }
    const making = { said, typed, current, deciderId, version: charter.version }
    const decision = await makeDecision(tx, making, now)
    const id = await keepDecision(tx, { actor, role, decision }, now)
    if (decision.holdId !== null) await saveHoldEnd(tx, decision.holdId, now)
    const becomes = decision.outcome === 'withheld' ? 'withheld' : 'published'
    await saveState(tx, number, becomes, decision.outcome === 'cut' ? id : null)
    if (mailing)
      await queueNotice(tx, mailing, { said, decision: { ...decision, id }, becomes }, now)
    return { ok: true }
  })
}

type Making = {
  said: Contribution
  typed: TypedDecision
  current: Decision | undefined
  deciderId: number
  /** Of the charter whose rule it rests on. */
  version: number
}

/** What is kept of a decision that nothing keeps from being taken. */
async function makeDecision(tx: Db, making: Making, now: Date): Promise<NewDecision> {
  const { said, typed, current, deciderId } = making
  const hold = said.state === 'pending' ? await findOpenHold(tx, said.number) : undefined
  return {
    contributionNumber: said.number,
    outcome: typed.choice ?? 'published',
    ends: current?.id ?? null,
    holdId: hold?.id ?? null,
    revision: said.revision,
    ...(typed.choice === 'published' ? nothingHidden : whyHidden(making)),
    decidedById: deciderId,
    decidedAt: now,
  }
}

const nothingHidden = { ground: null, cuts: [], reason: '' }

function whyHidden({ said, typed, version }: Making) {
  const { choice, reason } = typed
  const cut = readCut(bodyOf(said), typed.cut)
  return {
    ground: groundOf(typed, version),
    cuts: choice === 'cut' && cut.ok ? cut.ranges : [],
    reason: reason.trim(),
  }
}

function groundOf({ ground, law }: TypedDecision, version: number): Ground | null {
  if (ground === 'law') return { law: law.trim() }
  return ground === null ? null : { version, rule: ground }
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
      ground: null,
      cuts: [],
      reason: '',
      decidedById: deciderId,
      decidedAt: now,
    }
    const id = await keepDecision(tx, { actor, role, decision }, now)
    const state = stateBefore(current, decisions)
    if (current.holdId !== null) await saveHoldEnd(tx, current.holdId, null)
    await saveState(tx, number, state, cutAfter({ ...decision, id }, decisions))
    await queueNotice(tx, mailing, { said, decision: { ...decision, id }, becomes: state }, now)
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

async function keepDecision(
  tx: Db,
  { actor, role, decision }: Keeping,
  now: Date,
): Promise<number> {
  const id = await saveDecision(tx, decision)
  const object = `contribution/${decision.contributionNumber}`
  await recordAct(
    tx,
    { at: now, role, actor: actor.pseudonym, action: actionOf(decision), object },
    payloadOf({ ...decision, id, asWithholding: false }),
  )
  return id
}

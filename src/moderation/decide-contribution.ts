import {
  findOpenHold,
  lockContribution,
  saveHoldEnd,
  saveState,
  type Contribution,
} from '../contributions/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { requireCharter } from './charter-store.ts'
import { readCut } from './cut.ts'
import {
  bodyOf,
  checkDecision,
  checkUndoing,
  currentOf,
  cutAfter,
  groundFrom,
  stateBefore,
  type Decision,
  type DecisionProblem,
  type TypedDecision,
} from './decision.ts'
import { barFrom } from './flag.ts'
import { listFlags } from './flag-store.ts'
import { isWaiting } from './decide-flags.ts'
import { barByAppeals, barFromUndoing } from './appeal.ts'
import { listAppeals } from './appeal-store.ts'
import { keepDecision } from './keep-decision.ts'
import { queueNotice } from './queue-notice.ts'
import { requirePerson } from './require-person.ts'
import { reopenFlags, settleFlags } from './settle-flags.ts'
import { listDecisions, type NewDecision } from './store.ts'

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
    const problem = checkDecision(typed, known) ?? (await findBar(tx, typed, known))
    if (problem) return { ok: false, problem }
    const making = { said, typed, current, deciderId, version: charter.version }
    const decision = await makeDecision(tx, making, now)
    const id = await keepDecision(tx, { actor, role, decision }, now)
    if (decision.holdId !== null) await saveHoldEnd(tx, decision.holdId, now)
    const becomes = decision.outcome === 'withheld' ? 'withheld' : 'published'
    await saveState(tx, number, becomes, decision.outcome === 'cut' ? id : null)
    const settling = { actor, role, said, decision: { ...decision, id }, mailing }
    await settleFlags(tx, { ...settling, flags: typed.flags }, now)
    if (mailing)
      await queueNotice(tx, mailing, { said, decision: { ...decision, id }, becomes }, now)
    return { ok: true }
  })
}

type Open = { said: Contribution; current: number | null; deciderId: number }

/** Whether flags or appeals leave the decision to somebody else. */
async function findBar(tx: Db, { choice, flags }: TypedDecision, { said, ...open }: Open) {
  const { number, state, revision } = said
  const choosing = { choice, state, revision, ...open }
  const known = {
    appeals: await listAppeals(tx, number),
    decisions: await listDecisions(tx, number),
  }
  const waiting = (await listFlags(tx, number)).filter(isWaiting)
  return barByAppeals(choosing, known) ?? barFrom(flags, waiting, open.deciderId)
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

const nothingHidden = { ground: null, cuts: [], files: [], reason: '' }

function whyHidden({ said, typed, version }: Making) {
  const { choice, reason } = typed
  const read = readCut(bodyOf(said), typed.cut)
  const cut = choice === 'cut' && read.ok ? read : { ranges: [], files: [] }
  return {
    ground: groundFrom(typed, version),
    cuts: cut.ranges,
    files: cut.files,
    reason: reason.trim(),
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
    const problem = checkUndoing(undone, { said, current, deciderId })
    if (!current || problem) return { ok: false, problem: problem ?? 'nothing-to-undo' }
    const bar = barFromUndoing(current.id, await listAppeals(tx, number))
    if (bar) return { ok: false, problem: bar }
    const decision = {
      contributionNumber: number,
      outcome: 'undone' as const,
      ends: current.id,
      holdId: null,
      revision: said.revision,
      ground: null,
      cuts: [],
      files: [],
      reason: '',
      decidedById: deciderId,
      decidedAt: now,
    }
    const id = await keepDecision(tx, { actor, role, decision }, now)
    const state = stateBefore(current, decisions)
    if (current.holdId !== null) await saveHoldEnd(tx, current.holdId, null)
    const cut = cutAfter({ ...decision, id }, decisions)
    await saveState(tx, number, state, cut)
    const settling = { actor, role, said, mailing }
    if (state === 'published' && cut === null) await reopenFlags(tx, settling, now)
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

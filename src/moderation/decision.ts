import type { Contribution } from '../contributions/index.ts'
import { sha256, type Json } from '../platform/canonical.ts'
import { isBlank } from '../text/index.ts'

/** What is decided on a contribution; `undone` takes the decision before it back. */
export type Outcome = 'published' | 'cut' | 'withheld' | 'undone'

/** What a moderator can choose. */
export const choices = ['published', 'withheld'] as const
export type Choice = (typeof choices)[number]

/** A decision as it was taken; each is kept, and stays public. */
export type Decision = {
  id: number
  contributionNumber: number
  outcome: Outcome
  /** The decision that held before it. */
  ends: number | null
  /** The waiting that it ended. */
  holdId: number | null
  revision: number
  reason: string
  /** Null where it was so already in a consultation that was imported. */
  decidedById: number | null
  /** The name of whoever decided. */
  decidedBy: string | null
  decidedAt: Date
  /** The journal calls it a withholding, or the end of one. */
  asWithholding: boolean
}

/** Characters. */
export const reasonLimit = 4000

type Judged = Pick<Contribution, 'state' | 'withdrawnAt' | 'authorId' | 'revision'>

/** What can be decided on it now: nothing on what its author took back before anybody read it. */
export function choicesFor({ state, withdrawnAt }: Pick<Judged, 'state' | 'withdrawnAt'>) {
  if (state === 'withheld') return ['published'] as const
  if (state === 'pending') return withdrawnAt ? [] : choices
  return ['withheld'] as const
}

/** As a moderator sent it; `seen`: the decision that held when they read it, and `read` its revision. */
export type TypedDecision = {
  choice: Choice | null
  reason: string
  read: number
  seen: number | null
}

export type DecisionProblem =
  | 'no-choice'
  | 'no-reason'
  | 'reason-too-long'
  | 'own-contribution'
  | 'decided-meanwhile'
  | 'revised-meanwhile'
  | 'withdrawn-meanwhile'
  | 'nothing-to-undo'

/** What keeps it from being decided; null when nothing does. */
export function checkDecision(
  typed: TypedDecision,
  { said, current, deciderId }: { said: Judged; current: number | null; deciderId: number },
): DecisionProblem | null {
  if (said.authorId === deciderId) return 'own-contribution'
  if (current !== typed.seen) return 'decided-meanwhile'
  const open: readonly Choice[] = choicesFor(said)
  if (open.length === 0) return 'withdrawn-meanwhile'
  if (said.revision !== typed.read) return 'revised-meanwhile'
  if (typed.choice === null) return 'no-choice'
  if (!open.includes(typed.choice)) return 'decided-meanwhile'
  return checkReason(typed)
}

function checkReason({ choice, reason }: TypedDecision): DecisionProblem | null {
  if (choice === 'published') return null
  if (isBlank(reason)) return 'no-reason'
  return reason.trim().length > reasonLimit ? 'reason-too-long' : null
}

/** The decision that holds: the one that no other ends. */
export function currentOf<D extends Pick<Decision, 'id' | 'ends'>>(
  decisions: readonly D[],
): D | undefined {
  const ended = new Set(decisions.map(({ ends }) => ends))
  return decisions.find(({ id }) => !ended.has(id))
}

type Chained = Pick<Decision, 'id' | 'outcome' | 'ends' | 'holdId'>

/** What a contribution was before a decision: what the decision before it had made of it. */
export function stateBefore(
  decision: Chained,
  all: readonly Chained[],
): 'pending' | 'published' | 'withheld' {
  if (decision.holdId !== null) return 'pending'
  const before = all.find(({ id }) => id === decision.ends)
  return before ? stateAfter(before, all) : 'published'
}

/** What a decision makes of a contribution. */
export function stateAfter(
  decision: Chained,
  all: readonly Chained[],
): 'pending' | 'published' | 'withheld' {
  if (decision.outcome === 'withheld') return 'withheld'
  if (decision.outcome !== 'undone') return 'published'
  const undone = all.find(({ id }) => id === decision.ends)
  return undone ? stateBefore(undone, all) : 'published'
}

/** What the journal calls it. */
export function actionOf({ outcome }: Pick<Decision, 'outcome'>): string {
  return {
    published: 'contribution.released',
    cut: 'contribution.cut',
    withheld: 'contribution.withheld',
    undone: 'contribution.decision-undone',
  }[outcome]
}

/** What the journal says of it: what was decided, and hashes in place of words. */
export function payloadOf(decision: Decision | Omit<Decision, 'decidedBy' | 'decidedById'>): {
  [key: string]: Json
} {
  const { id, outcome, ends, holdId, revision, reason, asWithholding } = decision
  const hashed = reason === '' ? {} : { reason: sha256(reason).toString('hex') }
  if (asWithholding) return { withholding: outcome === 'withheld' ? id : ends, ...hashed }
  return { decision: id, outcome, ends, hold: holdId, revision, ...hashed }
}

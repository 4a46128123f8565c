import type { Contribution } from '../contributions/index.ts'
import { sha256, type Json } from '../platform/canonical.ts'
import { isBlank } from '../text/index.ts'
import { contestUntil } from './contest.ts'
import { currentOf, reasonLimit, type Choice, type Decision } from './decision.ts'
import type { Flag, Verdict } from './flag.ts'

export type AppealOutcome = 'confirmed' | 'reversed'
export const appealOutcomes = ['confirmed', 'reversed'] as const

/** A decision that somebody contests; each is decided on once, by somebody else than whoever took it. */
export type Appeal = {
  id: number
  contributionNumber: number
  /** What its author contests; else the flag, and the verdict that dismissed it. */
  decisionId: number | null
  flagId: number | null
  verdictId: number | null
  /** Who decided what is contested. */
  contestedById: number
  /** Who contests; null where a visitor flagged. */
  appellantId: number | null
  reason: string
  receivedAt: Date
  withdrawnAt: Date | null
  outcome: AppealOutcome | null
  answer: string | null
  decidedById: number | null
  decidedAt: Date | null
  /** The decision by which it was reversed. */
  resultId: number | null
}

/** Characters; `times`: that one thing is contested, withdrawals included. */
export const appealLimits = { reason: 4000, answer: reasonLimit, times: 3 } as const

export type ContestProblem =
  | 'contest-no-reason'
  | 'contest-reason-too-long'
  | 'contest-not-open'
  | 'contest-already'
  | 'contest-too-often'

/** What can be contested at that moment, whatever is said against it. */
export type Contestable = 'yes' | 'not-open' | 'already' | 'too-often'

type Contested = {
  decision: Decision
  decisions: readonly Decision[]
  appeals: readonly Appeal[]
}

/** A decision that holds and hides words, for six months, once. */
export function isDecisionContestable(
  { decision, decisions, appeals }: Contested,
  now: Date,
): Contestable {
  const hides = decision.outcome === 'withheld' || decision.outcome === 'cut'
  const holds = currentOf(decisions)?.id === decision.id
  if (!hides || decision.decidedById === null || !holds) return 'not-open'
  if (contestUntil(decision.decidedAt) < now) return 'not-open'
  return isOnceMore(appeals.filter((one) => one.decisionId === decision.id))
}

/** One at a time, and those that were withdrawn count: each calls on a moderator and stands in the journal. */
function isOnceMore(before: readonly Appeal[]): Contestable {
  if (before.some((one) => one.withdrawnAt === null)) return 'already'
  return before.length < appealLimits.times ? 'yes' : 'too-often'
}

/** The dismissal of a flag, for six months, once; not one by which somebody else's appeal was decided. */
export function isVerdictContestable(
  { flag, verdict, appeals }: { flag: Flag; verdict: Verdict; appeals: readonly Appeal[] },
  now: Date,
): Contestable {
  const open = verdict.outcome === 'dismissed' && verdict.appealId === null && !verdict.undoneAt
  if (!open || flag.forgottenAt !== null) return 'not-open'
  if (contestUntil(verdict.decidedAt) < now) return 'not-open'
  const same = (one: Appeal) => one.flagId === flag.id && one.verdictId === verdict.id
  return isOnceMore(appeals.filter(same))
}

export function checkContest(contestable: Contestable, reason: string): ContestProblem | null {
  if (contestable !== 'yes') return `contest-${contestable}`
  if (isBlank(reason)) return 'contest-no-reason'
  return reason.trim().length > appealLimits.reason ? 'contest-reason-too-long' : null
}

/** Whether the same form came before: who presses twice has contested once. */
export function isSentAgain(
  problem: ContestProblem | null,
  appeals: readonly Appeal[],
  on: Pick<Appeal, 'decisionId' | 'flagId' | 'verdictId' | 'reason'>,
): boolean {
  return (
    problem === 'contest-already' &&
    appeals.some(
      (one) =>
        isOpenAppeal(one) &&
        one.decisionId === on.decisionId &&
        one.flagId === on.flagId &&
        one.verdictId === on.verdictId &&
        one.reason === on.reason.trim(),
    )
  )
}

export function isOpenAppeal({ withdrawnAt, decidedAt }: Appeal): boolean {
  return withdrawnAt === null && decidedAt === null
}

/** As whoever decides sent it. */
export type TypedAnswer = {
  outcome: AppealOutcome | null
  answer: string
  /** On which the contribution is hidden, where the dismissal of a flag is reversed. */
  ground: number | 'law' | null
  law: string
}

export type AnswerProblem =
  | 'appeal-over'
  | 'appeal-own-decision'
  | 'appeal-own'
  | 'appeal-for-moderators'
  | 'appeal-no-outcome'
  | 'appeal-no-answer'
  | 'appeal-answer-too-long'
  | 'no-ground'
  | 'no-law'
  | 'law-too-long'

/**
 * Of whoever would decide: `instead`, where it is for them only as long as no moderator could; `others`: how many of
 * these could; `concerned`: those whom it touches, who wrote or flagged what it is about.
 */
export type Decider = {
  personId: number
  instead: boolean
  others: number
  concerned: readonly number[]
}

/** What keeps somebody from deciding on an appeal at all; null when nothing does. */
export function barFromAppeal(
  appeal: Appeal,
  { personId, instead, others, concerned }: Decider,
): AnswerProblem | null {
  if (!isOpenAppeal(appeal)) return 'appeal-over'
  if (appeal.contestedById === personId) return 'appeal-own-decision'
  if (concerned.includes(personId)) return 'appeal-own'
  return instead && others > 0 ? 'appeal-for-moderators' : null
}

export function checkAnswer({ outcome, answer }: TypedAnswer): AnswerProblem | null {
  if (outcome === null) return 'appeal-no-outcome'
  if (isBlank(answer)) return 'appeal-no-answer'
  return answer.trim().length > appealLimits.answer ? 'appeal-answer-too-long' : null
}

type Choosing = {
  choice: Choice | null
  state: Contribution['state']
  revision: number
  deciderId: number
  current: number | null
}

type Before = {
  appeals: readonly Appeal[]
  decisions: readonly Pick<Decision, 'id' | 'revision'>[]
}

/**
 * Whether appeals leave a decision to somebody else: what its author contests is decided on in the appeal only, whoever
 * dismissed a flag, or made it, hides nothing as long as that is contested, and whoever was overruled on these words hides them no
 * more.
 */
export function barByAppeals(
  { choice, state, revision, deciderId, current }: Choosing,
  { appeals, decisions }: Before,
): 'contested' | 'overruled' | null {
  const hides = choice === 'cut' || choice === 'withheld'
  const own = appeals.filter(
    ({ contestedById, appellantId, flagId }) =>
      hides && (contestedById === deciderId || (flagId !== null && appellantId === deciderId)),
  )
  const contested = appeals.some(
    (one) =>
      isOpenAppeal(one) &&
      one.decisionId !== null &&
      one.decisionId === current &&
      state !== 'pending',
  )
  if (contested || own.some((one) => isOpenAppeal(one) && one.decisionId === null)) {
    return 'contested'
  }
  const onThese = new Set(decisions.filter((one) => one.revision === revision).map(({ id }) => id))
  const overruled = own.some(
    ({ outcome, decisionId }) =>
      outcome === 'reversed' && decisionId !== null && onThese.has(decisionId),
  )
  return overruled ? 'overruled' : null
}

/** What is contested, or was decided on an appeal, nobody takes back. */
export function barFromUndoing(
  current: number,
  appeals: readonly Appeal[],
): 'contested' | 'from-appeal' | null {
  if (appeals.some(({ resultId }) => resultId === current)) return 'from-appeal'
  return appeals.some((one) => isOpenAppeal(one) && one.decisionId === current) ? 'contested' : null
}

/** Of whom a sentence on its outcome speaks: the author of words, or whoever flagged them. */
export function kindOf({ decisionId }: Pick<Appeal, 'decisionId'>): 'author' | 'flagger' {
  return decisionId === null ? 'flagger' : 'author'
}

/** What the journal says of an appeal: its author's is on a contribution, that of whoever flagged on a flag. */
export function payloadOfAppeal({ id, decisionId, flagId, verdictId }: Appeal): {
  [key: string]: Json
} {
  return decisionId === null
    ? { appeal: id, flag: flagId, verdict: verdictId }
    : { appeal: id, decision: decisionId }
}

/** What it says of the answer: with the hash of its words. */
export function payloadOfAnswer({ id, outcome, answer, resultId }: Appeal): {
  [key: string]: Json
} {
  return { appeal: id, outcome, answer: sha256(answer ?? '').toString('hex'), result: resultId }
}

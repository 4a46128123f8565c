import type { Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { mostAtOnce } from './alike.ts'
import { listAlike, listBatch } from './alike-store.ts'
import { decideContribution, undoDecision } from './decide-contribution.ts'
import type { DecisionProblem, TypedDecision } from './decision.ts'

type Place = { reportId: number; pattern: string }

/** How many were decided on, of how many; `problem`: why the first that was not could not be. */
export type DecidedAlike = { done: number; of: number; problem: DecisionProblem | null }

type Deciding = Place & {
  typed: Pick<TypedDecision, 'choice' | 'ground' | 'law' | 'reason'>
  /** When those were listed that it is about. */
  until: Date
  /** Those that were chosen of them. */
  numbers: readonly number[]
  mailing: Mailing
}

/**
 * Decides alike on what was chosen of what is held for one pattern: each is a decision of its own, at the same moment, of
 * which its author is told. What is wrong with the decision itself is found on the first, and nothing is decided then.
 */
export async function decideAlike(
  db: Db,
  actor: Actor,
  { typed, until, numbers, mailing, ...place }: Deciding,
  now: Date,
): Promise<DecidedAlike> {
  const listed = await listAlike(db, place, { until, limit: mostAtOnce })
  const alike = listed.filter(({ number }) => numbers.includes(number))
  const whole = { ...typed, cut: { sentences: [], words: '' }, flags: [] }
  let done = 0
  let problem: DecisionProblem | null = null
  for (const { number, revision, seen } of alike) {
    const one = { ...whole, read: revision, seen }
    const decided = await decideContribution(db, actor, { number, typed: one, mailing }, now)
    if (decided.ok) done += 1
    else {
      problem ??= decided.problem
      if (isOfForm(decided.problem)) break
    }
  }
  return { done, of: alike.length, problem }
}

/** What would keep any of them from being decided on so. */
function isOfForm(problem: DecisionProblem): boolean {
  return ofForm.has(problem)
}

const ofForm: ReadonlySet<DecisionProblem> = new Set([
  'no-choice',
  'no-ground',
  'no-law',
  'law-too-long',
  'no-reason',
  'reason-too-long',
])

type Undoing = Place & { decidedAt: Date; mailing: Mailing }

/** Takes back what was decided on several at once; how many of them, since others may have been decided on again. */
export async function undoAlike(
  db: Db,
  actor: Actor,
  { decidedAt, mailing, ...place }: Undoing,
  now: Date,
): Promise<{ done: number; of: number }> {
  const batch = await listBatch(db, place, decidedAt)
  let done = 0
  for (const { number, decision } of batch) {
    const undone = await undoDecision(db, actor, { number, decision, mailing }, now)
    if (undone.ok) done += 1
  }
  return { done, of: batch.length }
}

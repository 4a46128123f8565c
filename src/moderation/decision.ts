import type { Contribution } from '../contributions/index.ts'
import { sha256, type Json } from '../platform/canonical.ts'
import { isBlank } from '../text/index.ts'
import { readCut, type CutProblem, type Range, type TypedCut } from './cut.ts'

/** What is decided on a contribution; `undone` takes the decision before it back. */
export type Outcome = 'published' | 'cut' | 'withheld' | 'undone'

/** What a moderator can choose. */
export const choices = ['published', 'cut', 'withheld'] as const
export type Choice = (typeof choices)[number]

export type Ground = { version: number; rule: number } | { law: string }

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
  /** What it rests on: a rule of a version of the charter, or a law; null where it publishes, or is older than that. */
  ground: Ground | null
  /** What it cuts out of the body. */
  cuts: readonly Range[]
  /** Which attachments it hides, by their places in the revision. */
  files: readonly number[]
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
export const lawLimit = 300

type Judged = Pick<
  Contribution,
  'state' | 'withdrawnAt' | 'authorId' | 'revision' | 'cut' | 'content' | 'lang' | 'attachments'
>

/** What can be decided on it now: nothing on what its author took back before anybody read it. */
export function choicesFor({
  state,
  withdrawnAt,
  cut,
}: Pick<Judged, 'state' | 'withdrawnAt' | 'cut'>): readonly Choice[] {
  if (state === 'pending') return withdrawnAt ? [] : choices
  if (state === 'withheld') return ['published', 'cut']
  return cut ? choices : ['cut', 'withheld']
}

/** As a moderator sent it; `seen`: the decision that held when they read it, and `read` its revision. */
export type TypedDecision = {
  choice: Choice | null
  /** A rule of the newest charter by its number, or a law. */
  ground: number | 'law' | null
  law: string
  cut: TypedCut
  reason: string
  read: number
  seen: number | null
  /** Ids of the flags that were listed: hiding words answers them. */
  flags: readonly number[]
}

export type DecisionProblem =
  | 'no-choice'
  | 'no-ground'
  | 'no-law'
  | 'law-too-long'
  | CutProblem
  | 'no-reason'
  | 'reason-too-long'
  | 'own-contribution'
  | 'own-flag'
  | 'flags-decided-meanwhile'
  | 'contested'
  | 'overruled'
  | 'from-appeal'
  | 'decided-meanwhile'
  | 'revised-meanwhile'
  | 'withdrawn-meanwhile'
  | 'nothing-to-undo'

/** `rules`: numbers of those that stand in the newest charter. */
type Known = { said: Judged; current: number | null; deciderId: number; rules: readonly number[] }

/** What keeps it from being decided; null when nothing does. */
export function checkDecision(
  typed: TypedDecision,
  { said, current, deciderId, rules }: Known,
): DecisionProblem | null {
  if (said.authorId === deciderId) return 'own-contribution'
  if (current !== typed.seen) return 'decided-meanwhile'
  const open = choicesFor(said)
  if (open.length === 0) return 'withdrawn-meanwhile'
  if (said.revision !== typed.read) return 'revised-meanwhile'
  if (typed.choice === null) return 'no-choice'
  if (!open.includes(typed.choice)) return 'decided-meanwhile'
  return typed.choice === 'published' ? null : checkHiding(typed, said, rules)
}

type Undone = {
  said: Pick<Judged, 'state' | 'authorId'>
  current: Pick<Decision, 'id' | 'outcome'> | undefined
  deciderId: number
}

/** What keeps a decision from being taken back; null when nothing does. */
export function checkUndoing(
  undone: number,
  { said, current, deciderId }: Undone,
): 'own-contribution' | 'nothing-to-undo' | 'decided-meanwhile' | null {
  if (said.authorId === deciderId) return 'own-contribution'
  // What its author changed since waits for a decision of its own.
  const over = said.state === 'pending' || current?.outcome === 'undone'
  if (!current || over) return 'nothing-to-undo'
  return current.id === undone ? null : 'decided-meanwhile'
}

/** What keeps words from being hidden: no one has to guess which, or why. */
function checkHiding(
  typed: TypedDecision,
  said: Judged,
  rules: readonly number[],
): DecisionProblem | null {
  const cut = typed.choice === 'cut' ? readCut(bodyOf(said), typed.cut) : null
  if (cut && !cut.ok) return cut.problem
  return checkGround(typed, rules) ?? checkReason(typed)
}

/** What can be cut, in the language that it was written in. */
export function bodyOf({
  content,
  lang,
  attachments,
}: Pick<Contribution, 'content' | 'lang' | 'attachments'>) {
  return { body: content.body, lang, count: attachments.length }
}

type TypedGround = Pick<TypedDecision, 'ground' | 'law'>

/** What a decision that hides words has to rest on. */
export function checkGround(
  { ground, law }: TypedGround,
  rules: readonly number[],
): 'no-ground' | 'no-law' | 'law-too-long' | null {
  if (ground !== 'law') return ground !== null && rules.includes(ground) ? null : 'no-ground'
  if (isBlank(law)) return 'no-law'
  return law.trim().length > lawLimit ? 'law-too-long' : null
}

/** The same as it is kept; `version`: of the charter whose rule it is. */
export function groundFrom({ ground, law }: TypedGround, version: number): Ground | null {
  if (ground === 'law') return { law: law.trim() }
  return ground === null ? null : { version, rule: ground }
}

function checkReason({ reason }: TypedDecision): DecisionProblem | null {
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

/** The decision whose cuts hold after this one; null where it leaves nothing cut. */
export function cutAfter(decision: Chained, all: readonly Chained[]): number | null {
  if (decision.outcome === 'cut') return decision.id
  if (decision.outcome !== 'undone') return null
  const undone = all.find(({ id }) => id === decision.ends)
  const before = undone && all.find(({ id }) => id === undone.ends)
  return before ? cutAfter(before, all) : null
}

type Accounted = Omit<Decision, 'decidedBy' | 'decidedById' | 'contributionNumber' | 'decidedAt'>

/** What the journal says of it: what was decided and on what ground, and hashes in place of words. */
export function payloadOf(decision: Accounted): { [key: string]: Json } {
  const { id, outcome, ends, holdId, revision, reason, ground, cuts, files, ...rest } = decision
  const { asWithholding } = rest
  const hashed = reason === '' ? {} : { reason: sha256(reason).toString('hex') }
  if (asWithholding) return { withholding: outcome === 'withheld' ? id : ends, ...hashed }
  return {
    decision: id,
    outcome,
    ends,
    hold: holdId,
    revision,
    ...hashed,
    ...(ground && saidOf(ground)),
    ...(cuts.length > 0 && { cuts: cuts.map(({ start, end }) => [start, end]) }),
    ...(files.length > 0 && { files: [...files] }),
  }
}

function saidOf(ground: Ground): { [key: string]: Json } {
  if ('law' in ground) return { law: sha256(ground.law).toString('hex') }
  return { charter: ground.version, rule: ground.rule }
}

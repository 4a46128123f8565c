import type { WordingProblem } from '../contributions/index.ts'
import { isBlank } from '../text/index.ts'

export const decisions = ['accepted', 'accepted-in-part', 'declined', 'noted'] as const
export type Decision = (typeof decisions)[number]

/** A group or a controversy, where an answer is given to it as a whole. */
export type About = { kind: 'group' | 'controversy'; id: number }

/** One decision over one or many contributions. `editionNumber` is null until an edition froze it. */
export type Answer = {
  id: number
  reportId: number
  decision: Decision
  reason: string
  answeredBy: string
  answeredAt: Date
  editionNumber: number | null
  contributionNumbers: number[]
  about: About | null
}

/** A contribution that is answered, and the revision of it that was read. */
export type Read = { number: number; read: number }

/** What is wrong with the form as a whole. */
export type FormProblem =
  | 'nothing-chosen'
  | 'too-many'
  | 'no-decision'
  | 'no-reason'
  | 'reason-too-long'
  | 'wording-as-proposed'
  | 'wording-of-these'
  /** The passage that the words were typed for says something else by now. */
  | 'changed-while-writing'
  /** One wording, for amendments that are on more than one passage. */
  | 'several-passages'
  /** The group is dissolved, or the controversy nowhere. */
  | 'about-gone'
  | WordingProblem

/** What keeps one of the contributions from being answered so. */
export type OwnProblem =
  /** Unknown, or of another report: the one is not told from the other. */
  | 'not-there'
  | 'answered-already'
  | 'not-published'
  /** It replies to another contribution: editors answer the one with which its thread began. */
  | 'is-reply'
  | 'revised-meanwhile'
  /** It is not, or no longer, of the group or the controversy that is answered. */
  | 'not-of-these'
  | 'passage-gone'
  | 'passage-changed-since'
  | 'nothing-changed'
  /** It is named as the cause of a change: it cannot have led to nothing. */
  | 'caused-a-change'

export type AnswerProblem =
  | { number: null; problem: FormProblem }
  | { number: number; problem: OwnProblem }
  /** Another of the group already puts other words in the place of these sentences. */
  | { number: number; problem: 'rival-in-group'; rival: number }

/** Answered together. */
export const largestGroup = 50
export const reasonLimit = 10_000

/** What keeps an answer from being given, whatever it answers; empty when nothing does. */
export function checkAnswer(
  decision: Decision | null,
  reason: string,
  answering: readonly Read[],
): AnswerProblem[] {
  const problems: FormProblem[] = [
    ...(decision === null ? ['no-decision' as const] : []),
    ...checkReason(reason),
  ]
  const ofForm = problems.map((problem) => ({ number: null, problem }))
  return [...checkGroup(answering), ...ofForm]
}

/** What keeps contributions from being answered together. */
export function checkGroup(answering: readonly Read[]): AnswerProblem[] {
  if (answering.length === 0) return [{ number: null, problem: 'nothing-chosen' }]
  return answering.length > largestGroup ? [{ number: null, problem: 'too-many' }] : []
}

function checkReason(reason: string): ('no-reason' | 'reason-too-long')[] {
  if (isBlank(reason)) return ['no-reason']
  return reason.length > reasonLimit ? ['reason-too-long'] : []
}

const over = new Set<AnswerProblem['problem']>([
  'not-there',
  'answered-already',
  'not-published',
  'is-reply',
])

/** No decision can be taken on it, now or later: it leaves the group. */
export function isOver({ problem }: AnswerProblem): boolean {
  return over.has(problem)
}

/** What the journal says of what an answer is about; nothing where it is about its contributions alone. */
export function payloadOfAbout(about: About | null): { [kind: string]: number } {
  return about ? { [about.kind]: about.id } : {}
}

/** What the two columns have. */
export function toAbout(groupId: number | null, controversyId: number | null): About | null {
  if (groupId !== null) return { kind: 'group', id: groupId }
  return controversyId === null ? null : { kind: 'controversy', id: controversyId }
}

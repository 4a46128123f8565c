import { isBlank } from '../text/index.ts'

export const decisions = ['accepted', 'declined', 'noted'] as const
export type Decision = (typeof decisions)[number]

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
}

export type AnswerProblem =
  | 'no-decision'
  | 'no-reason'
  | 'reason-too-long'
  | 'answered-already'
  | 'not-published'
  | 'revised-meanwhile'
  | 'passage-gone'
  | 'passage-changed-since'
  | 'nothing-changed'

export const reasonLimit = 10_000

/** What keeps an answer from being given; empty when nothing does. */
export function checkAnswer(decision: Decision | null, reason: string): AnswerProblem[] {
  return [...(decision === null ? ['no-decision' as const] : []), ...checkReason(reason)]
}

function checkReason(reason: string): AnswerProblem[] {
  if (isBlank(reason)) return ['no-reason']
  return reason.length > reasonLimit ? ['reason-too-long'] : []
}

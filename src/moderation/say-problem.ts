import type { Locale } from '../platform/messages.ts'
import { reasonLimit } from './decision.ts'
import type { ShownProblem } from './decision-props.ts'
import { words } from './words.ts'

export function sayProblem(locale: Locale, problem: ShownProblem): string {
  return words(locale)(problem, { limit: reasonLimit })
}

/** The id of the control that a problem is about: the page's beginning where it is about what was read. */
export function fieldOf(problem: ShownProblem): string {
  if (problem === 'signed-out') return problem
  if (problem === 'no-reason' || problem === 'reason-too-long') return 'reason'
  return problem === 'no-choice' ? 'decision' : 'what-it-says'
}

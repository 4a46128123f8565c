import type { Locale } from '../platform/messages.ts'
import { lawLimit, reasonLimit } from './decision.ts'
import type { DecisionProps, ShownProblem, ShownVerdictProblem } from './decision-props.ts'
import { words } from './words.ts'

export function sayProblem(locale: Locale, problem: ShownProblem): string {
  return words(locale)(problem, { limit: problem === 'law-too-long' ? lawLimit : reasonLimit })
}

/** What is wrong with an answer to flags, linked to its control. */
export function summariseVerdict({
  frame: { locale },
  verdict: { problem },
}: Pick<DecisionProps, 'frame' | 'verdict'>): { field: string; sentence: string }[] {
  if (!problem) return []
  return [
    {
      field: fieldsOfVerdict[problem] ?? 'what-it-says',
      sentence: words(locale)(problem, { limit: reasonLimit }),
    },
  ]
}

const fieldsOfVerdict: Partial<Record<ShownVerdictProblem, string>> = {
  'signed-out': 'signed-out',
  'verdict-no-outcome': 'outcome',
  'verdict-no-reason': 'verdict-reason',
  'verdict-reason-too-long': 'verdict-reason',
}

/** The id of the control that a problem is about: the page's beginning where it is about what was read. */
export function fieldOf(problem: ShownProblem): string {
  return fields[problem] ?? 'what-it-says'
}

const fields: Partial<Record<ShownProblem, string>> = {
  'signed-out': 'signed-out',
  'no-choice': 'decision',
  'no-ground': 'ground',
  'no-law': 'law',
  'law-too-long': 'law',
  'nothing-cut': 'words',
  'cut-not-found': 'words',
  'all-cut': 'words',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
}

/** What is wrong with the control of that id; undefined when nothing is. */
export function problemIn(
  { frame, problem }: Pick<DecisionProps, 'frame' | 'problem'>,
  id: string,
): string | undefined {
  return problem && fieldOf(problem) === id ? sayProblem(frame.locale, problem) : undefined
}

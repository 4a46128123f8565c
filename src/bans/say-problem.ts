import { sayDate, type Locale } from '../platform/messages.ts'
import { lastDay } from '../roles/index.ts'
import {
  latestEnd,
  reasonLimit,
  type BanProblem,
  type ContestProblem,
  type OutcomeProblem,
} from './ban.ts'
import type { LiftProblem } from './lift-ban.ts'
import type { WarningProblem } from './warning.ts'
import { words } from './words.ts'

type Problem = BanProblem | WarningProblem | LiftProblem | ContestProblem | OutcomeProblem

/** By the id of the control that a problem is about; `form` for one of the whole. */
const fields: Partial<Record<Problem, string>> = {
  'no-scope': 'scope',
  'no-rule': 'rule',
  'no-until': 'until',
  'until-unreadable': 'until',
  'until-past': 'until',
  'until-too-late': 'until',
  'no-basis': 'basis',
  'no-grave': 'grave',
  'grave-too-long': 'grave',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  'no-outcome': 'outcome',
}

type Said = { locale: Locale; problems: readonly Problem[]; now: Date }

/** What the error summary shows: each problem with its control. */
export function sayProblems({ locale, problems, now }: Said) {
  return problems.map((problem) => ({
    field: fields[problem] ?? 'form',
    sentence: words(locale)(`problem-${problem}`, {
      limit: reasonLimit,
      latest: sayDate(locale, lastDay(latestEnd(now))),
    }),
  }))
}

/** What is wrong with a control; undefined when nothing is. */
export function problemIn(said: Said) {
  return (id: string): string | undefined =>
    sayProblems(said).find(({ field }) => field === id)?.sentence
}

import type { Contribution, Hold, ModerationSetting } from '../contributions/index.ts'
import type { Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Appeal } from './appeal.ts'
import type { Charter } from './charter.ts'
import type { Flag, TypedVerdict, Verdict, VerdictProblem } from './flag.ts'
import type { AuthorHistory } from './waiting.ts'
import type { Decision, DecisionProblem, TypedDecision } from './decision.ts'

export type ShownProblem = DecisionProblem | 'signed-out'

export type ShownVerdictProblem = VerdictProblem | 'nothing-to-undo' | 'contested' | 'signed-out'

/** What somebody did just before, in the queue. */
export const doneBefore = ['published', 'cut', 'withheld', 'flags', 'flags-undone'] as const

export type DecisionProps = {
  frame: Frame
  report: Report
  contribution: Contribution
  /** Every decision on it, the newest first. */
  decisions: Decision[]
  hold: Hold | undefined
  /** Those that wait, the oldest first. */
  flags: Flag[]
  /** Those that hold on its flags, the newest first. */
  verdicts: Verdict[]
  /** Those that wait. */
  appeals: Appeal[]
  verdict: { typed: TypedVerdict; problem: ShownVerdictProblem | null }
  /** Of whoever wrote it. */
  history: AuthorHistory
  /** The newest: what a decision can rest on. */
  charter: Charter
  setting: ModerationSetting
  typed: TypedDecision
  problem: ShownProblem | null
  /** They go through the queue: the next one is shown after the decision. */
  fromQueue: boolean
  done: (typeof doneBefore)[number] | null
  /** Words that somebody signed out meanwhile may not read again. */
  readable: boolean
}

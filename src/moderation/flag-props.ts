import type { Contribution } from '../contributions/index.ts'
import type { Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Charter } from './charter.ts'
import type { FlagProblem, TypedFlag } from './flag.ts'
import { fieldOfFlag, sayFlagProblem } from './say-flag-problem.ts'

export type FlagProps = {
  frame: Frame
  report: Report
  contribution: Contribution
  /** The newest. */
  charter: Charter
  typed: TypedFlag
  problems: FlagProblem[]
  /** When it can be sent again, where that is the problem. */
  notBefore: Date | null
  /** Of the form. */
  key: string
}

/** What is wrong with one control; undefined where nothing is. */
export function problemOf(
  { frame, problems, notBefore }: FlagProps,
  field: string,
): string | undefined {
  const found = problems.find((problem) => fieldOfFlag(problem) === field)
  return found && sayFlagProblem(frame.locale, found, notBefore)
}

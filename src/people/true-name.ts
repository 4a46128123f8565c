import { compose } from '../text/index.ts'
import { longestLine } from './about.ts'
import { isReadableLine } from './readable-line.ts'

export type TrueNameProblem = 'no-true-name' | 'true-name-too-long' | 'true-name-unreadable'

type CheckedTrueName = { ok: true; trueName: string } | { ok: false; problem: TrueNameProblem }

/** A name by which somebody can be known, which readers never see. */
export function checkTrueName(typed: string): CheckedTrueName {
  const trueName = compose(typed.trim())
  if (trueName === '') return { ok: false, problem: 'no-true-name' }
  if (Array.from(trueName).length > longestLine) return { ok: false, problem: 'true-name-too-long' }
  return isReadableLine(trueName)
    ? { ok: true, trueName }
    : { ok: false, problem: 'true-name-unreadable' }
}
